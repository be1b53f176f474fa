import type { Scenario } from "../../scenario.ts";

const crown: Scenario = {
  name: "crown-of-a-dental-laboratory",
  files: {
    "package.json": `{
  "name": "dental-lab",
  "private": true,
  "type": "module",
  "scripts": { "start": "node start.mjs" },
  "dependencies": { "@nestjs/common": "^11.0.0", "@nestjs/core": "^11.0.0", "@nestjs/platform-express": "^11.0.0", "reflect-metadata": "^0.2.2" }
}
`,
    "tsconfig.json": `{ "compilerOptions": { "target": "es2022", "module": "esnext", "moduleResolution": "bundler", "experimentalDecorators": true } }
`,
    "start.mjs": `import { build } from "esbuild";

await build({ entryPoints: ["src/main.ts"], outfile: "dist/main.mjs", bundle: true, packages: "external", platform: "node", format: "esm" });
await import("./dist/main.mjs");
`,
    "src/main.ts": `import "reflect-metadata";
import { RequestMethod, VersioningType } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { LabModule } from "./lab.module";
import { settings } from "./settings";

const app = await NestFactory.create(LabModule, { logger: false });
app.setGlobalPrefix(settings.prefix, { exclude: [{ path: "ping", method: RequestMethod.GET }] });
app.enableVersioning({ type: VersioningType.URI, prefix: settings.versionPrefix });
await app.listen(process.env.PORT ?? 3000);
`,
    "src/settings.ts": `export const settings = { prefix: "lab", versionPrefix: "rev-" } as const;
`,
    "src/lab.module.ts": `import { Module } from "@nestjs/common";
import { CrownsController, PingController } from "./controllers";

@Module({ controllers: [PingController, CrownsController] })
export class LabModule {}
`,
    "src/controllers.ts": `import { Controller, Get, NotFoundException, Param, VERSION_NEUTRAL } from "@nestjs/common";

@Controller({ path: "ping", version: VERSION_NEUTRAL })
export class PingController {
  @Get()
  ping() {
    return "pong";
  }
}

const crowns = [{ no: "2604", tooth: 36, alloy: "zirconia" }];

@Controller({ path: "crowns", version: ["3", "4"] })
export class CrownsController {
  @Get(":no")
  one(@Param("no") no: string) {
    const crown = crowns.find((crown) => crown.no === no);
    if (!crown) throw new NotFoundException(\`Crown \${no}\`);
    return crown;
  }
}
`,
    "practice/crowns.http": `@lab = http://localhost:PORT_OF_lab

### ping
GET {{lab}}/ping

### crown of the patient at ten
# @name crown
GET {{lab}}/lab/rev-2/crowns/2604
`,
  },
  servers: [{ name: "lab", entry: "start.mjs" }],
  ask: ["practice/crowns.http#crown"],
  facts: [
    "GET /ping 200",
    "GET /lab/rev-2/crowns/2604 404",
    "GET /lab/rev-4/crowns/2604 200",
    "GET /lab/rev-3/crowns/2604 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["version-moved"],
    links: [
      { file: "src/controllers.ts", text: '@Controller({ path: "crowns"' },
      { file: "src/controllers.ts", text: '@Get(":no")' },
      { file: "src/main.ts", text: "app.enableVersioning" },
    ],
    fixes: [{ url: "/lab/rev-4/crowns/2604" }, { url: "/lab/rev-3/crowns/2604" }],
  },
};

/** In the dental laboratory. */
export const dentalLab: readonly Scenario[] = [crown];
