import { type Case, checkCases } from "./cases.ts";

const inJavaScript: readonly Case[] = [
  {
    name: "places a route in the row that names its path, however the table is walked",
    files: {
      "app.js": `const express = require("express");
const { moved, hooks } = require("./tables");
const app = express();
Object.entries(moved).forEach(([path, handler]) => app.get(path, handler));
for (const path in moved) app.head(path, moved[path]);
for (const path of Object.keys(moved)) app.delete(path, moved[path]);
hooks.forEach((handler, topic) => app.post(\`/hooks/\${topic}\`, handler));
for (const [topic, handler] of hooks) app.put("/" + topic, handler);
["users", "keys"].forEach((name) => app.patch("/" + name, hooks.get("fuel")));
for (const name of ["users"]) app.put(\`/\${name}\`, hooks.get("fuel"));
hooks.forEach((handler, topic) => app.trace("/" + topic, handler));
app.listen(3000);
`,
      "tables.js": `const gone = (req, res) => res.send("x");
exports.moved = {
  "/cars": gone,
  "/vans/:id": gone,
};
exports.hooks = new Map([
  ["fuel", gone],
]);
exports.hooks.set("toll", gone);
`,
    },
    table: `
      GET /cars tables.js:3 -> tables.js:1
      GET /vans/{id} tables.js:4 -> tables.js:1
      HEAD /cars tables.js:3 -> tables.js:1
      HEAD /vans/{id} tables.js:4 -> tables.js:1
      DELETE /cars tables.js:3 -> tables.js:1
      DELETE /vans/{id} tables.js:4 -> tables.js:1
      POST /hooks/fuel app.js:7 -> tables.js:1
      POST /hooks/toll app.js:7 -> tables.js:1
      PUT /fuel tables.js:7 -> tables.js:1
      PUT /toll tables.js:9 -> tables.js:1
      PATCH /users app.js:9 -> tables.js:1
      PATCH /keys app.js:9 -> tables.js:1
      PUT /users app.js:10 -> tables.js:1
      TRACE /fuel tables.js:7 -> tables.js:1
      TRACE /toll tables.js:9 -> tables.js:1`,
  },
  {
    name: "follows a row through a function that makes it, a prefix put before it, and options spread around it",
    files: {
      "app.js": `const fastify = require("fastify");
const app = fastify();
const answer = async () => ({});
const row = (method, path) => ({ method, url: "/api" + path, handler: answer });
const under = (prefix, rows) => rows.map((each) => ({ ...each, url: prefix + each.url }));
const rows = [
  row("GET", "/trips"),
  ...under("/v1", [
    { method: "PUT", url: "/cars", handler: answer },
  ]),
];
rows.forEach((each) => app.route({ ...each, onRequest: [] }));
app.listen({ port: 3000 });
`,
    },
    table: `
      GET /api/trips app.js:7 -> app.js:3
      PUT /v1/cars app.js:9 -> app.js:3`,
  },
  {
    name: "takes the name of a method that every object has for no method of a list",
    files: {
      "app.js": `const app = require("express")();
const list = ["a", "b"];
app.get("/x/" + list.toString() + list.constructor() + list.valueOf(), (req, res) => res.send("x"));
app.listen(3000);
`,
    },
    table: `
      GET /x/{toString_}{constructor_}{valueOf_} app.js:3 ?toString_, constructor_, valueOf_`,
  },
];

const inPython: readonly Case[] = [
  {
    name: "places a route in the row of a dictionary, and not at a default that its path takes in",
    files: {
      "app.py": `from flask import Flask
from views import KINDS, listed
app = Flask(__name__)
def add(url, view, pk="id"):
    app.add_url_rule(url, view_func=view)
    app.add_url_rule(f"{url}/<{pk}>", view_func=view)
for name, view in KINDS.items():
    add(f"/{name}", view)
for name in KINDS:
    app.add_url_rule("/" + name, "other", listed, methods=["PUT"])
`,
      "views.py": `def listed(id=None): ...
KINDS = {
    "boats": listed,
    "crews": listed,
}
`,
    },
    table: `
      GET /boats views.py:3 -> views.py:1
      GET /boats/{id} views.py:3 -> views.py:1
      GET /crews views.py:4 -> views.py:1
      GET /crews/{id} views.py:4 -> views.py:1
      PUT /boats app.py:10 -> views.py:1
      PUT /crews app.py:10 -> views.py:1`,
  },
];

checkCases("tables of JavaScript that are walked", inJavaScript);
checkCases("tables of Python that are walked", inPython);
