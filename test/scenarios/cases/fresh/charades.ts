import type { Scenario } from "../../scenario.ts";

const settings: Scenario = {
  name: "settings-below-the-app",
  files: {
    "package.json": `{ "name": "charades", "type": "module", "dependencies": { "express": "^5.0.0" } }
`,
    "server/index.js": `import { join } from "node:path";
import express from "express";
import { games } from "./games.js";

const dist = join(import.meta.dirname, "../dist");
const app = express();

app.use("/api/games", games);
app.use("/app/assets", express.static(join(dist, "assets")));
app.get("/app", (_req, res) => res.sendFile("index.html", { root: dist }));
app.get("/", (_req, res) => res.redirect("/app"));

app.listen(process.env.PORT ?? 3000);
`,
    "server/games.js": `import { Router } from "express";

export const games = Router();
games.get("/", (_req, res) => res.json([{ id: 1, players: 6 }]));
`,
    "dist/index.html": `<!doctype html>
<html><head><title>Charades</title><script type="module" src="/app/assets/index-Bk2Lw9Qx.js"></script></head><body><div id="root"></div></body></html>
`,
    "dist/assets/index-Bk2Lw9Qx.js": `document.getElementById("root").textContent = "Charades";
`,
    "client/router.jsx": `import { createBrowserRouter } from "react-router";
import { Game } from "./Game.jsx";
import { Settings } from "./Settings.jsx";

export const router = createBrowserRouter(
  [
    { path: "/", Component: Game },
    { path: "/settings", Component: Settings },
  ],
  { basename: "/app" },
);
`,
    "client/Game.jsx": `export const Game = () => <h1>Charades</h1>;
`,
    "client/Settings.jsx": `export const Settings = () => <h1>Settings</h1>;
`,
    "pages.http": `### reload of the settings
# @name settings
GET http://localhost:PORT_OF_web/app/settings
Accept: text/html
`,
  },
  servers: [{ name: "web", entry: "server/index.js" }],
  ask: ["pages.http#settings"],
  facts: [
    "GET /app 200",
    "GET /app/settings 404",
    "GET / 302",
    "GET /api/games 200",
    "GET /app/assets/index-Bk2Lw9Qx.js 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["spa-fallback"],
    links: [
      { file: "server/index.js", text: 'app.get("/app"' },
      { file: "client/router.jsx", text: 'path: "/settings"' },
    ],
  },
};

const round: Scenario = {
  name: "round-of-a-game",
  files: {
    "package.json": `{ "name": "rounds", "type": "commonjs", "dependencies": { "koa": "^3.0.0", "@koa/router": "^14.0.0" } }
`,
    "api/server.js": `const Koa = require("koa");
const Router = require("@koa/router");

const rounds = { 3: { id: 3, word: "lighthouse" } };
const router = new Router({ prefix: "/games/v1" });

router.get("/rounds", (ctx) => {
  ctx.body = Object.keys(rounds);
});
router.get("/rounds/:id", (ctx) => {
  const round = rounds[ctx.params.id];
  if (!round) return ctx.throw(404, "round not found");
  ctx.body = round;
});

const app = new Koa();
app.use(router.routes());
app.listen(process.env.PORT || 3000);
`,
    "bot/settings.js": `exports.endpoint = process.env.GAMES_ENDPOINT || "http://localhost:PORT_OF_api/games/v1/";
`,
    "bot/rounds.js": `const url = require("node:url");
const { endpoint } = require("./settings");

async function getRound(id) {
  const address = url.resolve(endpoint, \`/rounds/\${id}\`);
  const response = await fetch(address);
  if (!response.ok) throw new Error(\`\${response.status} \${address}\`);
  return response.json();
}

module.exports = { getRound };
`,
  },
  servers: [{ name: "api", entry: "api/server.js" }],
  ask: ["--url", "http://localhost:PORT_OF_api/rounds/3"],
  facts: ["GET /rounds/3 404", "GET /games/v1/rounds/3 200", "GET /games/v1/rounds/9 404"],
  truth: {
    outcome: "not-found",
    kinds: ["dropped-segment"],
    links: [
      { file: "bot/rounds.js", text: "url.resolve(" },
      { file: "bot/settings.js", text: "endpoint" },
    ],
    fixes: [{ url: "/games/v1/rounds/3" }],
  },
};

