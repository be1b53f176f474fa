import type { Scenario } from "../../scenario.ts";

const webcams: Scenario = {
  name: "webcams-of-a-pet-hotel",
  files: {
    "package.json": `{
  "name": "pet-hotel",
  "private": true,
  "type": "module",
  "scripts": { "start": "node start.mjs" },
  "dependencies": { "@nestjs/common": "^11.0.0", "@nestjs/core": "^11.0.0", "@nestjs/platform-express": "^11.0.0", "reflect-metadata": "^0.2.2" },
  "devDependencies": { "esbuild": "^0.25.0" }
}
`,
    "tsconfig.json": `{ "compilerOptions": { "target": "es2022", "module": "esnext", "moduleResolution": "bundler", "experimentalDecorators": true } }
`,
    "start.mjs": `import { build } from "esbuild";

process.loadEnvFile(new URL(".env", import.meta.url));
await build({ entryPoints: ["src/main.ts"], outfile: "dist/main.mjs", bundle: true, packages: "external", platform: "node", format: "esm" });
await import("./dist/main.mjs");
`,
    ".gitignore": `dist
node_modules
`,
    ".env": `HOTEL_NAME=Pfotenhof
EXTRAS=grooming,walks
`,
    "src/main.ts": `import "reflect-metadata";
import { NestFactory } from "@nestjs/core";
import { HotelModule } from "./hotel.module";

const app = await NestFactory.create(HotelModule.withExtras(process.env.EXTRAS ?? ""), { logger: false });
await app.listen(process.env.PORT ?? 3000);
`,
    "src/hotel.module.ts": `import { type DynamicModule, Module, type Type } from "@nestjs/common";
import { GroomingController } from "./extras/grooming.controller";
import { WebcamsController } from "./extras/webcams.controller";
import { StaysController } from "./stays.controller";

const extras: Record<string, Type> = {
  grooming: GroomingController,
  webcams: WebcamsController,
};

@Module({})
export class HotelModule {
  static withExtras(list: string): DynamicModule {
    const booked = list.split(",").flatMap((name) => extras[name] ?? []);
    return { module: HotelModule, controllers: [StaysController, ...booked] };
  }
}
`,
    "src/stays.controller.ts": `import { Controller, Get } from "@nestjs/common";

@Controller("stays")
export class StaysController {
  @Get()
  current() {
    return [{ room: 4, guest: "Bruno", species: "dog" }];
  }
}
`,
    "src/extras/grooming.controller.ts": `import { Controller, Get } from "@nestjs/common";

@Controller("grooming")
export class GroomingController {
  @Get("slots")
  slots() {
    return ["09:00", "11:30"];
  }
}
`,
    "src/extras/webcams.controller.ts": `import { Controller, Get, Param } from "@nestjs/common";

@Controller("webcams")
export class WebcamsController {
  @Get(":room")
  stream(@Param("room") room: string) {
    return { room, stream: \`rtsp://cams.local/\${room}\` };
  }
}
`,
    "owners.http": `@hotel = http://localhost:PORT_OF_hotel

### who is here
GET {{hotel}}/stays

### Bruno
# @name bruno
GET {{hotel}}/webcams/4
`,
  },
  servers: [{ name: "hotel", entry: "start.mjs" }],
  ask: ["owners.http#bruno"],
  facts: ["GET /stays 200", "GET /grooming/slots 200", "GET /webcams/4 404"],
  truth: {
    outcome: "not-found",
    kinds: ["feature-off"],
    links: [
      { file: ".env", text: "EXTRAS=" },
      { file: "src/hotel.module.ts", text: "const booked =" },
      { file: "src/hotel.module.ts", text: "return { module: HotelModule" },
      { file: "src/extras/webcams.controller.ts", text: '@Get(":room")' },
      { file: "src/main.ts", text: "HotelModule.withExtras" },
    ],
  },
};

/** In the hotel for pets. */
export const petHotel: readonly Scenario[] = [webcams];
