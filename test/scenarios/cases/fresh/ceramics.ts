import type { Scenario } from "../../scenario.ts";

const kiln: Scenario = {
  name: "firing-of-a-kiln",
  files: {
    "package.json": `{ "name": "kilns", "type": "module", "dependencies": { "fastify": "^5.0.0" } }
`,
    "server/main.ts": `import Fastify from "fastify";
import { firings } from "./firings.ts";
import { kilns } from "./kilns.ts";

const app = Fastify();
await app.register(kilns, { prefix: "/api/kilns" });
await app.register(firings, { prefix: "/api/firings" });
await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "server/kilns.ts": `import type { FastifyInstance } from "fastify";

export async function kilns(app: FastifyInstance) {
  app.get("/", async () => [{ id: "k1", litres: 120 }]);
}
`,
    "server/firings.ts": `import type { FastifyInstance } from "fastify";

const all = [{ id: 7, kiln: "k1", cone: 6 }];

export async function firings(app: FastifyInstance) {
  app.get<{ Params: { id: string } }>("/:id", async ({ params }, reply) => {
    return all.find(({ id }) => id === Number(params.id)) ?? reply.code(404).send({ error: "firing not found" });
  });
}
`,
    "web/.env": `VITE_API_URL=http://localhost:PORT_OF_api/api/
`,
    "web/src/api.ts": `const base = import.meta.env.VITE_API_URL;

async function get<T>(path: string): Promise<T> {
  const response = await fetch(\`\${base}\${path}\`, { headers: { accept: "application/json" } });
  if (!response.ok) throw new Error(\`\${path}: \${response.status}\`);
  return response.json() as Promise<T>;
}

export const getKilns = () => get<{ id: string }[]>("/kilns");
export const getFiring = (id: number) => get<{ cone: number }>(\`/firings/\${id}\`);
`,
  },
  servers: [{ name: "api", entry: "server/main.ts" }],
  ask: [
    "--curl",
    "curl 'http://localhost:PORT_OF_api/api//firings/7' -H 'accept: application/json' -H 'referer: http://localhost:5173/'",
  ],
  facts: ["GET /api//firings/7 404", "GET /api/firings/7 200", "GET /api/kilns 200", "GET /api/firings/70 404"],
  truth: {
    outcome: "not-found",
    kinds: ["proxy-joins-wrong"],
    links: [
      { file: "web/.env", text: "VITE_API_URL" },
      { file: "web/src/api.ts", text: "fetch(" },
      { file: "web/src/api.ts", text: "export const getFiring" },
      { file: "server/firings.ts", text: '("/:id"' },
    ],
    fixes: [{ url: "/api/firings/7" }],
  },
};

const window: Scenario = {
  name: "enquiry-from-the-window",
  files: {
    "package.json": `{ "name": "enquiries", "type": "module", "dependencies": { "fastify": "^5.0.0" } }
`,
    "src/app.js": `import Fastify from "fastify";
import { enquiries } from "./enquiries.js";

const app = Fastify();

app.addHook("onSend", async (request, reply) => {
  reply.header("Access-Control-Allow-Origin", "https://ceramics.example");
});

app.get("/hours", async () => ({ saturday: "10:00" }));
app.register(enquiries, { prefix: "/enquiries" });

await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "src/enquiries.js": `export async function enquiries(app) {
  app.post("/", async (request, reply) => {
    const { email, text } = request.body;
    reply.code(202);
    return { email, characters: text.length };
  });
}
`,
    "tests.http": `@api = http://localhost:PORT_OF_api

### Hours
GET {{api}}/hours

### Network tab, first line
# @name options
OPTIONS {{api}}/enquiries
Origin: https://ceramics.example
Access-Control-Request-Method: POST
Access-Control-Request-Headers: content-type
`,
  },
  servers: [{ name: "api", entry: "src/app.js" }],
  ask: ["tests.http#options"],
  facts: [
    "OPTIONS /enquiries 404 | Origin: https://ceramics.example | Access-Control-Request-Method: POST",
    "GET /hours 200",
    "OPTIONS /other 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["preflight"],
    links: [
      { file: "src/enquiries.js", text: 'app.post("/"' },
      { file: "src/app.js", text: "Access-Control-Allow-Origin" },
    ],
  },
};

const studio: Scenario = {
  name: "door-of-the-studio",
  files: {
    "README.md": `# Studio

1. \`npm run api\` starts the API.
2. \`npm run dev\` starts the site; open http://localhost:PORT_OF_site/.
`,
    "package.json": `{
  "name": "studio",
  "type": "module",
  "scripts": { "api": "node api/index.js", "dev": "vite" },
  "dependencies": { "koa": "^3.0.0", "@koa/router": "^14.0.0" }
}
`,
    "vite.config.js": `import { defineConfig } from "vite";

export default defineConfig({
  root: "site",
  server: {
    port: PORT_OF_site,
    strictPort: true,
    proxy: { "/api": "http://localhost:PORT_OF_api" },
  },
});
`,
    "site/index.html": `<!doctype html>
<title>Studio</title>
<main></main>
<script type="module">
  const courses = await (await fetch("/api/courses")).json();
  document.querySelector("main").textContent = courses.map((course) => course.title).join(", ");
</script>
`,
    "api/index.js": `import Router from "@koa/router";
import Koa from "koa";

const courses = [{ id: 1, title: "Throwing" }, { id: 2, title: "Glazing" }];
const router = new Router({ prefix: "/api" });
router.get("/courses", (ctx) => {
  ctx.body = courses;
});
router.get("/courses/:id", (ctx) => {
  ctx.body = courses.find(({ id }) => id === Number(ctx.params.id)) ?? ctx.throw(404, "no such course");
});

new Koa().use(router.routes()).use(router.allowedMethods()).listen(process.env.PORT ?? 4000);
`,
    "check.http": `### the site
# @name site
GET http://localhost:PORT_OF_api/
Accept: text/html

### the courses
GET http://localhost:PORT_OF_api/api/courses
`,
  },
  servers: [
    { name: "api", entry: "api/index.js" },
    { name: "site", entry: "front:devProxy", env: { PREFIX: "/api", UPSTREAM: "PORT_OF_api" } },
  ],
  ask: ["check.http#site"],
  facts: ["api:GET / 404", "api:GET /api/courses 200", "site:GET / 200", "site:GET /api/courses 200"],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-entrypoint"],
    fixes: [{ url: "http://localhost:PORT_OF_site/" }, { url: "/api/courses" }],
  },
};

/** Ceramics: a kiln whose address got a slash too many, a preflight of the shop window, a studio that was asked at the wrong door. */
export const ceramics: readonly Scenario[] = [kiln, window, studio];
