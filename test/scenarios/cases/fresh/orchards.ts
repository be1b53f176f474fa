import type { Scenario } from "../../scenario.ts";

const harvest: Scenario = {
  name: "harvest-to-confirm",
  files: {
    "package.json": `{ "name": "harvests", "dependencies": { "@nestjs/common": "^11.0.0", "@nestjs/core": "^11.0.0", "@nestjs/platform-express": "^11.0.0" } }
`,
    "src/main.ts": `import { NestFactory } from "@nestjs/core";
import { AppModule } from "./app.module";

NestFactory.create(AppModule).then((app) => app.listen(process.env.PORT ?? 3000));
`,
    "src/app.module.ts": `import { Module } from "@nestjs/common";
import { HarvestsModule } from "./harvests/harvests.module";

@Module({ imports: [HarvestsModule] })
export class AppModule {}
`,
    "src/harvests/harvests.module.ts": `import { Module } from "@nestjs/common";
import { HarvestsController } from "./harvests.controller";
import { HarvestsService } from "./harvests.service";

@Module({ controllers: [HarvestsController], providers: [HarvestsService] })
export class HarvestsModule {}
`,
    "src/harvests/harvests.controller.ts": `import { Controller, Get, Param, ParseIntPipe, Patch } from "@nestjs/common";
import { HarvestsService } from "./harvests.service";

@Controller("harvests")
export class HarvestsController {
  constructor(private readonly harvests: HarvestsService) {}

  @Get()
  list() {
    return this.harvests.list();
  }

  @Get(":id")
  show(@Param("id", ParseIntPipe) id: number) {
    return this.harvests.get(id);
  }

  @Patch(":id/confirm")
  confirm(@Param("id", ParseIntPipe) id: number) {
    return this.harvests.confirm(id);
  }
}
`,
    "src/harvests/harvests.service.ts": `import { Injectable, NotFoundException } from "@nestjs/common";

@Injectable()
export class HarvestsService {
  private readonly harvests = [{ id: 31, apples: 1200, confirmed: false }];

  list() {
    return this.harvests;
  }

  get(id: number) {
    const harvest = this.harvests.find((one) => one.id === id);
    if (!harvest) throw new NotFoundException(\`Harvest \${id} does not exist\`);
    return harvest;
  }

  confirm(id: number) {
    return Object.assign(this.get(id), { confirmed: true });
  }
}
`,
    "harvests.http": `@api = http://localhost:PORT_OF_api

### all
GET {{api}}/harvests

### one
GET {{api}}/harvests/31

### the link of the mail to the farmer
# @name farmer
GET {{api}}/harvests/31/confirm
`,
  },
  deployed: {
    "main.mjs": `import "reflect-metadata";
import { Controller, Get, Module, NotFoundException, Param, ParseIntPipe, Patch } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";

const harvests = [{ id: 31, apples: 1200, confirmed: false }];

class HarvestsController {
  list() {
    return harvests;
  }
  show(id) {
    const harvest = harvests.find((one) => one.id === id);
    if (!harvest) throw new NotFoundException(\`Harvest \${id} does not exist\`);
    return harvest;
  }
  confirm(id) {
    return Object.assign(this.show(id), { confirmed: true });
  }
}
const on = (decorate, key) =>
  decorate(HarvestsController.prototype, key, Object.getOwnPropertyDescriptor(HarvestsController.prototype, key));
on(Get(), "list");
on(Get(":id"), "show");
on(Patch(":id/confirm"), "confirm");
Param("id", ParseIntPipe)(HarvestsController.prototype, "show", 0);
Param("id", ParseIntPipe)(HarvestsController.prototype, "confirm", 0);
Controller("harvests")(HarvestsController);
class AppModule {}
Module({ controllers: [HarvestsController] })(AppModule);

const app = await NestFactory.create(AppModule, { logger: false });
await app.listen(process.env.PORT ?? 3000);
`,
  },
  servers: [{ name: "api", entry: "deployed:main.mjs" }],
  ask: ["harvests.http#farmer"],
  facts: [
    "GET /harvests 200",
    "GET /harvests/31 200",
    "GET /harvests/32 404",
    "GET /harvests/31/confirm 404",
    "PATCH /harvests/31/confirm 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-method"],
    links: [{ file: "src/harvests/harvests.controller.ts", text: '@Patch(":id/confirm")' }],
    fixes: [{ method: "PATCH", url: "/harvests/31/confirm" }],
  },
};

const tree: Scenario = {
  name: "tree-in-the-third-row",
  files: {
    "package.json": `{ "name": "trees", "type": "module", "dependencies": { "express": "^5.1.0" } }
`,
    "src/index.js": `import express from "express";
import { createTrees } from "./trees.js";

const app = express();
const trees = createTrees();

app.get("/orchards/:orchard/trees", (req, res) => res.json(trees.of(req.params.orchard)));
app.get("/orchards/:orchard/trees/:tag", (req, res) => {
  const tree = trees.find(req.params.orchard, req.params.tag);
  if (!tree) {
    res.status(404).json({ error: "TREE_NOT_FOUND", tag: req.params.tag });
    return;
  }
  res.json(tree);
});

app.listen(process.env.PORT ?? 3000);
`,
    "src/trees.js": `export function createTrees() {
  const rows = [
    { orchard: "south", tag: "R3-014", kind: "Boskoop" },
    { orchard: "south", tag: "R3-015", kind: "Elstar" },
    { orchard: "north", tag: "R1-002", kind: "Topaz" },
  ];
  return {
    of: (orchard) => rows.filter((row) => row.orchard === orchard),
    find: (orchard, tag) => rows.find((row) => row.orchard === orchard && row.tag === tag),
  };
}
`,
    "field.http": `@orchard = http://localhost:PORT_OF_api/orchards/south

### row three
GET {{orchard}}/trees

### Boskoop
GET {{orchard}}/trees/R3-014

### tag copied from the wiki
# @name wiki
GET {{orchard}}/trees/R3-015%E2%80%8B
`,
  },
  servers: [{ name: "api", entry: "src/index.js" }],
  ask: ["field.http#wiki"],
  facts: [
    "GET /orchards/south/trees 200",
    "GET /orchards/south/trees/R3-015 200",
    "GET /orchards/south/trees/R3-015%E2%80%8B 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["stray-characters"],
    links: [
      { file: "field.http", text: "%E2%80%8B" },
      { file: "src/index.js", text: '"/orchards/:orchard/trees/:tag"' },
    ],
    fixes: [{ url: "/orchards/south/trees/R3-015" }],
  },
};

/** Orchards: their harvests and their trees. */
export const orchards: readonly Scenario[] = [harvest, tree];
