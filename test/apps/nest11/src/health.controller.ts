import { All, Controller, Get, QueryMethod, VERSION_NEUTRAL } from "@nestjs/common";
import { here } from "./here";

@Controller({ version: VERSION_NEUTRAL })
export class HealthController {
  @Get("health")
  health() {
    return here();
  }

  @Get(["ready", "live"])
  ready() {
    return here();
  }

  @QueryMethod("health")
  search() {
    return here();
  }

  @All("any")
  any() {
    return here();
  }

  @Get("callback/:provider")
  callback() {
    return here();
  }
}
