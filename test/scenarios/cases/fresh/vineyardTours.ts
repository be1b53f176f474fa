import type { Scenario } from "../../scenario.ts";

const door: Scenario = {
  name: "door-of-the-cellar",
  files: {
    "package.json": `{ "name": "cellar-door", "type": "module", "dependencies": { "fastify": "^5.0.0" } }
`,
    ".env.example": `STAFF_HOST=staff.cellar.example
PUBLIC_HOST=www.cellar.example
`,
    "src/main.js": `import Fastify from "fastify";
import { readHosts } from "./hosts.js";
import { opening } from "./opening.js";
import { shifts } from "./shifts.js";

const hosts = readHosts(process.env);
const app = Fastify();

app.register(opening);
app.register(shifts, { prefix: "/shifts", hosts });

await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "src/hosts.js": `export function readHosts(env) {
  return {
    staff: env.STAFF_HOST ?? "staff.cellar.example",
    public: env.PUBLIC_HOST ?? "www.cellar.example",
  };
}
`,
    "src/opening.js": `export async function opening(app) {
  app.get("/opening", async () => ({ friday: ["14:00", "19:00"] }));
}
`,
    "src/shifts.js": `const plan = { "2026-06-05": ["Rosa", "Jan"], "2026-06-06": ["Rosa"] };

export async function shifts(app, { hosts }) {
  app.route({
    method: "GET",
    url: "/:day",
    constraints: { host: hosts.staff },
    handler: async ({ params }, reply) => plan[params.day] ?? reply.code(404).send({ error: "nobody works on that day" }),
  });
}
`,
    "cellar.http": `@api = http://localhost:PORT_OF_api

### opening
GET {{api}}/opening

### Friday's shift
# @name friday
GET {{api}}/shifts/2026-06-05
`,
  },
  servers: [{ name: "api", entry: "src/main.js" }],
  ask: ["cellar.http#friday"],
  facts: [
    "GET /opening 200",
    "GET /shifts/2026-06-05 404",
    "GET /shifts/2026-06-05 200 | Host: staff.cellar.example",
    "GET /shifts/2026-01-01 404 | Host: staff.cellar.example",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["host-unmatched"],
    links: [
      { file: "src/shifts.js", text: "constraints: { host" },
      { file: "src/shifts.js", text: 'url: "/:day"' },
      { file: "src/shifts.js", text: "app.route({" },
      { file: "src/hosts.js", text: "staff: env" },
      { file: ".env.example", text: "STAFF_HOST" },
    ],
    fixes: [{ kind: "edit-request" }],
  },
};

const tastings: Scenario = {
  name: "tasting-of-a-group",
  files: {
    "package.json": `{ "name": "tastings", "type": "module", "version": "1.12.0", "dependencies": { "hono": "^4.6.0", "@hono/node-server": "^1.13.0" } }
`,
    "src/server.ts": `import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { groups } from "./groups.ts";
import { tastings } from "./tastings.ts";
import { wines } from "./wines.ts";

const app = new Hono().basePath("/api");
app.route("/wines", wines);
app.route("/tastings", tastings);
app.route("/groups", groups);

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "src/wines.ts": `import { Hono } from "hono";

export const wines = new Hono();
wines.get("/", (c) => c.json([{ id: "riesling-24", litres: 800 }]));
`,
    "src/tastings.ts": `import { Hono } from "hono";

export const tastings = new Hono();
tastings.get("/", (c) => c.json([{ id: 5, wine: "riesling-24" }]));
`,
    "src/groups.ts": `import { Hono } from "hono";

const groups = [{ id: 12, people: 9, tasting: 5 }];

export const groupOf = (id: number) => groups.find((group) => group.id === id);

const routes = new Hono();
routes.get("/", (c) => c.json(groups));
routes.get("/:id", (c) => {
  const group = groupOf(Number(c.req.param("id")));
  return group ? c.json(group) : c.json({ error: "group not found" }, 404);
});

export { routes as groups };
`,
    "tastings.http": `@api = http://localhost:PORT_OF_api/api

### wines
GET {{api}}/wines

### groups
# @name group
GET {{api}}/groups/12
`,
  },
  deployed: {
    "package.json": `{ "type": "module" }
`,
    "server.ts": `import { serve } from "@hono/node-server";
import { Hono } from "hono";

const app = new Hono().basePath("/api");
app.get("/wines", (c) => c.json([{ id: "riesling-24", litres: 800 }]));
app.get("/tastings", (c) => c.json([{ id: 5, wine: "riesling-24" }]));

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
  },
  servers: [{ name: "api", entry: "deployed:server.ts" }],
  ask: ["tastings.http#group"],
  facts: [
    "GET /api/wines 200",
    "GET /api/tastings 200",
    "GET /api/groups/12 404",
    "GET /api/groups 404",
    "GET /other 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["not-deployed"],
    links: [
      { file: "src/server.ts", text: 'app.route("/groups"' },
      { file: "src/groups.ts", text: 'routes.get("/:id"' },
    ],
  },
};

const voucher: Scenario = {
  name: "voucher-of-a-guest",
  files: {
    "package.json": `{ "name": "vouchers", "type": "module" }
`,
    "template.yaml": `AWSTemplateFormatVersion: "2010-09-09"
Transform: AWS::Serverless-2016-10-31
Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: live
  GetVoucher:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      CodeUri: src/
      Handler: vouchers.get
      Events:
        Get:
          Type: Api
          Properties:
            RestApiId: !Ref Api
            Path: /vouchers/{code}
            Method: get
`,
    "src/vouchers.js": `const vouchers = new Map([["TOUR-4471", { code: "TOUR-4471", guests: 2 }]]);

export async function get(event) {
  const voucher = vouchers.get(event.pathParameters.code);
  if (!voucher) return { statusCode: 404, body: JSON.stringify({ message: "Voucher not found" }) };
  return { statusCode: 200, body: JSON.stringify(voucher) };
}
`,
    "vouchers.http": `@gateway = http://localhost:PORT_OF_gateway

### a voucher
# @name voucher
GET {{gateway}}/vouchers/TOUR-4471
`,
  },
  deployed: {
    "gateway.mjs": `import { createServer } from "node:http";

createServer((request, response) => {
  const send = (status, body, type) => {
    const fields = { "content-type": "application/json", "x-amzn-requestid": "1f0a5b7e-3f1c-4a51-9a3e-0d2c7c0f3b11", "x-amz-apigw-id": "LmQ0yFQlFiAEf0w=" };
    response.writeHead(status, type === undefined ? fields : { ...fields, "x-amzn-errortype": type }).end(JSON.stringify(body));
  };
  const [, stage, rest] = /^\\/([^/?]*)([^?]*)/.exec(request.url);
  if (stage !== "live") return send(403, { message: "Forbidden" }, "ForbiddenException");
  if (rest === "/vouchers/TOUR-4471") return send(200, { code: "TOUR-4471", guests: 2 });
  if (/^\\/vouchers\\/[^/]+$/.test(rest)) return send(404, { message: "Voucher not found" });
  send(403, { message: "Missing Authentication Token" }, "MissingAuthenticationTokenException");
}).listen(process.env.PORT);
`,
  },
  servers: [{ name: "gateway", entry: "deployed:gateway.mjs" }],
  ask: ["vouchers.http#voucher"],
  facts: [
    "GET /vouchers/TOUR-4471 403",
    "GET /live/vouchers/TOUR-4471 200",
    "GET /live/vouchers/TOUR-1 404",
    "GET /live/other 403",
  ],
  truth: {
    outcome: "soft-not-found",
    kinds: ["base-path"],
    links: [
      { file: "template.yaml", text: "StageName" },
      { file: "template.yaml", text: "Path: /vouchers/{code}" },
      { file: "template.yaml", text: "Handler: vouchers.get" },
    ],
    fixes: [{ url: "/live/vouchers/TOUR-4471" }],
  },
};

/** Tours of vineyards: a cellar door by its host, a tasting that the running build lacks, a voucher of a stage. */
export const vineyardTours: readonly Scenario[] = [door, tastings, voucher];
