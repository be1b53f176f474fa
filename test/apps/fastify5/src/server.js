import Fastify from "fastify";
import { PREFIX } from "./constants.js";
import { here } from "./here.js";
import inventory from "./routes/inventory.js";
import { listed } from "./routes/listed.js";
import orders from "./routes/orders.js";

export function createApp() {
  const app = Fastify();
  app.get("/", async () => here());
  app.get("/status", async () => here());
  app.get("/users/:id", async () => here());
  app.get("/users/me", async () => here());
  app.get("/users/:id/posts/:post", async () => here());
  app.get("/codes/:code(^\\d+$)", async () => here());
  app.get("/codes/:word", async () => here());
  app.get("/flights/:from-:to", async () => here());
  app.get("/optional/:page?", async () => here());
  app.get("/files/*", async () => here());
  app.get("/icons/:name.svg", async () => here());
  app.get("/name::verb", async () => here());
  app.route({ method: ["POST", "PUT"], url: "/both", handler: async () => here() });
  app.all("/any", async () => here());
  app.register(orders, { prefix: PREFIX });
  app.register(inventory);
  app.register(
    async (inner) => {
      inner.get("/", async () => here());
      inner.register(orders, { prefix: "/deep" });
    },
    { prefix: "/outer" },
  );
  for (const each of listed) app.route(each);
  return app;
}
