import type { Scenario } from "../../scenario.ts";

const guard: Scenario = {
  name: "logbook-behind-a-guard",
  files: {
    "package.json": `{
  "name": "logbook",
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
import { LogbookModule } from "./logbook.module";

const app = await NestFactory.create(LogbookModule, { logger: false });
await app.listen(process.env.PORT ?? 3000);
`,
    "src/logbook.module.ts": `import { Module } from "@nestjs/common";
import { EntriesController } from "./entries.controller";
import { TidesController } from "./tides.controller";

@Module({ controllers: [TidesController, EntriesController] })
export class LogbookModule {}
`,
    "src/crew.guard.ts": `import { type CanActivate, type ExecutionContext, Injectable, NotFoundException } from "@nestjs/common";

@Injectable()
export class CrewGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { headers } = context.switchToHttp().getRequest();
    if (headers["x-crew"] !== process.env.CREW_WORD) throw new NotFoundException();
    return true;
  }
}
`,
    "src/tides.controller.ts": `import { Controller, Get } from "@nestjs/common";

@Controller("tides")
export class TidesController {
  @Get()
  tides() {
    return ["04:12", "16:38"];
  }
}
`,
    "src/entries.controller.ts": `import { Controller, Get, Param, UseGuards } from "@nestjs/common";
import { CrewGuard } from "./crew.guard";

@Controller("entries")
@UseGuards(CrewGuard)
export class EntriesController {
  @Get(":day")
  entry(@Param("day") day: string) {
    return { day, wind: "SW 5" };
  }
}
`,
    "log.http": `### tides
GET http://localhost:PORT_OF_api/tides

### Sunday
# @name sunday
GET http://localhost:PORT_OF_api/entries/2026-11-22
`,
  },
  servers: [{ name: "api", entry: "start.mjs", env: { CREW_WORD: "halyard" } }],
  ask: ["log.http#sunday"],
  facts: ["GET /tides 200", "GET /entries/2026-11-22 404", "GET /entries/2026-11-22 200 | X-Crew: halyard"],
  truth: {
    outcome: "not-found",
    kinds: ["masked-endpoint"],
    links: [
      { file: "src/crew.guard.ts", text: 'headers["x-crew"]' },
      { file: "src/entries.controller.ts", text: "@UseGuards(CrewGuard)" },
      { file: "src/entries.controller.ts", text: '@Get(":day")' },
    ],
  },
};

/** Logbooks: a guard that hides what it guards. */
export const crewLogbooks: readonly Scenario[] = [guard];
