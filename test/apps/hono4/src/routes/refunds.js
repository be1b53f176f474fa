import { Hono } from "hono";
import { here } from "../here.js";

export const refunds = new Hono().get("/refunds", (c) => here(c));
