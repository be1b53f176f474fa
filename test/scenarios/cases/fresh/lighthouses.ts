import type { Scenario } from "../../scenario.ts";

const nearby: Scenario = {
  name: "lights-near-the-boat",
  files: {
    "package.json": `{ "name": "lights", "type": "module", "dependencies": { "koa": "^3.0.0", "@koa/router": "^14.0.0" } }
`,
    "app.js": `import Koa from "koa";
import { router } from "./router.js";

const app = new Koa();
app.use(router.routes()).use(router.allowedMethods());
app.listen(process.env.PORT ?? 3000);
`,
    "router.js": `import Router from "@koa/router";
import { lights, nearestTo } from "./lights.js";

export const router = new Router({ prefix: "/lighthouses" });

router.get("/", (ctx) => {
  ctx.body = lights;
});

router.get("/:id", (ctx) => {
  const light = lights.find(({ id }) => id === ctx.params.id);
  if (!light) ctx.throw(404, "Lighthouse not found");
  ctx.body = light;
});

router.get("/nearby", (ctx) => {
  const { lat, lon } = ctx.query;
  ctx.body = nearestTo(Number(lat), Number(lon));
});
`,
    "lights.js": `export const lights = [
  { id: "fastnet", lat: 51.39, lon: -9.6 },
  { id: "eddystone", lat: 50.18, lon: -4.27 },
  { id: "bishop-rock", lat: 49.87, lon: -6.44 },
];

export function nearestTo(lat, lon) {
  const distance = (light) => Math.hypot(light.lat - lat, light.lon - lon);
  return lights.toSorted((a, b) => distance(a) - distance(b)).slice(0, 2);
}
`,
    "chart.http": `@api = http://localhost:PORT_OF_lights

### Nearby
# @name nearby
GET {{api}}/lighthouses/nearby?lat=50.1&lon=-5.0
`,
  },
  servers: [{ name: "lights", entry: "app.js" }],
  ask: ["chart.http#nearby"],
  facts: [
    "GET /lighthouses/nearby?lat=50.1&lon=-5.0 404",
    "GET /lighthouses/fastnet 200",
    "GET /lighthouses 200",
    "GET /lighthouses/none 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["shadowed"],
    links: [
      { file: "router.js", text: 'router.get("/:id"' },
      { file: "router.js", text: 'router.get("/nearby"' },
    ],
  },
};

