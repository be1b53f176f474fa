import type { Scenario } from "../../scenario.ts";

const output: Scenario = {
  name: "output-of-a-mill",
  files: {
    "README.md": `\`gateway\` is public, \`output\` is not. Gateway targets come from the environment.
`,
    "gateway/package.json": `{ "name": "gateway", "type": "module" }
`,
    "gateway/.env": `OUTPUT_TARGET=http://localhost:PORT_OF_output/api/
`,
    "gateway/index.js": `import { createServer, request } from "node:http";

const target = process.env.OUTPUT_TARGET;

createServer((req, res) => {
  if (req.url === "/up") return res.end("up");
  if (!req.url.startsWith("/mills/")) return res.writeHead(404).end();
  const upstream = request(target + req.url, { method: req.method }, (answer) => {
    res.writeHead(answer.statusCode, answer.headers);
    answer.pipe(res);
  });
  upstream.on("error", () => res.writeHead(502).end());
  req.pipe(upstream);
}).listen(process.env.PORT ?? 8080);
`,
    "output/package.json": `{ "name": "output", "type": "module", "dependencies": { "fastify": "^5.2.0" } }
`,
    "output/index.js": `import Fastify from "fastify";

const kilowatts = { "de-kat": 8.2, "het-pink": 0 };
const app = Fastify();
app.get("/api/mills/:mill/output", async ({ params }, reply) => {
  const now = kilowatts[params.mill];
  return now === undefined ? reply.code(404).send({ error: "no mill" }) : { kilowatts: now };
});
await app.listen({ port: Number(process.env.PORT ?? 4100) });
`,
    "mills.http": `@gateway = http://localhost:PORT_OF_gateway

### up?
GET {{gateway}}/up

### De Kat
# @name kat
GET {{gateway}}/mills/de-kat/output
`,
  },
  servers: [
    { name: "output", entry: "output/index.js" },
    {
      name: "gateway",
      entry: "gateway/index.js",
      env: { OUTPUT_TARGET: "http://localhost:PORT_OF_output/api/" },
      passesOn: true,
    },
  ],
  ask: ["mills.http#kat"],
  facts: [
    "gateway:GET /up 200",
    "gateway:GET /mills/de-kat/output 404",
    "output:GET /api/mills/de-kat/output 200",
    "output:GET /api//mills/de-kat/output 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["proxy-joins-wrong"],
    links: [
      { file: "gateway/index.js", text: "target + req.url" },
      { file: "gateway/.env", text: "OUTPUT_TARGET" },
      { file: "output/index.js", text: '"/api/mills/:mill/output"' },
    ],
    fixes: [{ kind: "edit-rewrite" }, { kind: "edit-variable" }],
  },
};

const miller: Scenario = {
  name: "miller-of-the-month",
  files: {
    "package.json": `{ "name": "mills", "dependencies": { "@nestjs/common": "^11.0.0", "@nestjs/core": "^11.0.0", "@nestjs/platform-express": "^11.0.0" } }
`,
    "src/main.ts": `import { NestFactory } from "@nestjs/core";
import { AppModule } from "./app.module";

async function bootstrap() {
  const app = await NestFactory.create(AppModule);
  app.setGlobalPrefix("api");
  await app.listen(process.env.PORT ?? 3000);
}
bootstrap();
`,
    "src/app.module.ts": `import { Module } from "@nestjs/common";
import { MillsModule } from "./mills/mills.module";

@Module({
  imports: [MillsModule],
})
export class AppModule {}
`,
    "src/mills/mills.module.ts": `import { Module } from "@nestjs/common";
import { MillsController } from "./mills.controller";

@Module({ controllers: [MillsController] })
export class MillsModule {}
`,
    "src/mills/mills.controller.ts": `import { Controller, Get } from "@nestjs/common";

@Controller("mills")
export class MillsController {
  @Get()
  findAll() {
    return [{ id: 1, name: "De Kat" }];
  }
}
`,
    "src/millers/millers.module.ts": `import { Module } from "@nestjs/common";
import { MillersController } from "./millers.controller";

@Module({
  controllers: [MillersController],
})
export class MillersModule {}
`,
    "src/millers/millers.controller.ts": `import { Controller, Get, Param } from "@nestjs/common";

@Controller("millers")
export class MillersController {
  @Get("of-the-month")
  ofTheMonth() {
    return { name: "Joke" };
  }

  @Get(":id")
  findOne(@Param("id") id: string) {
    return { id };
  }
}
`,
    "mills.http": `@api = http://localhost:PORT_OF_api/api

### mills
GET {{api}}/mills

### miller of the month
# @name month
GET {{api}}/millers/of-the-month
`,
  },
  deployed: {
    "main.mjs": `import "reflect-metadata";
import { Controller, Get, Module } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";

class MillsController {
  findAll() {
    return [{ id: 1, name: "De Kat" }];
  }
}
Get()(MillsController.prototype, "findAll", Object.getOwnPropertyDescriptor(MillsController.prototype, "findAll"));
Controller("mills")(MillsController);
class MillsModule {}
Module({ controllers: [MillsController] })(MillsModule);
class AppModule {}
Module({ imports: [MillsModule] })(AppModule);

const app = await NestFactory.create(AppModule, { logger: false });
app.setGlobalPrefix("api");
await app.listen(process.env.PORT ?? 3000);
`,
  },
  servers: [{ name: "api", entry: "deployed:main.mjs" }],
  ask: ["mills.http#month"],
  facts: ["GET /api/mills 200", "GET /api/millers/of-the-month 404", "GET /api/mills/1 404"],
  truth: {
    outcome: "not-found",
    kinds: ["not-registered"],
    links: [
      { file: "src/millers/millers.controller.ts", text: '@Get("of-the-month")' },
      { file: "src/app.module.ts", text: "imports: [MillsModule]" },
      { file: "src/millers/millers.module.ts", text: "controllers: [MillersController]" },
    ],
    fixes: [{ kind: "register-route" }],
  },
};

/** Windmills: their output behind a gateway, and millers whose module nobody imports. */
export const windmills: readonly Scenario[] = [output, miller];
