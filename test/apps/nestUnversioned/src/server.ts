import "reflect-metadata";
import { Controller, Get, type INestApplication, Module, Version } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";

@Controller({ path: "cats", version: "2" })
class CatsController {
  @Get()
  list() {
    return "cats";
  }

  @Version("3")
  @Get("one")
  one() {
    return "one";
  }
}

@Controller("dogs")
class DogsController {
  @Get()
  list() {
    return "dogs";
  }
}

@Module({ controllers: [CatsController, DogsController] })
class AppModule {}

export async function createApp(): Promise<INestApplication> {
  const app = await NestFactory.create(AppModule, { logger: false });
  await app.init();
  return app;
}
