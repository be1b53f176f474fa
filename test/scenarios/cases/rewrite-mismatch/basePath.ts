import type { Scenario } from "../../scenario.ts";

const lessons: Scenario = {
  name: "music-lessons",
  files: {
    "package.json": '{ "name": "lessons", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "lessons.http": `@school = http://localhost:PORT_OF_api

# @name lessons
GET {{school}}/teachers/12/lessons
`,
    "config/default.json": '{ "basePath": "/music-school" }',
    "src/main.js": `import { readFileSync } from "node:fs";
import express from "express";
import { teachers } from "./teachers.js";
import { rooms } from "./rooms.js";

const { basePath } = JSON.parse(readFileSync("config/default.json", "utf8"));
const app = express();
const root = express.Router();
root.use("/teachers", teachers);
root.use("/rooms", rooms);
app.use("/music-school", root);
app.listen(process.env.PORT ?? 3000, () => console.log("ready under", basePath));
`,
    "src/teachers.js": `import { Router } from "express";

export const teachers = Router();
teachers.get("/:teacher/lessons", (req, res) => res.json([{ teacher: req.params.teacher, at: "16:00" }]));
`,
    "src/rooms.js": `import { Router } from "express";

export const rooms = Router();
rooms.get("/", (_req, res) => res.json(["A", "B"]));
`,
  },
  servers: [{ name: "api", entry: "src/main.js" }],
  ask: ["lessons.http#lessons"],
  facts: ["GET /teachers/12/lessons 404", "GET /music-school/teachers/12/lessons 200"],
  truth: {
    outcome: "not-found",
    kinds: ["base-path"],
    links: [
      { file: "src/teachers.js", text: 'teachers.get("/:teacher/lessons"' },
      { file: "src/main.js", text: 'app.use("/music-school"' },
    ],
    fixes: [{ url: "/music-school/teachers/12/lessons" }],
  },
};

const parking: Scenario = {
  name: "parking-spots",
  files: {
    "package.json":
      '{ "name": "parking", "type": "module", "dependencies": { "hono": "^4.0.0", "@hono/node-server": "^2.0.0" } }',
    "parking.http": `# @name spots
GET http://localhost:PORT_OF_api/garages/opera/spots
`,
    "parking.ts": `import { serve } from "@hono/node-server";
import { Hono } from "hono";

const app = new Hono().basePath("/parking");

app.get("/garages", (c) => c.json(["opera", "station"]));
app.get("/garages/:garage/spots", (c) => c.json({ garage: c.req.param("garage"), free: 3 }));

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
  },
  servers: [{ name: "api", entry: "parking.ts" }],
  ask: ["parking.http#spots"],
  facts: ["GET /garages/opera/spots 404", "GET /parking/garages/opera/spots 200"],
  truth: {
    outcome: "not-found",
    kinds: ["base-path"],
    links: [
      { file: "parking.ts", text: '"/garages/:garage/spots"' },
      { file: "parking.ts", text: 'basePath("/parking")' },
    ],
    fixes: [{ url: "/parking/garages/opera/spots" }],
  },
};

const donations: Scenario = {
  name: "blood-donations",
  files: {
    "package.json": '{ "name": "donations", "dependencies": { "fastify": "^5.0.0" } }',
    "http-client.env.json": '{ "lab": { "lab": "http://localhost:PORT_OF_api" } }',
    "donations.http": `# @name donation
GET {{lab}}/donations/D-31
`,
    "server.js": `const fastify = require("fastify");

const PREFIX = "/lab/api";
const app = fastify();
app.register(require("./donations"), { prefix: PREFIX + "/donations" });
app.register(require("./donors"), { prefix: PREFIX + "/donors" });
app.listen({ port: Number(process.env.PORT || 3000) });
`,
    "donations.js": `module.exports = async (app) => {
  app.get("/:number", async (request) => ({ number: request.params.number, group: "B-" }));
};
`,
    "donors.js": `module.exports = async (app) => {
  app.get("/", async () => []);
};
`,
  },
  servers: [{ name: "api", entry: "server.js" }],
  ask: ["donations.http#donation", "--env", "lab"],
  facts: ["GET /donations/D-31 404", "GET /lab/api/donations/D-31 200"],
  truth: {
    outcome: "not-found",
    kinds: ["base-path"],
    links: [
      { file: "donations.js", text: 'app.get("/:number"' },
      { file: "server.js", text: 'PREFIX + "/donations"' },
      { file: "server.js", text: "const PREFIX" },
    ],
    fixes: [{ url: "/lab/api/donations/D-31" }],
  },
};

const catalogue: Scenario = {
  name: "museum-catalogue",
  files: {
    "museum.http": `@museum = http://127.0.0.1:PORT_OF_api

# @name objects
GET {{museum}}/objects/1899.12.4
`,
    "museum/app.py": `import os

from flask import Flask
from objects import objects

app = Flask(__name__)
app.register_blueprint(objects, url_prefix="/collection")


@app.route("/status")
def status():
    return {"up": True}


if __name__ == "__main__":
    app.run(port=int(os.environ.get("PORT", 5000)))
`,
    "museum/objects.py": `from flask import Blueprint, abort

objects = Blueprint("objects", __name__)
KNOWN = {"1899.12.4": "Vase", "1901.3.1": "Mask"}


@objects.route("/objects/<number>")
def show(number):
    return {"title": KNOWN[number]} if number in KNOWN else abort(404)
`,
  },
  servers: [{ name: "api", entry: "museum/app.py", needs: "flask" }],
  ask: ["museum.http#objects"],
  facts: ["GET /objects/1899.12.4 404", "GET /collection/objects/1899.12.4 200"],
  truth: {
    outcome: "not-found",
    kinds: ["base-path"],
    links: [
      { file: "museum/objects.py", text: '@objects.route("/objects/<number>")' },
      { file: "museum/app.py", text: "register_blueprint" },
    ],
    fixes: [{ url: "/collection/objects/1899.12.4" }],
  },
};

/** Requests without the prefix under which the whole service stands. */
export const basePath: readonly Scenario[] = [lessons, parking, donations, catalogue];
