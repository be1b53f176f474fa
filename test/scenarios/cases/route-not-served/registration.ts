import type { Scenario } from "../../scenario.ts";

const refunds: Scenario = {
  name: "refund-list",
  files: {
    "package.json": '{ "name": "payments", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "payments.http": `# @name refunds
GET http://localhost:PORT_OF_api/payments/refunds
`,
    "src/app.ts": `import express from "express";
import { charges } from "./charges.ts";

const app = express();
app.use("/payments/charges", charges);
app.listen(process.env.PORT ?? 3000);
`,
    "src/charges.ts": `import { Router } from "express";

export const charges = Router();
charges.get("/", (_req, res) => {
  res.json([]);
});
`,
    "src/refunds.ts": `import { Router } from "express";

export const refunds = Router();
refunds.get("/payments/refunds", (_req, res) => {
  res.json([{ id: "re_1" }]);
});
`,
  },
  servers: [{ name: "api", entry: "src/app.ts" }],
  ask: ["payments.http#refunds"],
  facts: ["GET /payments/refunds 404", "GET /payments/charges 200"],
  truth: {
    outcome: "not-found",
    kinds: ["not-registered"],
    links: [{ file: "src/refunds.ts", text: 'refunds.get("/payments/refunds"' }],
  },
};

const irrigation: Scenario = {
  name: "irrigation-plan",
  files: {
    "package.json": '{ "name": "farm", "dependencies": { "fastify": "^5.0.0" } }',
    "farm.http": `# @name plan
GET http://localhost:PORT_OF_api/fields/7/irrigation
`,
    "farm.js": `const fastify = require("fastify");
const fields = require("./plugins/fields");
const irrigation = require("./plugins/irrigation");

const app = fastify();
app.register(fields);
app.listen({ port: Number(process.env.PORT || 3000) });

module.exports = { app, irrigation };
`,
    "plugins/fields.js": `module.exports = async function fields(app) {
  app.get("/fields", async () => [7, 8]);
  app.get("/fields/:field", async ({ params }) => ({ field: params.field, crop: "barley" }));
};
`,
    "plugins/irrigation.js": `module.exports = async function irrigation(app) {
  app.get("/fields/:field/irrigation", async () => ({ litres: 900 }));
};
`,
  },
  servers: [{ name: "api", entry: "farm.js" }],
  ask: ["farm.http#plan"],
  facts: ["GET /fields/7/irrigation 404", "GET /fields/7 200"],
  truth: {
    outcome: "not-found",
    kinds: ["not-registered"],
    links: [{ file: "plugins/irrigation.js", text: '"/fields/:field/irrigation"' }],
  },
};

const tours: Scenario = {
  name: "guided-tours",
  files: {
    "tours.http": `# @name tours
GET http://127.0.0.1:PORT_OF_api/tours
`,
    "castle/__init__.py": `from flask import Flask


def create_app():
    app = Flask(__name__)

    from .rooms import rooms

    app.register_blueprint(rooms)
    return app
`,
    "castle/rooms.py": `from flask import Blueprint

rooms = Blueprint("rooms", __name__, url_prefix="/rooms")


@rooms.route("/")
def index():
    return ["hall", "kitchen"]
`,
    "castle/tours.py": `from flask import Blueprint

tours = Blueprint("tours", __name__)


@tours.route("/tours")
def index():
    return [{"at": "14:00"}]
`,
    "wsgi.py": `import os

from castle import create_app

app = create_app()

if __name__ == "__main__":
    app.run(port=int(os.environ.get("PORT", 5000)))
`,
  },
  servers: [{ name: "api", entry: "wsgi.py", needs: "flask" }],
  ask: ["tours.http#tours"],
  facts: ["GET /tours 404", "GET /rooms/ 200"],
  truth: {
    outcome: "not-found",
    kinds: ["not-registered"],
    links: [{ file: "castle/tours.py", text: '@tours.route("/tours")' }],
  },
};

const badges: Scenario = {
  name: "badge-colours",
  files: {
    "package.json":
      '{ "name": "badges", "type": "module", "dependencies": { "koa": "^3.0.0", "@koa/router": "^15.0.0" } }',
    "badges.http": `# @name badge
GET http://localhost:PORT_OF_api/badges/gold
`,
    "server.js": `import Koa from "koa";
import { badges } from "./badges.js";
import { users } from "./users.js";

const app = new Koa();
app.use(users.routes());
app.use(badges.allowedMethods());
app.listen(process.env.PORT ?? 3000);
`,
    "badges.js": `import Router from "@koa/router";

export const badges = new Router({ prefix: "/badges" });
badges.get("/:badge", (ctx) => {
  ctx.body = { badge: ctx.params.badge, colour: "#d4af37" };
});
`,
    "users.js": `import Router from "@koa/router";

export const users = new Router({ prefix: "/users" });
users.get("/", (ctx) => {
  ctx.body = [];
});
`,
  },
  servers: [{ name: "api", entry: "server.js" }],
  ask: ["badges.http#badge"],
  facts: ["GET /badges/gold 404", "GET /users 200"],
  truth: {
    outcome: "not-found",
    kinds: ["not-registered"],
    links: [{ file: "badges.js", text: 'badges.get("/:badge"' }],
  },
};

const capsule: Scenario = {
  name: "new-endpoint",
  files: {
    "package.json":
      '{ "name": "capsules", "type": "module", "scripts": { "start": "node server.js" }, "dependencies": { "express": "^5.0.0" } }',
    "capsules.http": `# @name colours
GET http://localhost:PORT_OF_api/capsules/colours

###
# @name capsules
GET http://localhost:PORT_OF_api/capsules
`,
    "server.js": `import express from "express";

const app = express();
app.get("/capsules", (_req, res) => res.json(["A", "B"]));
app.get("/capsules/colours", (_req, res) => res.json(["red", "blue"]));
app.listen(process.env.PORT ?? 3000);
`,
  },
  deployed: {
    "package.json": '{ "name": "capsules", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "server.js": `import express from "express";

const app = express();
app.get("/capsules", (_req, res) => res.json(["A", "B"]));
app.listen(process.env.PORT ?? 3000);
`,
  },
  servers: [{ name: "api", entry: "deployed:server.js" }],
  ask: ["capsules.http#colours"],
  facts: ["GET /capsules/colours 404", "GET /capsules 200"],
  truth: {
    outcome: "not-found",
    kinds: ["not-deployed"],
    links: [{ file: "server.js", text: 'app.get("/capsules/colours"' }],
  },
};

const summary: Scenario = {
  name: "expense-summary",
  files: {
    "package.json":
      '{ "name": "expenses", "type": "module", "dependencies": { "hono": "^4.0.0", "@hono/node-server": "^2.0.0" } }',
    "expenses.http": `# @name summary
GET http://localhost:PORT_OF_api/expenses/summary
`,
    "server.js": `import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { logger } from "hono/logger";
import * as expenses from "./expenses.js";

const app = new Hono();
app.use(logger(() => {}));
app.get("/expenses", expenses.list);
app.get("/expenses/summary", expenses.summary);
serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "expenses.js": `export const list = (c) => c.json([{ cents: 1200 }]);

export const total = (c) => c.json({ cents: 1200 });
`,
  },
  servers: [{ name: "api", entry: "server.js" }],
  ask: ["expenses.http#summary"],
  facts: ["GET /expenses/summary 404", "GET /expenses 200"],
  truth: {
    outcome: "not-found",
    kinds: ["missing-handler"],
    links: [{ file: "server.js", text: 'app.get("/expenses/summary"' }],
  },
};

/** Requests for a route that is written and does not take part in what runs. */
export const registration: readonly Scenario[] = [refunds, irrigation, tours, badges, capsule, summary];
