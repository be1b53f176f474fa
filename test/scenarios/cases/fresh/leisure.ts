import type { Scenario } from "../../scenario.ts";

const pairings: Scenario = {
  name: "pairings-of-a-tournament",
  files: {
    "package.json":
      '{ "name": "chess-league", "type": "module", "scripts": { "start": "node server.js" }, "dependencies": { "fastify": "^5.0.0" } }',
    "server.js": `import { createApp } from "./src/app.js";

await createApp().listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "src/app.js": `import Fastify from "fastify";
import { players } from "./routes/players.js";
import { tournaments } from "./routes/tournaments.js";

export function createApp() {
  const app = Fastify();
  app.register(players, { prefix: "/api/players" });
  app.register(tournaments, { prefix: "/api/tournaments" });
  return app;
}
`,
    "src/routes/players.js": `export async function players(app) {
  app.get("/", async () => [{ id: "b7f6a0a2-9a3e-4c0c-8a44-1f0f3f6f2b11", rating: 1911 }]);
}
`,
    "src/routes/tournaments.js": `import { findTournament } from "../store.js";

export async function tournaments(app) {
  app.get("/:tournamentId/rounds/:round/pairings", async (request, reply) => {
    const { tournamentId, round } = request.params;
    const pairings = findTournament(tournamentId)?.rounds[Number(round) - 1];
    if (pairings === undefined) {
      return reply.callNotFound();
    }
    return { round: Number(round), pairings };
  });
}
`,
    "src/store.js": `const tournaments = new Map([
  ["3d0c2b52-6f8f-4f6a-9f0e-5b0c7a1c2d31", { name: "Autumn open", rounds: [[["Adler", "Brandt"]], [["Brandt", "Cerny"]]] }],
  ["a1be87f0-2c7d-4a51-8d11-0f64b2f6c7a9", { name: "Club cup", rounds: [[["Dietz", "Ebner"]]] }],
]);

export const findTournament = (id) => tournaments.get(id);
`,
    "league.http": `@league = http://localhost:PORT_OF_api/api

### autumn open
GET {{league}}/tournaments/3d0c2b52-6f8f-4f6a-9f0e-5b0c7a1c2d31/rounds/2/pairings

### from the poster in the club room
# @name poster
GET {{league}}/tournaments/c4d1e6b8-7b0a-4f4e-b3d9-6a5b1f9e8c20/rounds/1/pairings
`,
  },
  servers: [{ name: "api", entry: "server.js" }],
  ask: ["league.http#poster"],
  facts: [
    "GET /api/tournaments/3d0c2b52-6f8f-4f6a-9f0e-5b0c7a1c2d31/rounds/2/pairings 200",
    "GET /api/tournaments/c4d1e6b8-7b0a-4f4e-b3d9-6a5b1f9e8c20/rounds/1/pairings 404",
    "GET /api/tournaments 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [{ file: "src/routes/tournaments.js", text: 'app.get("/:tournamentId/rounds' }],
  },
};

const screenings: Scenario = {
  name: "screenings-of-a-cinema",
  files: {
    "package.json":
      '{ "name": "cinemas", "type": "module", "dependencies": { "koa": "^3.0.0", "@koa/router": "^15.0.0" } }',
    "index.js": `import { app } from "./src/app.js";

app.listen(Number(process.env.PORT ?? 3000));
`,
    "src/app.js": `import Koa from "koa";
import { problems } from "./problems.js";
import { cinemas } from "./cinemas.js";
import { films } from "./films.js";

export const app = new Koa();
app.use(problems);
app.use(films.routes()).use(films.allowedMethods());
app.use(cinemas.routes()).use(cinemas.allowedMethods());
`,
    "src/problems.js": `export async function problems(ctx, next) {
  await next();
  if (ctx.status === 404 && ctx.body == null) {
    ctx.status = 404;
    ctx.body = { type: "about:blank", title: "Not found", instance: ctx.path };
  }
}
`,
    "src/cinemas.js": `import Router from "@koa/router";
import { screeningsOf, names } from "./programme.js";

export const cinemas = new Router({ prefix: "/cinemas" });

cinemas.get("/", (ctx) => {
  ctx.body = names();
});
cinemas.get("/:cinema/screenings", (ctx) => {
  ctx.body = screeningsOf(ctx.params.cinema, ctx.query.day) ?? null;
  if (ctx.body === null) ctx.status = 404;
});
cinemas.get("/:cinema/halls", (ctx) => {
  ctx.body = [{ hall: 1, seats: 180 }];
});
`,
    "src/films.js": `import Router from "@koa/router";

export const films = new Router({ prefix: "/films" });
films.get("/:slug", (ctx) => {
  if (ctx.params.slug === "nosferatu") ctx.body = { title: "Nosferatu", minutes: 94 };
});
`,
    "src/programme.js": `const programme = { lux: { "2026-11-27": ["17:30 Nosferatu", "20:00 M"] }, odeon: { "2026-11-27": ["19:00 Metropolis"] } };

export const names = () => Object.keys(programme);
export const screeningsOf = (cinema, day) => programme[cinema]?.[day];
`,
    "cinemas.http": `@cinemas = http://localhost:PORT_OF_api/cinemas

### all
GET {{cinemas}}/

### halls
GET {{cinemas}}/lux/halls

### friday
# @name friday
GET {{cinemas}}/lux/screening?day=2026-11-27
`,
  },
  servers: [{ name: "api", entry: "index.js" }],
  ask: ["cinemas.http#friday"],
  facts: [
    "GET /cinemas/lux/screening?day=2026-11-27 404",
    "GET /cinemas/lux/screenings?day=2026-11-27 200",
    "GET /cinemas/lux/halls 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["path-typo"],
    links: [{ file: "src/cinemas.js", text: 'cinemas.get("/:cinema/screenings"' }],
    fixes: [{ url: "/cinemas/lux/screenings?day=2026-11-27" }],
  },
};

const lessons: Scenario = {
  name: "lesson-on-the-slope",
  files: {
    "package.json": '{ "name": "ski-school", "type": "module", "dependencies": { "fastify": "^5.0.0" } }',
    "server.ts": `import Fastify from "fastify";
import { lessons } from "./lessons.ts";

const app = Fastify();
app.register(lessons, { prefix: "/lessons" });
await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "lessons.ts": `import type { FastifyInstance } from "fastify";

interface Lesson {
  readonly id: number;
  readonly teacher: string;
}
const rows: readonly Lesson[] = JSON.parse(process.env.LESSONS ?? "[]");

export async function lessons(app: FastifyInstance) {
  app.get("/", async () => rows.map(({ id }) => id));
  app.get<{ Params: { id: string } }>("/:id", async (request, reply) => {
    const lesson = rows.find(({ id }) => id === Number(request.params.id));
    return lesson ?? reply.code(404).send({ code: "LESSON_UNKNOWN" });
  });
}
`,
    "http-client.env.json": `{
  "trial": { "school": "http://localhost:PORT_OF_trial", "lesson": "4471" },
  "season": { "school": "http://localhost:PORT_OF_season", "lesson": "4471" }
}`,
    "lessons.http": `### who teaches
# @name lesson
GET {{school}}/lessons/{{lesson}}

### all
GET {{school}}/lessons/
`,
  },
  servers: [
    { name: "trial", entry: "server.ts", env: { LESSONS: '[{"id":1,"teacher":"Test"},{"id":2,"teacher":"Probe"}]' } },
    {
      name: "season",
      entry: "server.ts",
      env: { LESSONS: '[{"id":4470,"teacher":"Moser"},{"id":4471,"teacher":"Gruber"}]' },
    },
  ],
  ask: ["lessons.http#lesson", "--env", "trial"],
  facts: ["GET /lessons/4471 404", "GET /lessons/1 200", "season:GET /lessons/4471 200", "season:GET /lessons/9 404"],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-environment"],
    fixes: [{ url: "http://localhost:PORT_OF_season/lessons/4471" }],
  },
};

/** A chess league, cinemas and a ski school. */
export const leisure: readonly Scenario[] = [pairings, screenings, lessons];
