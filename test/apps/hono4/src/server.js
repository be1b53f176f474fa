import { Hono } from "hono";
import { here } from "./here.js";
import { createAdmin } from "./routes/admin.js";
import orders from "./routes/orders.js";

export function createApp() {
  const app = new Hono();
  app.use("*", async (c, next) => next());
  app.get("/", (c) => here(c));
  app.get("/status", (c) => here(c));
  app.get("/users/:id", (c) => here(c));
  app.get("/users/me", (c) => here(c));
  app.get("/codes/:code{[0-9]+}", (c) => here(c));
  app.get("/codes/:word", (c) => here(c));
  app.get("/optional/:page?", (c) => here(c));
  app.get("/files/*", (c) => here(c));
  app.get("/wild/*/end", (c) => here(c));
  app.get("/slash/", (c) => here(c));
  app.on(["PUT", "PATCH"], "/both", (c) => here(c));
  app.on("GET", ["/one", "/two"], (c) => here(c));
  app.all("/any", (c) => here(c));
  app.get("/chained", (c) => here(c)).post((c) => here(c));
  app.route("/api/v1/orders", orders);
  app.route("/admin", createAdmin());
  const inner = app.basePath("/inner");
  inner.get("/", (c) => here(c));
  inner.get("/deep/:id", (c) => here(c));
  return app;
}
