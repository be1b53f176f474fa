const { here } = require("./here");

const register = async (server) => {
  server.route({ method: "GET", path: "/orders", handler: () => here() });
  server.route({ method: "GET", path: "/orders/{id}", handler: () => here() });
};

exports.plugin = { name: "orders", register };
exports.named = (name) => ({ name, register });
