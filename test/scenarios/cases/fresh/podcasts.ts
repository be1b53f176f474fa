import type { Scenario } from "../../scenario.ts";

const transcript: Scenario = {
  name: "transcript-of-an-episode",
  files: {
    "package.json": `{
  "name": "podcast-studio",
  "type": "module",
  "scripts": { "build": "vite build", "start": "node server/index.js" },
  "dependencies": { "express": "^5.1.0" },
  "devDependencies": { "vite": "^8.0.0" }
}
`,
    "vite.config.js": `import { defineConfig } from "vite";

export default defineConfig({
  server: { proxy: { "/api": "http://localhost:3000" } },
});
`,
    "index.html": `<!doctype html>
<html lang="en">
  <head><title>Studio</title></head>
  <body><div id="app"></div><script type="module" src="/src/main.js"></script></body>
</html>
`,
    "src/main.js": `import { showTranscript } from "./transcript.js";

const [, episode] = /^\\/episodes\\/([^/]+)/.exec(location.pathname) ?? [];
if (episode) showTranscript(document.querySelector("#app"), episode);
`,
    "src/transcript.js": `export async function showTranscript(element, episode) {
  const answer = await fetch(\`/api/transcripts/\${episode}\`);
  const { lines } = await answer.json();
  element.append(...lines.map((line) => Object.assign(document.createElement("p"), { textContent: line })));
}
`,
    "dist/index.html": `<!doctype html>
<html lang="en">
  <head><title>Studio</title><script type="module" src="/assets/index-B7c1xQ.js"></script></head>
  <body><div id="app"></div></body>
</html>
`,
    "server/index.js": `import { fileURLToPath } from "node:url";
import express from "express";
import { episodes } from "./episodes.js";
import { transcripts } from "./transcripts.js";

const dist = fileURLToPath(new URL("../dist", import.meta.url));
const app = express();

app.use(express.json());
app.use("/api/episodes", episodes);

// the single page application
app.use(express.static(dist));
app.get("/{*page}", (req, res) => res.sendFile("index.html", { root: dist }));

// speech to text, since October
app.use("/api/transcripts", transcripts);

app.listen(process.env.PORT ?? 3000);
`,
    "server/episodes.js": `import { Router } from "express";

export const episodes = Router();
episodes.get("/", (req, res) => res.json([{ number: 41, title: "Schedulers" }]));
`,
    "server/transcripts.js": `import { Router } from "express";

const lines = new Map([["41", ["Welcome back.", "Today we talk about schedulers."]]]);

export const transcripts = Router();
transcripts.get("/:episode", (req, res) => {
  const found = lines.get(req.params.episode);
  return found ? res.json({ lines: found }) : res.status(404).json({ error: "no transcript" });
});
transcripts.post("/:episode", (req, res) => res.status(202).end());
`,
    "studio.http": `@studio = http://localhost:PORT_OF_web

### episodes
GET {{studio}}/api/episodes

### what was said in 41
# @name said
GET {{studio}}/api/transcripts/41
Accept: application/json
`,
  },
  servers: [{ name: "web", entry: "server/index.js" }],
  ask: ["studio.http#said"],
  facts: ["GET /api/episodes 200", "GET /api/transcripts/41 200", "GET /anything 200", "POST /api/transcripts/41 202"],
  truth: {
    outcome: "soft-not-found",
    kinds: ["after-catch-all", "spa-fallback"],
    links: [
      { file: "server/index.js", text: 'app.get("/{*page}"' },
      { file: "server/index.js", text: 'app.use("/api/transcripts"' },
      { file: "server/transcripts.js", text: 'transcripts.get("/:episode"' },
    ],
    fixes: [{ kind: "edit-route" }],
  },
};

const episode: Scenario = {
  name: "episode-by-its-guid",
  files: {
    "package.json": `{ "name": "feeds", "type": "module", "dependencies": { "fastify": "^5.2.0" } }
`,
    "openapi.json": `{
  "openapi": "3.1.0",
  "info": { "title": "Feeds", "version": "1.8.0" },
  "paths": {
    "/feeds/{feed}/episodes": {
      "get": { "operationId": "listEpisodes", "responses": { "200": { "description": "Episodes" } } }
    },
    "/feeds/{feed}/episodes/{guid}": {
      "get": {
        "operationId": "getEpisode",
        "description": "\`guid\` is the \`<guid>\` of the RSS item, as the publisher wrote it.",
        "responses": { "200": { "description": "Episode" }, "404": { "description": "No such episode" } }
      }
    }
  }
}
`,
    "src/server.ts": `import Fastify from "fastify";
import { FeedStore } from "./feedStore.ts";
import { feedRoutes } from "./feedRoutes.ts";

const app = Fastify({ routerOptions: { maxParamLength: 300 } });
app.setNotFoundHandler((request, reply) => reply.code(404).send({ title: "Nothing here", instance: request.url }));
app.register(feedRoutes, { store: new FeedStore() });
await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "src/feedRoutes.ts": `import type { FastifyInstance } from "fastify";
import type { FeedStore } from "./feedStore.ts";

export async function feedRoutes(app: FastifyInstance, { store }: { store: FeedStore }) {
  app.get<{ Params: { feed: string } }>("/feeds/:feed/episodes", async ({ params }) => store.episodes(params.feed));

  app.get<{ Params: { feed: string; guid: string } }>("/feeds/:feed/episodes/:guid", async ({ params }, reply) => {
    const episode = store.episode(params.feed, params.guid);
    return episode ?? reply.code(404).send({ title: "No such episode", status: 404 });
  });
}
`,
    "src/feedStore.ts": `const episodes = [
  { feed: "kernel-notes", guid: "kernel-notes/41", title: "Schedulers" },
  { feed: "kernel-notes", guid: "kernel-notes/42", title: "Page tables" },
  { feed: "slow-cooking", guid: "8d1f0a52", title: "Beans" },
];

export class FeedStore {
  episodes(feed: string) {
    return episodes.filter((episode) => episode.feed === feed);
  }

  episode(feed: string, guid: string) {
    return this.episodes(feed).find((episode) => episode.guid === guid);
  }
}
`,
    "http-client.env.json": `{ "local": { "host": "http://localhost:PORT_OF_api" } }
`,
    "feeds.http": `@feed = kernel-notes
@guid = kernel-notes/42

### all
GET {{host}}/feeds/{{feed}}/episodes

### beans
GET {{host}}/feeds/slow-cooking/episodes/8d1f0a52

### page tables
# @name tables
GET {{host}}/feeds/{{feed}}/episodes/{{guid}}
`,
  },
  servers: [{ name: "api", entry: "src/server.ts" }],
  ask: ["feeds.http#tables", "--env", "local"],
  facts: [
    "GET /feeds/kernel-notes/episodes 200",
    "GET /feeds/slow-cooking/episodes/8d1f0a52 200",
    "GET /feeds/kernel-notes/episodes/kernel-notes/42 404",
    "GET /feeds/kernel-notes/episodes/kernel-notes%2F42 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["id-encoding"],
    links: [
      { file: "feeds.http", text: "@guid" },
      { file: "src/feedRoutes.ts", text: '"/feeds/:feed/episodes/:guid"' },
    ],
    fixes: [{ url: "/feeds/kernel-notes/episodes/kernel-notes%2F42" }],
  },
};

/** Podcasts: transcripts and episodes. */
export const podcasts: readonly Scenario[] = [transcript, episode];
