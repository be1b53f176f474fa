import { here } from "../here.js";

export default function inventory(app, options, done) {
  app.get("/inventory/:sku", { handler: () => here() });
  app.head("/inventory", (request, reply) => reply.send());
  done();
}
