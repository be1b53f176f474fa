import type { Scenario } from "../../scenario.ts";

const kilns: Scenario = {
  name: "kiln-asked-by-an-old-tablet",
  files: {
    "package.json": `{
  "name": "kilns",
  "type": "module",
  "dependencies": { "@nestjs/common": "^11.0.0", "@nestjs/core": "^11.0.0", "@nestjs/platform-express": "^11.0.0" }
}
`,
    "tsconfig.json": `{ "compilerOptions": { "target": "es2022", "module": "esnext", "moduleResolution": "bundler", "experimentalDecorators": true } }
`,
    ".gitignore": "dist\n",
    "start.mjs": `import { build } from "esbuild";

await build({ entryPoints: ["src/main.ts"], outfile: "dist/main.mjs", bundle: true, packages: "external", platform: "node", format: "esm" });
await import("./dist/main.mjs");
`,
    "src/main.ts": `import "reflect-metadata";
import { VersioningType } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { KilnsModule } from "./kilns.module";

const app = await NestFactory.create(KilnsModule, { logger: false });
app.setGlobalPrefix("api");
app.enableVersioning({ type: VersioningType.HEADER, header: "X-Kiln-Version" });
await app.listen(process.env.PORT ?? 3000);
`,
    "src/kilns.module.ts": `import { Module } from "@nestjs/common";
import { FiringsController } from "./firings.controller";
import { HealthController } from "./health.controller";

@Module({ controllers: [HealthController, FiringsController] })
export class KilnsModule {}
`,
    "src/health.controller.ts": `import { Controller, Get, VERSION_NEUTRAL } from "@nestjs/common";

@Controller({ path: "health", version: VERSION_NEUTRAL })
export class HealthController {
  @Get()
  health() {
    return { warm: true };
  }
}
`,
    "src/firings.controller.ts": `import { Controller, Get, NotFoundException, Param } from "@nestjs/common";

const firings = [{ id: "f1", top: 1240 }, { id: "f2", top: 980 }];

@Controller({ path: "firings", version: "2" })
export class FiringsController {
  @Get(":id")
  one(@Param("id") id: string) {
    const firing = firings.find((each) => each.id === id);
    if (!firing) throw new NotFoundException("firing " + id);
    return firing;
  }
}
`,
    "kilns.http": `@kilns = http://localhost:PORT_OF_api/api

### warm?
GET {{kilns}}/health

### the stoneware
# @name stoneware
GET {{kilns}}/firings/f1
`,
  },
  servers: [{ name: "api", entry: "start.mjs" }],
  ask: ["kilns.http#stoneware"],
  facts: ["GET /api/health 200", "GET /api/firings/f1 404", "GET /api/firings/f1 200 | X-Kiln-Version: 2"],
  truth: {
    outcome: "not-found",
    kinds: ["version-selector"],
    links: [
      { file: "src/main.ts", text: "enableVersioning" },
      { file: "src/firings.controller.ts", text: 'version: "2"' },
      { file: "src/firings.controller.ts", text: '@Get(":id")' },
    ],
    fixes: [{ kind: "edit-request" }],
  },
};

/** Tablets at a kiln: a version that travels in a field of the service's own. */
export const kilnTablets: readonly Scenario[] = [kilns];
