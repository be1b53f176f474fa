import { type Case, checkCases } from "./cases.ts";

const cases: readonly Case[] = [
  {
    name: "reads servers handed to functions, routers applied with a prefix, and versions of one path",
    files: {
      "server.js": `const restify = require("restify"); const { Router } = require("restify-router");
        const server = restify.createServer();
        server.use(restify.plugins.bodyParser());
        require("./users")(server);
        const orders = new Router(); const items = new Router();
        items.get("/:item", show);
        orders.get("/", show);
        orders.add("/items", items);
        orders.applyRoutes(server, "/orders");
        server.get({ path: "/info", version: "1.0.0" }, show);
        server.get({ path: "/info", version: "2.0.0" }, show);
        function show(req, res, next) { res.send(200); return next(); }
        server.listen(8080);`,
      "users.js": `module.exports = (server) => { server.del("/users/:id", (req, res, next) => next()); };`,
    },
    table: `
      DELETE /users/{id} users.js:1
      GET /orders/ server.js:7 -> server.js:12
      GET /orders/items/{item} server.js:6 -> server.js:12
      GET /info server.js:10 -> server.js:12
      GET /info server.js:11 -> server.js:12`,
  },
];

checkCases("Restify", cases);
