import { Controller, Get, Module } from "@nestjs/common";
import { here } from "./here";

@Controller("stats")
class StatsController {
  @Get()
  all() {
    return here();
  }
}

@Module({ controllers: [StatsController] })
export class AdminModule {}
