import type { Scenario } from "../../scenario.ts";

const blocks: Scenario = {
  name: "block-of-granite",
  files: {
    "package.json": `{ "name": "blocks", "dependencies": { "express": "^5.0.0" } }
`,
    "src/index.js": `const express = require("express");
const blocks = require("./blocks");

const app = express();
app.get("/ready", (req, res) => res.sendStatus(204));
app.use("/v1/blocks", blocks);
app.listen(process.env.PORT || 8080);
`,
    "src/blocks.js": `const { Router } = require("express");

const blocks = [{ id: "g-17", tonnes: 21.4 }, { id: "g-18", tonnes: 19.9 }];
const router = Router();

router.get("/", (req, res) => res.json(blocks));
router.get("/:id", (req, res) => {
  const block = blocks.find(({ id }) => id === req.params.id);
  if (!block) return res.status(404).json({ error: "block not found" });
  res.json(block);
});

module.exports = router;
`,
    "helm/values.yaml": `replicas: 2
image:
  repository: registry.example.com/blocks
  tag: 1.8.2
`,
    "helm/templates/ingress.yaml": `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: blocks
  annotations:
    nginx.ingress.kubernetes.io/use-regex: "true"
    nginx.ingress.kubernetes.io/rewrite-target: /$1
spec:
  ingressClassName: nginx
  rules:
    - http:
        paths:
          - path: /quarry(/|$)(.*)
            pathType: ImplementationSpecific
            backend:
              service:
                name: blocks
                port:
                  number: 80
`,
    "blocks.http": `@cluster = http://localhost:PORT_OF_ingress

### A block
# @name block
GET {{cluster}}/quarry/v1/blocks/g-17
`,
  },
  servers: [
    { name: "api", entry: "src/index.js" },
    {
      name: "ingress",
      entry: "front:ruleProxy",
      env: { RULES: '[{ "from": "^/quarry(/|$)(.*)$", "to": "/$1", "port": "PORT_OF_api" }]' },
    },
  ],
  ask: ["blocks.http#block"],
  facts: [
    "ingress:GET /quarry/v1/blocks/g-17 404",
    "api:GET /v1/blocks/g-17 200",
    "ingress:GET /other 404",
    "api:GET // 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["rewrite-rule"],
    links: [
      { file: "helm/templates/ingress.yaml", text: "rewrite-target" },
      { file: "helm/templates/ingress.yaml", text: "path: /quarry" },
    ],
    fixes: [{ kind: "edit-rewrite" }],
  },
};

const blasts: Scenario = {
  name: "permission-to-blast",
  files: {
    "package.json": `{
  "name": "blasting",
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
import { BlastingModule } from "./blasting/blasting.module";

const app = await NestFactory.create(BlastingModule, { logger: false });
app.setGlobalPrefix("api", { exclude: ["health"] });
await app.listen(process.env.PORT ?? 3000);
`,
    "src/blasting/blasting.module.ts": `import { Module } from "@nestjs/common";
import { BlastingController } from "./blasting.controller";
import { BlastingService } from "./blasting.service";

@Module({ controllers: [BlastingController], providers: [BlastingService] })
export class BlastingModule {}
`,
    "src/blasting/blasting.controller.ts": `import { Body, Controller, Get, HttpCode, Inject, Post } from "@nestjs/common";
import { BlastingService } from "./blasting.service";

@Controller("blasts")
export class BlastingController {
  constructor(@Inject(BlastingService) private readonly blasting: BlastingService) {}

  @Get()
  planned() {
    return this.blasting.planned();
  }

  @Post("search")
  @HttpCode(200)
  search(@Body() filter: { from: string; to: string }) {
    return this.blasting.between(filter.from, filter.to);
  }
}
`,
    "src/blasting/blasting.service.ts": `import { Injectable } from "@nestjs/common";

@Injectable()
export class BlastingService {
  private readonly blasts = [{ on: "2026-06-02", wall: "North", permitted: true }];

  planned() {
    return this.blasts;
  }

  between(from: string, to: string) {
    return this.blasts.filter(({ on }) => on >= from && on <= to);
  }
}
`,
    "blasts.http": `@api = http://localhost:PORT_OF_api/api

### planned
GET {{api}}/blasts

### June
# @name june
GET {{api}}/blasts/search?from=2026-06-01&to=2026-06-30
`,
  },
  servers: [{ name: "api", entry: "start.mjs" }],
  ask: ["blasts.http#june"],
  facts: ["GET /api/blasts 200", "GET /api/blasts/search?from=2026-06-01&to=2026-06-30 404", "GET /api/other 404"],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-method"],
    links: [
      { file: "src/blasting/blasting.controller.ts", text: '@Post("search")' },
      { file: "src/blasting/blasting.controller.ts", text: "search(@Body" },
    ],
    fixes: [{ url: "/api/blasts/search?from=2026-06-01&to=2026-06-30", method: "POST" }],
  },
};

const scales: Scenario = {
  name: "settings-of-the-scales",
  files: {
    "package.json": `{ "name": "weighing-site", "type": "module", "dependencies": { "koa": "^3.0.0" } }
`,
    "server.js": `import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import Koa from "koa";

const root = new URL("./public/", import.meta.url).pathname;
const types = new Set([".html", ".css", ".js", ".svg", ".png", ".json"]);

const app = new Koa();

app.use(async (ctx, next) => {
  const file = join(root, normalize(ctx.path === "/" ? "/index.html" : ctx.path));
  if (!types.has(extname(file))) return next();
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) return next();
  ctx.type = extname(file);
  ctx.body = createReadStream(file);
});

app.listen(process.env.PORT ?? 3000);
`,
    "public/index.html": `<!doctype html>
<title>Weighing</title>
<a href="/manual.pdf">Manual</a>
`,
    "public/site.css": `body { margin: 2rem; }
`,
    "public/manual.pdf": `%PDF-1.4
`,
    "site.http": `@site = http://localhost:PORT_OF_site

### start
GET {{site}}/

### manual
# @name manual
GET {{site}}/manual.pdf
`,
  },
  servers: [{ name: "site", entry: "server.js" }],
  ask: ["site.http#manual"],
  facts: ["GET / 200", "GET /site.css 200", "GET /manual.pdf 404", "GET /other 404"],
  truth: {
    outcome: "not-found",
    kinds: ["server-filter"],
    links: [
      { file: "server.js", text: "const types" },
      { file: "server.js", text: "types.has" },
      { file: "public/manual.pdf", text: "%PDF" },
    ],
  },
};

/** Quarries: blocks behind an ingress, a permit that was sent by the wrong method, a manual of the scales. */
export const quarries: readonly Scenario[] = [blocks, blasts, scales];
