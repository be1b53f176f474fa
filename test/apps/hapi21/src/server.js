const Hapi = require("@hapi/hapi");
const { here } = require("./here");
const orders = require("./orders");
const listed = require("./listed");

async function createApp() {
  const server = Hapi.server({ port: 0, host: "127.0.0.1" });
  server.route({ method: "GET", path: "/", handler: () => here() });
  server.route({ method: "GET", path: "/status", handler: () => here() });
  server.route({ method: "GET", path: "/users/{id}", handler: () => here() });
  server.route({ method: "GET", path: "/users/me", handler: () => here() });
  server.route({ method: "GET", path: "/optional/{id?}", handler: () => here() });
  server.route({ method: "GET", path: "/files/{path*}", handler: () => here() });
  server.route({ method: "GET", path: "/two/{part*2}", handler: () => here() });
  server.route({ method: "GET", path: "/icons/{name}.svg", handler: () => here() });
  server.route({ method: ["PUT", "PATCH"], path: "/both", handler: () => here() });
  server.route({ method: "*", path: "/any", handler: () => here() });
  server.route({ method: "POST", path: "/configured", options: { handler: () => here() } });
  server.route(listed);
  await server.register(orders);
  await server.register({ plugin: orders.named("again"), routes: { prefix: "/api/v1" } });
  server.route({
    method: "*",
    path: "/{rest*}",
    handler: (request, h) => h.response("not found").code(404),
  });
  await server.initialize();
  return server;
}

module.exports = { createApp };
