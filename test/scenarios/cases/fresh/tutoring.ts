import type { Scenario } from "../../scenario.ts";

const lesson: Scenario = {
  name: "lesson-on-a-monday",
  files: {
    "package.json": `{ "name": "lessons", "type": "module", "dependencies": { "hono": "^4.6.0", "@hono/node-server": "^2.0.0" } }
`,
    "src/main.js": `import { serve } from "@hono/node-server";
import { app } from "./app.js";

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 8787) });
`,
    "src/app.js": `import { Hono } from "hono";
import { lessons } from "./lessons.js";

export const app = new Hono();
app.basePath("/api/v1");

app.get("/ready", (c) => c.text("ready"));
app.route("/lessons", lessons);

app.onError((error, c) => c.json({ error: error.message }, 500));
`,
    "src/lessons.js": `import { Hono } from "hono";

const week = { monday: [{ pupil: "Jo", at: "15:00" }], friday: [] };

export const lessons = new Hono();
lessons.get("/:day", (c) => {
  const planned = week[c.req.param("day")];
  return planned ? c.json(planned) : c.json({ error: "no such day" }, 404);
});
`,
    "web/lessons.js": `export const load = (day) => fetch(\`/api/v1/lessons/\${day}\`).then((answer) => answer.json());
`,
    "lessons.http": `@api = http://localhost:PORT_OF_api/api/v1

### Monday
# @name monday
GET {{api}}/lessons/monday
`,
  },
  servers: [{ name: "api", entry: "src/main.js" }],
  ask: ["lessons.http#monday"],
  facts: ["GET /ready 200", "GET /api/v1/lessons/monday 404", "GET /lessons/monday 200", "GET /lessons/none 404"],
  truth: {
    outcome: "not-found",
    kinds: ["base-path"],
    links: [
      { file: "src/app.js", text: 'app.basePath("/api/v1")' },
      { file: "src/app.js", text: 'app.route("/lessons"' },
      { file: "src/lessons.js", text: 'lessons.get("/:day"' },
    ],
    fixes: [{ url: "/lessons/monday" }, { kind: "edit-route" }],
  },
};

const tutor: Scenario = {
  name: "tutor-for-chemistry",
  files: {
    "package.json": `{ "name": "tutors", "type": "module", "dependencies": { "fastify": "^5.2.0" } }
`,
    "src/index.js": `import Fastify from "fastify";
import { tutors } from "./tutors.js";

const app = Fastify();

app.get("/tutors", async () => tutors.map(({ name }) => name));

app.route({
  method: "GET",
  url: "/tutors/:name/calendar",
  constraints: { version: "2.1.0" },
  handler: async ({ params }, reply) => {
    const tutor = tutors.find(({ name }) => name === params.name);
    if (!tutor) return reply.code(404).send({ error: "no tutor" });
    return tutor.free;
  },
});

await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "src/tutors.js": `export const tutors = [
  { name: "amara", subject: "chemistry", free: ["2026-11-25T16:00"] },
  { name: "piotr", subject: "latin", free: [] },
];
`,
    "app/calendar.js": `export async function calendar(api, name) {
  const answer = await fetch(\`\${api}/tutors/\${name}/calendar\`, { headers: { "Accept-Version": "2.x" } });
  return answer.json();
}
`,
    "tutors.http": `@api = http://localhost:PORT_OF_api

### who is there
GET {{api}}/tutors

### when is Amara free
# @name free
GET {{api}}/tutors/amara/calendar
Accept: application/json
`,
  },
  servers: [{ name: "api", entry: "src/index.js" }],
  ask: ["tutors.http#free"],
  facts: [
    "GET /tutors 200",
    "GET /tutors/amara/calendar 404",
    "GET /tutors/amara/calendar 200 | Accept-Version: 2.x",
    "GET /tutors/none/calendar 404 | Accept-Version: 2.x",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["version-selector"],
    links: [
      { file: "src/index.js", text: 'url: "/tutors/:name/calendar"' },
      { file: "src/index.js", text: "constraints: {" },
      { file: "app/calendar.js", text: "Accept-Version" },
      { file: "src/index.js", text: "app.route({" },
    ],
    fixes: [{ url: "/tutors/amara/calendar", kind: "edit-request" }],
  },
};

/** Tutoring: lessons, and the tutors who give them. */
export const tutoring: readonly Scenario[] = [lesson, tutor];
