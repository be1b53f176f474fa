import type { Scenario } from "../../scenario.ts";

const menu: Scenario = {
  name: "menu-of-another-shop",
  files: {
    "package.json": `{ "name": "storefronts", "type": "module", "dependencies": { "express": "^5.1.0" } }
`,
    "src/server.js": `import express from "express";
import { byHost } from "./byHost.js";
import { bakery } from "./shops/bakery.js";
import { florist } from "./shops/florist.js";

const app = express();
app.use(byHost("bakery.courier.test", bakery));
app.use(byHost("florist.courier.test", florist));
app.use((req, res) => res.status(404).send("Unknown shop"));
app.listen(process.env.PORT ?? 3000);
`,
    "src/byHost.js": `export const byHost = (host, router) => (req, res, next) => (req.hostname === host ? router(req, res, next) : next());
`,
    "src/shops/bakery.js": `import { Router } from "express";

export const bakery = Router();
bakery.get("/offers", (req, res) => res.json([{ item: "rye", price: 4 }]));
`,
    "src/shops/florist.js": `import { Router } from "express";

export const florist = Router();
florist.get("/bouquets", (req, res) => res.json([{ item: "tulips", price: 12 }]));
`,
    "dev/hosts.md": `Put this into \`/etc/hosts\`:

    127.0.0.1 bakery.courier.test florist.courier.test
`,
    "shops.http": `### flowers
GET http://localhost:PORT_OF_web/bouquets
Host: florist.courier.test

### bread
# @name bread
GET http://localhost:PORT_OF_web/offers
`,
  },
  servers: [{ name: "web", entry: "src/server.js" }],
  ask: ["shops.http#bread"],
  facts: [
    "GET /offers 404",
    "GET /offers 200 | Host: bakery.courier.test",
    "GET /bouquets 200 | Host: florist.courier.test",
    "GET /offers 404 | Host: florist.courier.test",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["host-unmatched"],
    links: [
      { file: "src/server.js", text: '"bakery.courier.test"' },
      { file: "src/byHost.js", text: "req.hostname" },
      { file: "src/shops/bakery.js", text: '"/offers"' },
    ],
  },
};

const rider: Scenario = {
  name: "riders-of-today",
  files: {
    "package.json": `{ "name": "dispatch", "dependencies": { "@nestjs/common": "^11.0.0", "@nestjs/core": "^11.0.0", "@nestjs/platform-express": "^11.0.0" } }
`,
    "src/main.ts": `import { NestFactory } from "@nestjs/core";
import { AppModule } from "./app.module";

async function bootstrap() {
  const app = await NestFactory.create(AppModule, { cors: true });
  app.setGlobalPrefix("api");
  await app.listen(process.env.PORT ?? 3000);
}
void bootstrap();
`,
    "src/app.module.ts": `import { Module } from "@nestjs/common";
import { ParcelsController } from "./parcels.controller";
import { RidersController } from "./riders.controller";

@Module({ controllers: [ParcelsController, RidersController] })
export class AppModule {}
`,
    "src/parcels.controller.ts": `import { Controller, Get } from "@nestjs/common";

@Controller("parcels")
export class ParcelsController {
  @Get("waiting")
  waiting() {
    return [{ code: "P-8", to: "Mill lane" }];
  }
}
`,
    "src/riders.controller.ts": `import { Controller, Get } from "@nestjs/common";

@Controller("api/riders")
export class RidersController {
  @Get("today")
  today() {
    return [{ rider: "Ayo", from: "08:00" }];
  }
}
`,
    "web/src/riders.ts": `export const ridersToday = () => fetch("/api/riders/today").then((answer) => answer.json());
`,
    "dispatch.http": `@api = http://localhost:PORT_OF_api/api

### waiting
GET {{api}}/parcels/waiting

### who rides
# @name riders
GET {{api}}/riders/today
`,
  },
  deployed: {
    "main.mjs": `import "reflect-metadata";
import { Controller, Get, Module } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";

class ParcelsController {
  waiting() {
    return [{ code: "P-8", to: "Mill lane" }];
  }
}
class RidersController {
  today() {
    return [{ rider: "Ayo", from: "08:00" }];
  }
}
const on = (decorate, type, key) =>
  decorate(type.prototype, key, Object.getOwnPropertyDescriptor(type.prototype, key));
on(Get("waiting"), ParcelsController, "waiting");
on(Get("today"), RidersController, "today");
Controller("parcels")(ParcelsController);
Controller("api/riders")(RidersController);
class AppModule {}
Module({ controllers: [ParcelsController, RidersController] })(AppModule);

const app = await NestFactory.create(AppModule, { cors: true, logger: false });
app.setGlobalPrefix("api");
await app.listen(process.env.PORT ?? 3000);
`,
  },
  servers: [{ name: "api", entry: "deployed:main.mjs" }],
  ask: ["dispatch.http#riders"],
  facts: ["GET /api/parcels/waiting 200", "GET /api/riders/today 404", "GET /api/api/riders/today 200"],
  truth: {
    outcome: "not-found",
    kinds: ["base-path"],
    links: [
      { file: "src/riders.controller.ts", text: '@Controller("api/riders")' },
      { file: "src/riders.controller.ts", text: '@Get("today")' },
      { file: "src/main.ts", text: "setGlobalPrefix" },
    ],
    fixes: [{ kind: "edit-route" }],
  },
};

/** Couriers on bicycles: their shops by host, and riders behind a prefix too many. */
export const couriers: readonly Scenario[] = [menu, rider];
