import type { Scenario } from "../../scenario.ts";

const vase: Scenario = {
  name: "vase-on-the-shelf",
  files: {
    "package.json": `{
  "name": "vases",
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
import { VasesModule } from "./vases/vases.module";

const app = await NestFactory.create(VasesModule, { logger: false });
app.enableCors();
await app.listen(process.env.PORT ?? 3000);
`,
    "src/vases/vases.module.ts": `import { Module } from "@nestjs/common";
import { VasesController } from "./vases.controller";
import { VasesRepository } from "./vases.repository";

@Module({ controllers: [VasesController], providers: [VasesRepository] })
export class VasesModule {}
`,
    "src/vases/vases.controller.ts": `import { Controller, Get, Inject, NotFoundException, Param, ParseIntPipe } from "@nestjs/common";
import { VasesRepository } from "./vases.repository";

@Controller("vases")
export class VasesController {
  constructor(@Inject(VasesRepository) private readonly vases: VasesRepository) {}

  @Get()
  list() {
    return this.vases.list();
  }

  @Get(":id")
  one(@Param("id", ParseIntPipe) id: number) {
    const vase = this.vases.byId(id);
    if (vase === undefined) throw new NotFoundException();
    return vase;
  }
}
`,
    "src/vases/vases.repository.ts": `import { Injectable } from "@nestjs/common";

@Injectable()
export class VasesRepository {
  private readonly rows = [
    { id: 1, colour: "green", height: 30 },
    { id: 2, colour: "white", height: 22 },
  ];

  list() {
    return this.rows;
  }

  byId(id: number) {
    return this.rows.find((row) => row.id === id);
  }
}
`,
    "vases.http": `GET http://localhost:PORT_OF_api/vases/77
`,
  },
  servers: [{ name: "api", entry: "start.mjs" }],
  ask: ["vases.http:1"],
  facts: ["GET /vases 200", "GET /vases/77 404", "GET /vases/2 200", "GET /other 404"],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [
      { file: "src/vases/vases.controller.ts", text: '@Get(":id")' },
      { file: "src/vases/vases.controller.ts", text: "one(@Param" },
    ],
  },
};

/** Vases of a florist: one that nobody has. */
export const vases: readonly Scenario[] = [vase];
