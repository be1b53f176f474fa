import Router from "@koa/router";
import { here } from "../here.js";

const refunds = new Router();
refunds.get("/refunds", (ctx) => here(ctx));

export default refunds;
