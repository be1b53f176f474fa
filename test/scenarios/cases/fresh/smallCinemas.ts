import type { Scenario } from "../../scenario.ts";

const metadata: Scenario = {
  name: "loyalty-page-of-a-small-cinema",
  files: {
    "package.json": `{
  "name": "cinema",
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
import { NestFactory } from "@nestjs/core";
import { CinemaModule } from "./cinema.module";

const app = await NestFactory.create(CinemaModule, { logger: false });
await app.listen(process.env.PORT ?? 3000);
`,
    "src/cinema.module.ts": `import { Module } from "@nestjs/common";
import { FilmsController } from "./films.controller";
import { LoyaltyController } from "./loyalty.controller";
import { settings } from "./settings";

@Module({
  controllers: [FilmsController, ...(settings.loyalty.enabled ? [LoyaltyController] : [])],
})
export class CinemaModule {}
`,
    "src/settings.ts": `export const settings = {
  screens: 2,
  loyalty: { enabled: false, pointsPerTicket: 5 },
};
`,
    "src/films.controller.ts": `import { Controller, Get } from "@nestjs/common";

@Controller("films")
export class FilmsController {
  @Get()
  tonight() {
    return ["Playtime"];
  }
}
`,
    "src/loyalty.controller.ts": `import { Controller, Get, Param } from "@nestjs/common";

@Controller("loyalty")
export class LoyaltyController {
  @Get(":card/points")
  points(@Param("card") card: string) {
    return { card, points: 35 };
  }
}
`,
    "cinema.http": `### tonight
GET http://localhost:PORT_OF_api/films

### points
# @name points
GET http://localhost:PORT_OF_api/loyalty/c-118/points
`,
  },
  servers: [{ name: "api", entry: "start.mjs" }],
  ask: ["cinema.http#points"],
  facts: ["GET /films 200", "GET /loyalty/c-118/points 404"],
  truth: {
    outcome: "not-found",
    kinds: ["feature-off"],
    links: [
      { file: "src/settings.ts", text: "loyalty: { enabled: false" },
      { file: "src/cinema.module.ts", text: "settings.loyalty.enabled" },
      { file: "src/loyalty.controller.ts", text: '@Get(":card/points")' },
    ],
  },
};

/** Small cinemas: a controller that a setting leaves out. */
export const smallCinemas: readonly Scenario[] = [metadata];
