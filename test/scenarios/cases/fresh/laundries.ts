import type { Scenario } from "../../scenario.ts";

const office: Scenario = {
  name: "office-of-the-laundry",
  files: {
    "package.json": `{ "name": "laundry-office", "type": "module", "dependencies": { "fastify": "^5.0.0" } }
`,
    "src/server.js": `import Fastify from "fastify";
import { pages } from "./pages.js";
import { session } from "./session.js";

const app = Fastify({ trustProxy: true });
app.addHook("onRequest", session);
app.register(pages);
await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "src/session.js": `const open = new Set(["/login", "/healthz"]);

export async function session(request, reply) {
  const signedIn = /(^|; )sid=[0-9a-f]{8}/.test(request.headers.cookie ?? "");
  if (!signedIn && !open.has(request.routeOptions.url)) {
    return reply.redirect("/login", 302);
  }
}
`,
    "src/pages.js": `const html = (title) => \`<!doctype html><title>\${title}</title><h1>\${title}</h1>\`;

export async function pages(app) {
  app.get("/healthz", async () => "ok");
  app.get("/login", async (request, reply) => reply.type("text/html").send(html("Sign in")));
  app.get("/dashboard", async (request, reply) => reply.type("text/html").send(html("Dashboard")));
}
`,
    "deploy/nginx.conf": `server {
  listen 80 default_server;

  location /office/ {
    proxy_pass http://127.0.0.1:PORT_OF_office/;
    proxy_set_header X-Forwarded-Prefix /office;
    proxy_set_header Host $http_host;
  }
}
`,
    "office.http": `@site = http://localhost:PORT_OF_web

### up?
GET {{site}}/office/healthz

### dashboard
# @name dashboard
GET {{site}}/office/dashboard
Accept: text/html
`,
  },
  servers: [
    { name: "office", entry: "src/server.js" },
    {
      name: "web",
      entry: "front:ruleProxy",
      env: { RULES: '[{ "from": "^/office/", "to": "/", "port": "PORT_OF_office" }]' },
    },
  ],
  ask: ["office.http#dashboard"],
  facts: [
    "web:GET /office/healthz 200",
    "web:GET /office/dashboard 302",
    "web:GET /login 404",
    "web:GET /office/login 200",
    "web:GET /office/dashboard 200 | Cookie: sid=0a1b2c3d",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["redirect-drops-path"],
    links: [
      { file: "src/session.js", text: "reply.redirect(" },
      { file: "deploy/nginx.conf", text: "proxy_pass" },
    ],
    fixes: [{ url: "/office/login" }, { kind: "edit-route" }, { kind: "edit-rewrite" }],
  },
};

const machines: Scenario = {
  name: "machines-of-a-house",
  files: {
    "package.json": `{
  "name": "machine-park",
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
await app.listen(process.env.PORT ?? 3000);
`,
    "src/app.module.ts": `import { Module } from "@nestjs/common";
import { MachinesController } from "./machines.controller";
import { PricesController } from "./prices.controller";

@Module({ controllers: [PricesController, MachinesController] })
export class AppModule {}
`,
    "src/prices.controller.ts": `import { Controller, Get } from "@nestjs/common";

@Controller("prices")
export class PricesController {
  @Get()
  list() {
    return [{ kilos: 8, price: 4.5 }];
  }
}
`,
    "src/machines.controller.ts": `import { Controller, Get, NotFoundException, Param } from "@nestjs/common";

const machines = [
  { id: "w-1", kilos: 8, busy: true },
  { id: "w-2", kilos: 11, busy: false },
];

@Controller({ path: "machines", host: "staff.laundry.example" })
export class MachinesController {
  @Get()
  list() {
    return machines;
  }

  @Get(":id")
  one(@Param("id") id: string) {
    const machine = machines.find((each) => each.id === id);
    if (!machine) throw new NotFoundException(\`Machine \${id} not found\`);
    return machine;
  }
}
`,
    "requests.http": `@api = http://localhost:PORT_OF_api

### prices
GET {{api}}/prices

### machine
# @name machine
GET {{api}}/machines/w-2
`,
  },
  servers: [{ name: "api", entry: "start.mjs" }],
  ask: ["requests.http#machine"],
  facts: [
    "GET /prices 200",
    "GET /machines/w-2 404",
    "GET /machines/w-2 200 | Host: staff.laundry.example",
    "GET /machines/w-9 404 | Host: staff.laundry.example",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["host-unmatched"],
    links: [
      { file: "src/machines.controller.ts", text: 'host: "staff.laundry.example"' },
      { file: "src/machines.controller.ts", text: '@Get(":id")' },
    ],
    fixes: [{ kind: "edit-request" }],
  },
};

const totals: Scenario = {
  name: "totals-of-the-counter",
  files: {
    "package.json": `{ "name": "counter", "type": "module", "version": "3.2.0", "dependencies": { "express": "^5.1.0" } }
`,
    "src/server.ts": `import express from "express";
import { receipts } from "./receipts.ts";

const app = express();
app.use("/receipts", receipts);
app.listen(Number(process.env.PORT ?? 3000));
`,
    "src/receipts.ts": `import { Router } from "express";
import { all, byNumber, totals } from "./book.ts";

export const receipts = Router();

receipts.get("/", (_req, res) => {
  res.json(all());
});

receipts.get("/totals", (_req, res) => {
  res.json(totals());
});

receipts.get("/:number", (req, res) => {
  const receipt = byNumber(req.params.number);
  if (receipt === undefined) {
    res.status(404).json({ error: \`Receipt \${req.params.number} not found\` });
    return;
  }
  res.json(receipt);
});
`,
    "src/book.ts": `interface Receipt {
  readonly number: string;
  readonly total: number;
}

const book: readonly Receipt[] = [
  { number: "R-5501", total: 12.5 },
  { number: "R-5502", total: 8 },
];

export const all = () => book;
export const byNumber = (number: string) => book.find((receipt) => receipt.number === number);
export const totals = () => ({ count: book.length, sum: book.reduce((sum, { total }) => sum + total, 0) });
`,
    "counter.http": `@counter = http://localhost:PORT_OF_api

### Receipts
GET {{counter}}/receipts

### Totals of today
# @name totals
GET {{counter}}/receipts/totals
`,
  },
  deployed: {
    "package.json": `{ "type": "module" }
`,
    "server.ts": `import express, { Router } from "express";

const book = [
  { number: "R-5501", total: 12.5 },
  { number: "R-5502", total: 8 },
];

const receipts = Router();
receipts.get("/", (_req, res) => {
  res.json(book);
});
receipts.get("/:number", (req, res) => {
  const receipt = book.find(({ number }) => number === req.params.number);
  if (receipt === undefined) {
    res.status(404).json({ error: \`Receipt \${req.params.number} not found\` });
    return;
  }
  res.json(receipt);
});

const app = express();
app.use("/receipts", receipts);
app.listen(Number(process.env.PORT ?? 3000));
`,
  },
  servers: [{ name: "api", entry: "deployed:server.ts" }],
  ask: ["counter.http#totals"],
  facts: [
    "GET /receipts 200",
    "GET /receipts/totals 404",
    "GET /receipts/R-5501 200",
    "GET /receipts/R-1 404",
    "GET /other 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["not-deployed"],
    links: [{ file: "src/receipts.ts", text: 'receipts.get("/totals"' }],
  },
};

/** Laundries: an office behind a prefix, washing machines by host, a counter that the running build does not have. */
export const laundries: readonly Scenario[] = [office, machines, totals];
