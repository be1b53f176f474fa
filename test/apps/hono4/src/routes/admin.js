import { Hono } from "hono";
import { here } from "../here.js";

export function createAdmin() {
  const admin = new Hono({ strict: false });
  return admin.get("/", (c) => here(c)).get("/Stats", (c) => here(c));
}
