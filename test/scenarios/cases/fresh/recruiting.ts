import type { Scenario } from "../../scenario.ts";

const letter: Scenario = {
  name: "letter-of-a-candidate",
  files: {
    "package.json": `{
  "name": "applicant-tracker",
  "type": "module",
  "scripts": { "dev": "node --watch src/index.ts", "typecheck": "tsc --noEmit" },
  "dependencies": { "@hono/node-server": "^2.0.0", "hono": "^4.6.0" }
}
`,
    "tsconfig.json": `{ "compilerOptions": { "module": "nodenext", "strict": true, "noEmit": true, "allowImportingTsExtensions": true } }
`,
    "src/index.ts": `import { serve } from "@hono/node-server";
import { createApi } from "./api.ts";

serve({ fetch: createApi().fetch, port: Number(process.env.PORT ?? 8787) });
`,
    "src/api.ts": `import { Hono } from "hono";
import { logger } from "hono/logger";
import { candidates } from "./candidates/candidates.routes.ts";
import { vacancies } from "./vacancies/vacancies.routes.ts";

export function createApi() {
  const api = new Hono().basePath("/api/v2");
  if (process.env.LOG) api.use(logger());
  api.route("/candidates", candidates);
  api.route("/vacancies", vacancies);
  return api;
}
`,
    "src/candidates/candidates.routes.ts": `import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { type Candidate, findCandidate } from "./candidates.store.ts";

type Env = { Variables: { candidate: Candidate } };

export const candidates = new Hono<Env>();

candidates.use("/:id/*", async (c, next) => {
  const candidate = findCandidate(c.req.param("id"));
  if (!candidate) throw new HTTPException(404, { message: "candidate not found" });
  c.set("candidate", candidate);
  await next();
});

candidates.get("/:id/profile", (c) => c.json({ name: c.get("candidate").name }));
candidates.get("/:id/cover-letter", (c) => c.text(c.get("candidate").letter));
candidates.get("/:id/curriculum-vitae", (c) => c.text(c.get("candidate").cv));
`,
    "src/candidates/candidates.store.ts": `export interface Candidate {
  readonly name: string;
  readonly letter: string;
  readonly cv: string;
}

const held = new Map<string, Candidate>([
  ["881", { name: "Noor Haddad", letter: "Dear team,", cv: "2019 – 2024 backend" }],
  ["882", { name: "Jan Peeters", letter: "Hello,", cv: "2012 – 2026 frontend" }],
]);

export const findCandidate = (id: string) => held.get(id);
`,
    "src/vacancies/vacancies.routes.ts": `import { Hono } from "hono";

export const vacancies = new Hono();
vacancies.get("/", (c) => c.json([{ id: 12, title: "Backend engineer" }]));
`,
    "web/src/api/candidates.ts": `const root = import.meta.env.VITE_API_ROOT;

export const loadLetter = (id: string) => fetch(\`\${root}/candidates/\${id}/coverletter\`).then((answer) => answer.text());
export const loadProfile = (id: string) => fetch(\`\${root}/candidates/\${id}/profile\`).then((answer) => answer.json());
`,
    "requests.http": `@root = http://localhost:PORT_OF_api/api/v2
@candidate = 881

### profile
GET {{root}}/candidates/{{candidate}}/profile

### letter, as the web app asks for it
# @name letter
GET {{root}}/candidates/{{candidate}}/coverletter
`,
  },
  servers: [{ name: "api", entry: "src/index.ts" }],
  ask: ["requests.http#letter"],
  facts: [
    "GET /api/v2/candidates/881/profile 200",
    "GET /api/v2/candidates/881/coverletter 404",
    "GET /api/v2/candidates/881/cover-letter 200",
    "GET /api/v2/candidates/999/cover-letter 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["path-typo"],
    links: [{ file: "src/candidates/candidates.routes.ts", text: '"/:id/cover-letter"' }],
    fixes: [{ url: "/api/v2/candidates/881/cover-letter" }],
  },
};

const interviews: Scenario = {
  name: "interviews-of-a-week",
  files: {
    "package.json": `{
  "name": "hiring",
  "type": "module",
  "dependencies": { "@koa/router": "^15.0.0", "koa": "^3.0.0" }
}
`,
    "CONTRIBUTING.md": `# Adding an endpoint

1. Create a file for the resource in \`src/routes\`. It exports a router as default.
2. It is picked up at the next start; there is no list to keep.
3. Add a request to \`hiring.http\`.
`,
    "src/main.js": `import Koa from "koa";
import { loadRoutes } from "./loadRoutes.js";
import { requestId } from "./requestId.js";

const app = new Koa();
app.use(requestId);
await loadRoutes(app, new URL("./routes/", import.meta.url));
app.listen(Number(process.env.PORT ?? 3000));
`,
    "src/requestId.js": `import { randomUUID } from "node:crypto";

export async function requestId(ctx, next) {
  ctx.set("X-Request-Id", ctx.get("X-Request-Id") || randomUUID());
  await next();
}
`,
    "src/loadRoutes.js": `import { readdir } from "node:fs/promises";

/** Mounts every router of a folder. */
export async function loadRoutes(app, folder) {
  const names = await readdir(folder);
  for (const name of names.sort()) {
    if (!name.endsWith(".routes.js")) continue;
    const { default: router } = await import(new URL(name, folder).href);
    app.use(router.routes());
    app.use(router.allowedMethods());
  }
}
`,
    "src/routes/offers.routes.js": `import Router from "@koa/router";

const router = new Router({ prefix: "/api/offers" });

router.get("/", (ctx) => {
  ctx.body = [{ id: 3, to: "Noor Haddad", state: "sent" }];
});

export default router;
`,
    "src/routes/panels.routes.js": `import Router from "@koa/router";

const router = new Router({ prefix: "/api/panels" });

router.get("/:panel", (ctx) => {
  ctx.assert(ctx.params.panel === "backend", 404, "No such panel");
  ctx.body = { members: ["Iris", "Mateo"] };
});

export default router;
`,
    "src/routes/interviews.route.js": `import Router from "@koa/router";

const planned = { "2026-W48": [{ candidate: 881, panel: "backend" }] };
const router = new Router({ prefix: "/api/interviews" });

router.get("/:week", (ctx) => {
  ctx.body = planned[ctx.params.week] ?? [];
});

router.post("/:week", (ctx) => {
  ctx.status = 202;
});

export default router;
`,
    "hiring.http": `@host=http://localhost:PORT_OF_api

### offers
GET {{host}}/api/offers

### panel
GET {{host}}/api/panels/backend

### interviews of this week
# @name week
GET {{host}}/api/interviews/2026-W48
`,
  },
  servers: [{ name: "api", entry: "src/main.js" }],
  ask: ["hiring.http#week"],
  facts: ["GET /api/offers 200", "GET /api/panels/backend 200", "GET /api/interviews/2026-W48 404"],
  truth: {
    outcome: "not-found",
    kinds: ["not-registered"],
    links: [
      { file: "src/routes/interviews.route.js", text: 'router.get("/:week"' },
      { file: "src/routes/interviews.route.js", text: "new Router(" },
      { file: "src/loadRoutes.js", text: 'endsWith(".routes.js")' },
    ],
    fixes: [{ kind: "register-route" }],
  },
};

/** Recruiting: letters of candidates and interviews. */
export const recruiting: readonly Scenario[] = [letter, interviews];
