import type { Scenario } from "../../scenario.ts";

const song: Scenario = {
  name: "song-of-the-book",
  files: {
    "package.json": `{
  "name": "songbook",
  "type": "module",
  "scripts": { "dev": "node server.mjs" },
  "dependencies": { "next": "^16.0.0", "react": "^19.0.0", "react-dom": "^19.0.0" }
}
`,
    ".gitignore": `.next
node_modules
`,
    "server.mjs": `import { createServer } from "node:http";
import next from "next";

const app = next({ dev: true, dir: import.meta.dirname });
await app.prepare();
const handle = app.getRequestHandler();
createServer((request, response) => handle(request, response)).listen(process.env.PORT ?? 3000);
`,
    "app/layout.jsx": `export const metadata = { title: "Songbook" };

export default function Layout({ children }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
`,
    "app/page.jsx": `import { songs } from "../lib/songs.js";

export default function Page() {
  return (
    <ul>
      {songs.map((song) => (
        <li key={song.id}>{song.title}</li>
      ))}
    </ul>
  );
}
`,
    "lib/songs.js": `export const songs = [
  { id: 1, title: "The water is wide", verses: 4 },
  { id: 2, title: "Barbara Allen", verses: 15 },
];
`,
    "app/api/v1/songs/route.js": `import { songs } from "../../../../lib/songs.js";

export async function GET() {
  return Response.json(songs);
}
`,
    "app/api/v1/songs/[id]/route.js": `import { songs } from "../../../../../lib/songs.js";

export async function GET(request, { params }) {
  const { id } = await params;
  const song = songs.find((one) => one.id === Number(id));
  if (!song) {
    return Response.json({ error: "Song not found" }, { status: 404 });
  }
  return Response.json(song);
}
`,
    "songs.http": `@site = http://localhost:PORT_OF_site

### second song
# @name second
GET {{site}}/api/songs/2
Accept: application/json
`,
  },
  servers: [{ name: "site", entry: "server.mjs" }],
  before: ["GET /api/songs/2 404"],
  ask: ["songs.http#second"],
  facts: ["GET /api/songs/2 404", "GET /api/v1/songs/2 200", "GET /api/v1/songs/9 404", "GET / 200"],
  truth: {
    outcome: "not-found",
    kinds: ["version-moved"],
    links: [{ file: "app/api/v1/songs/[id]/route.js", text: "export async function GET" }],
    fixes: [{ url: "/api/v1/songs/2" }],
  },
};

const tunes: Scenario = {
  name: "tune-behind-rewrites",
  files: {
    "package.json": `{ "name": "tunes", "private": true, "type": "module", "dependencies": { "next": "^16.0.0", "react": "^19.0.0", "react-dom": "^19.0.0", "fastify": "^5.0.0" } }
`,
    ".gitignore": `.next
`,
    "web.mjs": `import { createServer } from "node:http";
import next from "next";

const app = next({ dev: true, dir: import.meta.dirname });
await app.prepare();
const handle = app.getRequestHandler();
createServer((request, response) => handle(request, response)).listen(process.env.PORT ?? 3000);
`,
    "next.config.mjs": `const api = process.env.API_ORIGIN ?? "http://localhost:PORT_OF_api";

/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  async rewrites() {
    return [{ source: "/api/:path*", destination: \`\${api}/:path*\` }];
  },
};
`,
    "app/layout.jsx": `export default function Layout({ children }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
`,
    "app/page.jsx": `export default async function Page() {
  return <h1>Tunes</h1>;
}
`,
    "api/server.js": `import Fastify from "fastify";
import { tunes } from "./tunes.js";

const app = Fastify();
await app.register(tunes, { prefix: "/api/tunes" });
await app.listen({ port: Number(process.env.PORT ?? 4000) });
`,
    "api/tunes.js": `const all = [
  { id: "kesh", type: "jig" },
  { id: "banshee", type: "reel" },
];

export async function tunes(app) {
  app.get("/", async () => all);
  app.get("/:id", async ({ params }, reply) => all.find(({ id }) => id === params.id) ?? reply.code(404).send({ error: "no such tune" }));
}
`,
    "tunes.http": `# @name kesh
GET http://localhost:PORT_OF_web/api/tunes/kesh
`,
  },
  servers: [
    { name: "api", entry: "api/server.js" },
    { name: "web", entry: "web.mjs", env: { API_ORIGIN: "http://localhost:PORT_OF_api" }, passesOn: true },
  ],
  before: ["web:GET / 200"],
  ask: ["tunes.http#kesh"],
  facts: [
    "api:GET /api/tunes/kesh 200",
    "web:GET /api/tunes/kesh 404",
    "web:GET /api/api/tunes/kesh 200",
    "web:GET / 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["proxy-strips-prefix"],
    links: [
      { file: "next.config.mjs", text: "source:" },
      { file: "next.config.mjs", text: "async rewrites" },
      { file: "api/server.js", text: 'prefix: "/api/tunes"' },
    ],
    fixes: [{ kind: "edit-rewrite" }],
  },
};

const check: Scenario = {
  name: "check-of-the-songbook",
  files: {
    "package.json": `{ "name": "songbook-admin", "type": "module", "dependencies": { "next": "^16.0.0", "react": "^19.0.0", "react-dom": "^19.0.0" } }
`,
    ".gitignore": `.next
`,
    "server.mjs": `import { createServer } from "node:http";
import next from "next";

const app = next({ dev: true, dir: import.meta.dirname });
await app.prepare();
const handle = app.getRequestHandler();
createServer((request, response) => handle(request, response)).listen(process.env.PORT ?? 3000);
`,
    "app/layout.jsx": `export default function Layout({ children }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
`,
    "app/page.jsx": `export default function Page() {
  return <h1>Administration</h1>;
}
`,
    "app/api/_health/route.js": `export async function GET() {
  return Response.json({ status: "ok", at: new Date().toISOString() });
}
`,
    "app/api/editions/route.js": `export async function GET() {
  return Response.json([{ edition: 3, year: 2026 }]);
}
`,
    "ops/checks.http": `### editions
GET http://localhost:PORT_OF_site/api/editions

### health
# @name health
GET http://localhost:PORT_OF_site/api/_health
`,
  },
  servers: [{ name: "site", entry: "server.mjs" }],
  before: ["GET /api/editions 200", "GET /other 404"],
  ask: ["ops/checks.http#health"],
  facts: ["GET /api/editions 200", "GET /api/_health 404", "GET /other 404"],
  truth: {
    outcome: "not-found",
    kinds: ["server-filter", "not-registered"],
    links: [{ file: "app/api/_health/route.js", text: "export async function GET" }],
  },
};

/** Songbooks on Next.js: a song without its version, a backend behind rewrites, a check in a private folder. */
export const songbooks: readonly Scenario[] = [song, tunes, check];