const rooms: Scenario = {
  name: "room-of-a-game",
  files: {
    "package.json": `{
  "name": "game-rooms",
  "type": "module",
  "dependencies": { "@nestjs/common": "^11.0.0", "@nestjs/core": "^11.0.0", "@nestjs/platform-express": "^11.0.0" }
}
`,
    "tsconfig.json": `{ "compilerOptions": { "target": "es2022", "module": "esnext", "moduleResolution": "bundler", "experimentalDecorators": true } }
`,
    ".gitignore": `dist
`,
    "start.mjs": `import { build } from "esbuild";

await build({ entryPoints: ["src/main.ts"], outfile: "dist/main.mjs", bundle: true, packages: "external", platform: "node", format: "esm" });
await import("./dist/main.mjs");
`,
    "src/main.ts": `import "reflect-metadata";
import { NestFactory } from "@nestjs/core";
import { AppModule } from "./app.module";

const app = await NestFactory.create(AppModule, { logger: false });
app.setGlobalPrefix("api");
await app.listen(process.env.PORT ?? 3000);
`,
    "src/app.module.ts": `import { Module } from "@nestjs/common";
import { PlayersController } from "./players.controller";
import { RoomsController } from "./rooms.controller";

@Module({ controllers: [PlayersController, RoomsController] })
export class AppModule {}
`,
    "src/players.controller.ts": `import { Controller, Get } from "@nestjs/common";

@Controller("players")
export class PlayersController {
  @Get()
  all() {
    return [{ name: "Ines" }, { name: "Bo" }];
  }
}
`,
    "src/rooms.controller.ts": `import { Controller, Get, NotFoundException, Param } from "@nestjs/common";

const rooms = [{ code: "kitchen", seats: 8 }];

@Controller("api/rooms")
export class RoomsController {
  @Get()
  all() {
    return rooms;
  }

  @Get(":code")
  one(@Param("code") code: string) {
    const room = rooms.find((each) => each.code === code);
    if (!room) throw new NotFoundException("There is no such room");
    return room;
  }
}
`,
    "rooms.http": `@api = http://localhost:PORT_OF_api/api

### players
GET {{api}}/players

### the kitchen
# @name kitchen
GET {{api}}/rooms/kitchen
`,
  },
  servers: [{ name: "api", entry: "start.mjs" }],
  ask: ["rooms.http#kitchen"],
  facts: [
    "GET /api/players 200",
    "GET /api/rooms/kitchen 404",
    "GET /api/api/rooms/kitchen 200",
    "GET /api/api/rooms/cellar 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["base-path"],
    links: [
      { file: "src/rooms.controller.ts", text: '@Controller("api/rooms")' },
      { file: "src/main.ts", text: "setGlobalPrefix" },
      { file: "src/rooms.controller.ts", text: '@Get(":code")' },
    ],
    fixes: [{ url: "/api/api/rooms/kitchen" }, { kind: "edit-route" }],
  },
};

const card: Scenario = {
  name: "card-that-nobody-drew",
  files: {
    "package.json": `{ "name": "cards", "type": "module", "dependencies": { "express": "^5.0.0" } }
`,
    "app.js": `import express from "express";
import { cards } from "./cards.js";
import { page } from "./page.js";

const app = express();

app.get("/cards", (_req, res) => {
  res.send(page("Cards", cards.map(({ id, word }) => \`<a href="/cards/\${id}">\${word}</a>\`).join(" ")));
});

app.get("/cards/:id", (req, res) => {
  const card = cards.find(({ id }) => String(id) === req.params.id);
  if (card === undefined) {
    res.status(404).send(page("Card not found", "Perhaps it was never drawn."));
    return;
  }
  res.send(page(card.word, \`Points: \${card.points}\`));
});

app.use((_req, res) => {
  res.status(404).send(page("Page not found", "Here is nothing."));
});

app.listen(process.env.PORT ?? 3000);
`,
    "cards.js": `export const cards = [
  { id: 4, word: "Lighthouse", points: 2 },
  { id: 5, word: "Deadline", points: 3 },
];
`,
    "page.js": `export const page = (title, text) => \`<!doctype html><html><head><title>\${title}</title></head><body><h1>\${title}</h1><p>\${text}</p></body></html>\`;
`,
    "cards.http": `@site = http://localhost:PORT_OF_web

# @name card
GET {{site}}/cards/44
Accept: text/html
`,
  },
  servers: [{ name: "web", entry: "app.js" }],
  ask: ["cards.http#card"],
  facts: ["GET /cards 200", "GET /cards/44 404", "GET /cards/4 200", "GET /other 404"],
  truth: { outcome: "not-found", kinds: ["unknown-id"], links: [{ file: "app.js", text: 'app.get("/cards/:id"' }] },
};

/** Charades: a page below /app, an address resolved against its base, rooms under a prefix twice, a card that nobody drew. */
export const charades: readonly Scenario[] = [settings, round, rooms, card];
