import { Controller, Delete, Get, Post, Put, Version } from "@nestjs/common";
import { here } from "./here";

abstract class Readable {
  @Get(":id")
  one() {
    return here();
  }
}

@Controller("orders")
export class OrdersController extends Readable {
  @Get()
  list() {
    return here();
  }

  @Post()
  create() {
    return here();
  }

  @Get("files/*path")
  files() {
    return here();
  }

  @Version(["1", "2"])
  @Put(":id")
  replace() {
    return here();
  }
}

@Controller({ path: ["orders", "sales"], version: "2" })
export class OrdersV2Controller {
  @Get()
  list() {
    return here();
  }

  @Delete(":id")
  remove() {
    return here();
  }
}

@Controller("refunds")
export class RefundsController {
  @Get()
  list() {
    return here();
  }
}
