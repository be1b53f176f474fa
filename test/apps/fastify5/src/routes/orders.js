import { here } from "../here.js";

export default async function orders(fastify) {
  fastify.get("/orders", async () => here());
  fastify.post("/orders", { schema: {} }, async () => here());
  fastify.query("/orders", async () => here());
  fastify.get("/orders/:id", show);
  fastify.delete("/orders/:id/", async () => here());
}

async function show() {
  return here();
}