const operations: Scenario = {
  name: "beacons-and-their-ports",
  files: {
    "package.json": `{ "name": "beacons", "type": "module", "dependencies": { "hono": "^4.6.0", "@hono/node-server": "^1.13.0" } }
`,
    "README.md": `# Beacons

| Process | Start | Address |
| --- | --- | --- |
| API | \`node src/api.ts\` | http://localhost:PORT_OF_api |
| Metrics | \`node src/metrics.ts\` | http://localhost:PORT_OF_metrics |
`,
    "src/api.ts": `import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { beacons } from "./beacons.ts";

const app = new Hono().basePath("/api");
app.route("/beacons", beacons);

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "src/beacons.ts": `import { Hono } from "hono";

const all = [
  { id: 5, name: "Longstone", period: 20 },
  { id: 6, name: "Coquet", period: 20 },
];

export const beacons = new Hono();
beacons.get("/", (c) => c.json(all));
beacons.get("/:id", (c) => {
  const beacon = all.find(({ id }) => id === Number(c.req.param("id")));
  return beacon ? c.json(beacon) : c.json({ error: "unknown beacon" }, 404);
});
`,
    "src/metrics.ts": `import { serve } from "@hono/node-server";
import { Hono } from "hono";

const app = new Hono();
app.get("/metrics", (c) => c.text(\`process_uptime_seconds \${process.uptime()}\\n\`));
app.get("/healthz", (c) => c.text("ok"));

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 9100) });
`,
    "http/http-client.env.json": `{
  "local": {
    "api": "http://localhost:PORT_OF_metrics",
    "metrics": "http://localhost:PORT_OF_metrics"
  }
}
`,
    "http/beacons.http": `### List
GET {{api}}/api/beacons

### Longstone
# @name longstone
GET {{api}}/api/beacons/5

### Scrape
GET {{metrics}}/metrics
`,
  },
  servers: [
    { name: "api", entry: "src/api.ts" },
    { name: "metrics", entry: "src/metrics.ts" },
  ],
  ask: ["http/beacons.http#longstone", "--env", "local"],
  facts: [
    "metrics:GET /api/beacons/5 404",
    "api:GET /api/beacons/5 200",
    "metrics:GET /healthz 200",
    "api:GET /api/beacons/99 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-entrypoint"],
    links: [
      { file: "http/http-client.env.json", text: '"api":' },
      { file: "README.md", text: "| API |" },
      { file: "src/beacons.ts", text: 'beacons.get("/:id"' },
    ],
    fixes: [{ url: "http://localhost:PORT_OF_api/api/beacons/5" }],
  },
};

const keepers: Scenario = {
  name: "logbook-of-the-keeper",
  files: {
    "package.json": `{
  "name": "keepers",
  "dependencies": {
    "@nestjs/common": "^11.0.0",
    "@nestjs/core": "^11.0.0",
    "@nestjs/platform-express": "^11.0.0",
    "reflect-metadata": "^0.2.2"
  }
}
`,
    "tsconfig.json": `{ "compilerOptions": { "target": "es2022", "module": "esnext", "moduleResolution": "bundler", "experimentalDecorators": true } }
`,
    "scripts/start.mjs": `import { build } from "esbuild";

await build({
  entryPoints: ["src/main.ts"],
  outfile: "dist/main.mjs",
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
});
await import("../dist/main.mjs");
`,
    "src/main.ts": `import "reflect-metadata";
import { NestFactory } from "@nestjs/core";
import { AppModule } from "./app.module";

const app = await NestFactory.create(AppModule, { logger: ["error"] });
await app.listen(process.env.PORT ?? 3000);
`,
    "src/app.module.ts": `import { Module } from "@nestjs/common";
import { KeepersModule } from "./keepers/keepers.module";

@Module({ imports: [KeepersModule] })
export class AppModule {}
`,
    "src/keepers/keepers.module.ts": `import { Module } from "@nestjs/common";
import { KeepersController } from "./keepers.controller";

@Module({ controllers: [KeepersController] })
export class KeepersModule {}
`,
    "src/keepers/keepers.controller.ts": `import { Controller, Get } from "@nestjs/common";

@Controller("keepers")
export class KeepersController {
  @Get()
  list() {
    return [{ id: 1, name: "Morag" }];
  }
}
`,
    "src/logbook/logbook.module.ts": `import { Module } from "@nestjs/common";
import { LogbookController } from "./logbook.controller";

@Module({ controllers: [LogbookController] })
export class LogbookModule {}
`,
    "src/logbook/logbook.controller.ts": `import { Controller, Get, Param } from "@nestjs/common";

@Controller("logbook")
export class LogbookController {
  @Get()
  list() {
    return [{ day: "2026-03-02", wind: "SW 7" }];
  }

  @Get(":day")
  one(@Param("day") day: string) {
    return { day, wind: "SW 7" };
  }
}
`,
    "keepers.http": `@url = http://localhost:PORT_OF_app

### Keepers
GET {{url}}/keepers

### Logbook
# @name logbook
GET {{url}}/logbook
`,
  },
  servers: [{ name: "app", entry: "scripts/start.mjs" }],
  ask: ["keepers.http#logbook"],
  facts: ["GET /logbook 404", "GET /keepers 200"],
  truth: {
    outcome: "not-found",
    kinds: ["not-registered"],
    links: [
      { file: "src/app.module.ts", text: "@Module(" },
      { file: "src/logbook/logbook.module.ts", text: "export class LogbookModule" },
      { file: "src/logbook/logbook.module.ts", text: "@Module(" },
      { file: "src/logbook/logbook.controller.ts", text: '@Controller("logbook")' },
      { file: "src/logbook/logbook.controller.ts", text: "@Get()" },
      { file: "src/logbook/logbook.controller.ts", text: "export class LogbookController" },
    ],
  },
};

/** Lighthouses: those near a boat, beacons on another port, a logbook that no module brings. */
export const lighthouses: readonly Scenario[] = [nearby, operations, keepers];
