import type { Scenario } from "../../scenario.ts";

const turbines: Scenario = {
  name: "output-of-a-wind-farm",
  files: {
    "docker-compose.yml": `services:
  edge:
    image: nginx:1.27
    volumes: ["./edge/nginx.conf:/etc/nginx/nginx.conf:ro"]
    ports: ["PORT_OF_edge:80"]
  alarms:
    build: ./alarms
    ports: ["PORT_OF_alarms:8090"]
  output:
    build: ./output
    ports: ["PORT_OF_output:8080"]
`,
    "edge/nginx.conf": `events {}
http {
  server {
    listen 80;

    location /alarms/ {
      proxy_pass http://alarms:8090/;
    }

    location /output/ {
      proxy_pass http://output:8080;
    }
  }
}
`,
    "alarms/package.json": '{ "name": "alarms", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "alarms/server.js": `import express from "express";

const app = express();
app.get("/open", (_req, res) => res.json([{ turbine: "W3", text: "Pitch error" }]));
app.listen(process.env.PORT ?? 8090);
`,
    "output/package.json": '{ "name": "output", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "output/server.js": `import express from "express";
import { farms } from "./farms.js";

const app = express();
app.disable("x-powered-by");
app.use("/farms", farms);
app.listen(process.env.PORT ?? 8080);
`,
    "output/farms.js": `import { Router } from "express";

const power = { west: 41.2, ridge: 18.9 };
export const farms = Router();

farms.get("/", (_req, res) => res.json(Object.keys(power)));
farms.get("/:farm/now", (req, res) => {
  if (!(req.params.farm in power)) return res.status(404).json({ error: "no such farm" });
  res.json({ megawatts: power[req.params.farm] });
});
`,
    "requests.http": `@edge = http://localhost:PORT_OF_edge

### what is wrong
GET {{edge}}/alarms/open

### what comes in
# @name now
GET {{edge}}/output/farms/west/now
`,
  },
  servers: [
    { name: "alarms", entry: "alarms/server.js" },
    { name: "output", entry: "output/server.js" },
    {
      name: "edge",
      entry: "front:ruleProxy",
      env: {
        RULES:
          '[{"from":"^/alarms/","to":"/","port":"PORT_OF_alarms"},{"from":"^/output/","to":"/output/","port":"PORT_OF_output"}]',
      },
    },
  ],
  ask: ["requests.http#now"],
  facts: [
    "edge:GET /alarms/open 200",
    "edge:GET /output/farms/west/now 404",
    "output:GET /farms/west/now 200",
    "edge:GET /farms/west/now 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["proxy-keeps-prefix"],
    links: [
      { file: "edge/nginx.conf", text: "proxy_pass http://output:8080;" },
      { file: "edge/nginx.conf", text: "location /output/" },
    ],
    fixes: [{ kind: "edit-rewrite" }],
  },
};

const charging: Scenario = {
  name: "state-of-a-charging-point",
  files: {
    "requirements.txt": "flask\n",
    "app.py": `import os

from charging import create_app

create_app().run(port=int(os.environ.get("PORT", "5000")))
`,
    "charging/__init__.py": `from flask import Flask, jsonify

from charging.points import points
from charging.tariffs import tariffs


def create_app():
    app = Flask(__name__)
    app.register_blueprint(points, url_prefix="/api/chargingpoints")
    app.register_blueprint(tariffs, url_prefix="/api/tariffs")
    app.register_error_handler(404, lambda _error: (jsonify(message="Nothing here"), 404))
    return app
`,
    "charging/points.py": `from flask import Blueprint, abort, jsonify

points = Blueprint("points", __name__)
STATES = {"CP-014": "free", "CP-015": "charging"}


@points.get("/")
def all_points():
    return jsonify(sorted(STATES))


@points.get("/<code>/state")
def state(code):
    if code not in STATES:
        abort(404)
    return jsonify(state=STATES[code])
`,
    "charging/tariffs.py": `from flask import Blueprint, jsonify

tariffs = Blueprint("tariffs", __name__)


@tariffs.get("/today")
def today():
    return jsonify(cent_per_kwh=49)
`,
    "charging.http": `@charging = http://127.0.0.1:PORT_OF_api/api

### price
GET {{charging}}/tariffs/today

### is it free
# @name free
GET {{charging}}/chargingPoints/CP-014/state
Accept: application/json
`,
  },
  servers: [{ name: "api", entry: "app.py", needs: "flask" }],
  ask: ["charging.http#free"],
  facts: [
    "GET /api/tariffs/today 200",
    "GET /api/chargingPoints/CP-014/state 404",
    "GET /api/chargingpoints/CP-014/state 200",
    "GET /api/chargingpoints/CP-099/state 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["case"],
    links: [
      { file: "charging/points.py", text: '@points.get("/<code>/state")' },
      { file: "charging/__init__.py", text: 'url_prefix="/api/chargingpoints"' },
    ],
    fixes: [{ url: "/api/chargingpoints/CP-014/state" }],
  },
};

/** Wind farms and charging points. */
export const power: readonly Scenario[] = [turbines, charging];
