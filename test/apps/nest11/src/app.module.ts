import { Module } from "@nestjs/common";
import { RouterModule } from "@nestjs/core";
import { AdminModule } from "./admin.module";
import { HealthController } from "./health.controller";
import { OrdersController, OrdersV2Controller } from "./orders.controller";

@Module({
  imports: [AdminModule, RouterModule.register([{ path: "admin", module: AdminModule }])],
  controllers: [HealthController, OrdersController, OrdersV2Controller],
})
export class AppModule {}
