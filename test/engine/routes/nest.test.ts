import { type Case, checkCases } from "./cases.ts";

const cases: readonly Case[] = [
  {
    name: "reads controllers of the modules that the application reaches, under its prefix and versions",
    files: {
      "src/main.ts": `import { NestFactory } from "@nestjs/core"; import { RequestMethod, VersioningType } from "@nestjs/common";
        import { AppModule } from "./app.module";
        async function bootstrap() {
          const app = await NestFactory.create(AppModule);
          app.setGlobalPrefix("api", { exclude: ["health", { path: "metrics", method: RequestMethod.GET }] });
          app.enableVersioning({ type: VersioningType.URI, defaultVersion: "1" });
          await app.listen(3000);
        }
        bootstrap();`,
      "src/app.module.ts": `import { Module } from "@nestjs/common"; import { CatsModule } from "./cats"; import { HealthController } from "./health";
        @Module({ imports: [CatsModule.forRoot()], controllers: [HealthController] }) export class AppModule {}`,
      "src/cats.ts": `import { Controller, Get, Post, Module, Version, DynamicModule } from "@nestjs/common"; import { Crud } from "./crud";
        @Controller("cats")
        export class CatsController extends Crud {
          @Get()
          list() { return []; }

          @UseGuards(AuthGuard)
          @Get([":id", "by/:id"])
          @Version("2")
          one() {}
        }
        @Controller({ path: "lost" }) class LostController { @Post() create() {} }
        @Module({ controllers: [CatsController] }) export class CatsModule { static forRoot(): DynamicModule { return { module: CatsModule }; } }`,
      "src/crud.ts": `import { Delete, applyDecorators } from "@nestjs/common";
        const Remove = (path: string) => applyDecorators(Delete(path), Other());
        export class Crud { @Remove(":id/all") remove() {} }`,
      "src/health.ts": `import { Controller, Get } from "@nestjs/common";
        @Controller() export class HealthController {
          @Get("health") health() {}
          @Get("metrics") metrics() {}
          @Get("other") other() {}
        }`,
    },
    table: `
      GET /v1/health src/health.ts:3
      GET /v1/metrics src/health.ts:4
      GET /api/v1/other src/health.ts:5
      GET /api/v1/cats src/cats.ts:4 -> src/cats.ts:5
      DELETE /api/v1/cats/{id}/all src/crud.ts:3
      GET /api/v2/cats/{id} src/cats.ts:8 -> src/cats.ts:10
      GET /api/v2/cats/by/{id} src/cats.ts:8 -> src/cats.ts:10
      POST /lost src/cats.ts:12 !not-registered`,
  },
  {
    name: "gives modules the prefixes of RouterModule",
    files: {
      "main.ts": `import { NestFactory, RouterModule } from "@nestjs/core"; import { Module, Controller, Get } from "@nestjs/common";
        @Controller("stats") class StatsController { @Get() all() {} }
        @Module({ controllers: [StatsController] }) class StatsModule {}
        @Module({}) class AdminModule {}
        @Module({ imports: [StatsModule, RouterModule.register([{ path: "admin", module: AdminModule, children: [{ path: "deep", module: StatsModule }] }])] })
        class AppModule {}
        NestFactory.create(AppModule).then((app) => app.listen(3000));`,
    },
    table: `GET /admin/deep/stats main.ts:2`,
  },
  {
    name: "knows what a setting leaves out of the lists of a module, and what nothing lists",
    files: {
      "main.ts": `import { NestFactory } from "@nestjs/core"; import { Module, Controller, Get } from "@nestjs/common";
        const settings = { loyalty: { enabled: false }, gifts: { enabled: false } };
        @Controller("films") class Films { @Get() all() {} }
        @Controller("loyalty") class Loyalty { @Get() points() {} }
        @Controller("gifts") class Gifts { @Get() all() {} }
        @Module({ controllers: [Gifts] }) class GiftsModule {}
        @Controller("lost") class Lost { @Get() all() {} }
        @Module({
          controllers: [Films, ...(settings.loyalty.enabled ? [Loyalty] : [])],
          imports: settings.gifts.enabled ? [GiftsModule] : [],
        })
        class AppModule {}
        NestFactory.create(AppModule).then((app) => app.listen(3000));`,
    },
    table: `
      GET /films main.ts:3
      GET /loyalty main.ts:4
      GET /gifts main.ts:5
      GET /lost main.ts:7 !not-registered`,
  },
  {
    name: "marks versions that nothing tells apart, and keeps those that a header does",
    files: {
      "plain/package.json": "{}",
      "plain/main.ts": `import { NestFactory } from "@nestjs/core"; import { AppModule } from "./app.module.ts";
        async function start() { const app = await NestFactory.create(AppModule); await app.listen(3000); } start();`,
      "plain/app.module.ts": `import { Module, Controller, Get, Version } from "@nestjs/common";
        @Controller({ path: "cats", version: "1" }) class Cats { @Get() list() {} }
        @Module({ controllers: [Cats] }) export class AppModule {}`,
      "header/main.ts": `import { NestFactory } from "@nestjs/core"; import { VersioningType } from "@nestjs/common"; import { AppModule } from "./app.module.ts";
        async function start() { const app = await NestFactory.create(AppModule);
          app.enableVersioning({ type: VersioningType.HEADER, header: "X-Version" }); await app.listen(3000); } start();`,
      "header/app.module.ts": `import { Module, Controller, Get, Version } from "@nestjs/common";
        @Controller("dogs") class Dogs {
          @Version("1") @Get() first() {}
          @Version("2") @Get() second() {}
        }
        @Module({ controllers: [Dogs] }) export class AppModule {}`,
    },
    table: `
      GET /dogs header/app.module.ts:3
      GET /dogs header/app.module.ts:4
      GET /cats plain/app.module.ts:2 !unreachable-version`,
  },
  {
    name: "takes a module that is handed to a module of a package for imported, and a path that a decorator's call leaves out for none",
    files: {
      "main.ts": `import { NestFactory } from "@nestjs/core"; import { Controller, Get, Module, applyDecorators, Header } from "@nestjs/common";
        import { ConditionalModule } from "@nestjs/config";
        const JsonGet = (path?: string) => applyDecorators(Get(path), Header("content-type", "application/json"));
        @Controller("google") class Google {
          @JsonGet() all() {}
          @JsonGet("callback") back() {} }
        @Module({ controllers: [Google] }) class GoogleModule {}
        @Module({ imports: [ConditionalModule.registerWhen(GoogleModule, (env) => Boolean(env.GOOGLE))] }) class AppModule {}
        NestFactory.create(AppModule).then((app) => app.listen(3000));`,
    },
    table: `
      GET /google main.ts:5
      GET /google/callback main.ts:6`,
  },
  {
    name: "gives a controller that no module is seen to list the prefix of the application of its own project",
    files: {
      ...Object.fromEntries(
        ["", "api", "v2"].map((prefix, at) => [
          `apps/${at}/src/main.ts`,
          `import { NestFactory } from "@nestjs/core"; import { Module } from "@nestjs/common"; import { load } from "./load";
            @Module({ imports: load() }) class AppModule {}
            NestFactory.create(AppModule).then((app) => { app.setGlobalPrefix("${prefix}"); app.listen(3000); });`,
        ]),
      ),
      "apps/1/src/users.ts": `import { Controller, Get } from "@nestjs/common"; @Controller("users") class Users { @Get() one() {} }`,
      "apps/2/src/media/media.ts": `import { Controller, Get } from "@nestjs/common"; @Controller("media") class Media { @Get() one() {} }`,
    },
    table: `
      GET /api/users apps/1/src/users.ts:1 ?mounted where it cannot be followed (apps/1/src/users.ts:1)
      GET /v2/media apps/2/src/media/media.ts:1 ?mounted where it cannot be followed (apps/2/src/media/media.ts:1)`,
  },
  {
    name: "takes the controllers of both sides of a condition that is not known",
    files: {
      "main.ts": `import { NestFactory } from "@nestjs/core"; import { Controller, Get, Module } from "@nestjs/common";
        @Controller("root") class Root { @Get() one() {} }
        @Controller("users") class Users { @Get() one() {} }
        @Controller("media") class Media { @Get() one() {} }
        const members = [Users, Media];
        @Module({ controllers: process.env.MCP_ONLY ? [Root] : [Root, ...members] }) class AppModule {}
        NestFactory.create(AppModule).then((app) => app.listen(3000));`,
    },
    table: `
      GET /root main.ts:2
      GET /users main.ts:3
      GET /media main.ts:4`,
  },
];

checkCases("nest", cases);
