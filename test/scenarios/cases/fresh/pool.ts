import type { Scenario } from "../../scenario.ts";

const lanes: Scenario = {
  name: "lanes-of-the-pool",
  files: {
    "package.json": '{ "name": "pool", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "compose.yaml": `services:
  lanes:
    command: node lanes.js
    environment: { PORT: PORT_OF_api }
    ports: ["PORT_OF_api:PORT_OF_api"]
  ops:
    command: node ops.js
    environment: { PORT: PORT_OF_ops }
    ports: ["PORT_OF_ops:PORT_OF_ops"]
`,
    "http-client.env.json": `{
  "local": { "host": "http://localhost", "lanesPort": "PORT_OF_api", "opsPort": "PORT_OF_ops" }
}`,
    "pool.http": `### alive?
GET {{host}}:{{opsPort}}/live

### lanes
GET {{host}}:{{lanesPort}}/lanes

### who swims where
# @name swimmers
GET {{host}}:{{opsPort}}/lanes/3/swimmers
Accept: application/json
`,
    "lanes.js": `import express from "express";
import { lanes } from "./lanes/routes.js";

express().use("/lanes", lanes).listen(process.env.PORT ?? 3000);
`,
    "lanes/routes.js": `import { Router } from "express";

const swimmers = { 3: ["kit", "sam"], 4: [] };

export const lanes = Router();
lanes.get("/", (_req, res) => res.json(Object.keys(swimmers)));
lanes.get("/:lane/swimmers", (req, res) => {
  const found = swimmers[req.params.lane];
  return found ? res.json(found) : res.sendStatus(404);
});
`,
    "ops.js": `import express from "express";

const ops = express();
ops.get("/live", (_req, res) => res.send("ok"));
ops.get("/metrics", (_req, res) => res.type("text/plain").send("swimmers 2\\n"));
ops.listen(process.env.PORT ?? 9000);
`,
  },
  servers: [
    { name: "api", entry: "lanes.js" },
    { name: "ops", entry: "ops.js" },
  ],
  ask: ["pool.http#swimmers", "--env", "local"],
  facts: [
    "ops:GET /live 200",
    "ops:GET /lanes/3/swimmers 404",
    "api:GET /lanes/3/swimmers 200",
    "api:GET /lanes/9/swimmers 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-entrypoint"],
    links: [
      { file: "lanes/routes.js", text: '"/:lane/swimmers"' },
      { file: "http-client.env.json", text: "opsPort" },
    ],
    fixes: [{ url: "http://localhost:PORT_OF_api/lanes/3/swimmers" }],
  },
};

const takings: Scenario = {
  name: "takings-of-the-day",
  files: {
    "package.json": '{ "name": "takings", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "http-client.env.json": `{
  "guard": { "till": "http://localhost:PORT_OF_api/v1", "token": "guard-1a" },
  "treasurer": { "till": "http://localhost:PORT_OF_api/v1", "token": "treasurer-9z" }
}`,
    "till.http": `### takings
# @name takings
GET {{till}}/takings/2026-11-21
Authorization: Bearer {{token}}
`,
    "till.js": `import express from "express";
import { holds } from "./scopes.js";

const v1 = express.Router();
v1.get("/takings/:day", holds("takings:read"), (req, res) => res.json({ day: req.params.day, sum: 1204 }));
v1.get("/visitors/:day", holds("visitors:read"), (req, res) => res.json({ day: req.params.day, count: 310 }));
express().use("/v1", v1).listen(process.env.PORT ?? 3000);
`,
    "scopes.js": `const scopes = { "guard-1a": ["visitors:read"], "treasurer-9z": ["visitors:read", "takings:read"] };

export const holds = (scope) => (req, res, next) => {
  const token = (req.get("authorization") ?? "").slice(7);
  if (scopes[token]?.includes(scope)) return next();
  const challenge = 'Bearer realm="till", error="insufficient_scope", scope="' + scope + '"';
  res.status(403).set("WWW-Authenticate", challenge).json({ error: "insufficient_scope", needed: scope });
};
`,
  },
  servers: [{ name: "api", entry: "till.js" }],
  ask: ["till.http#takings", "--env", "guard"],
  facts: [
    "GET /v1/takings/2026-11-21 403 | Authorization: Bearer guard-1a",
    "GET /v1/takings/2026-11-21 200 | Authorization: Bearer treasurer-9z",
    "GET /v1/visitors/2026-11-21 200 | Authorization: Bearer guard-1a",
  ],
  truth: { outcome: "answered", kinds: [] },
  credentials: [
    { value: "guard-1a", servers: ["api"] },
    { value: "treasurer-9z", servers: ["api"] },
  ],
};

const lockers: Scenario = {
  name: "locker-by-its-label",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "lockers.py": `import os

import uvicorn
from fastapi import FastAPI, HTTPException

app = FastAPI()
LOCKERS = {1: "free", 2: "taken"}


@app.get("/lockers")
def lockers():
    return LOCKERS


@app.get("/lockers/{number}")
def locker(number: int):
    if number not in LOCKERS:
        raise HTTPException(404)
    return {"number": number, "state": LOCKERS[number]}


uvicorn.run(app, port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "lockers.http": `### one locker
# @name locker
GET http://localhost:PORT_OF_api/lockers/L2
`,
  },
  servers: [{ name: "api", entry: "lockers.py", needs: "fastapi" }],
  ask: ["lockers.http#locker"],
  facts: ["GET /lockers/L2 422", "GET /lockers/2 200"],
  truth: { outcome: "answered", kinds: [] },
};

/** A public pool: its lanes, its till and its lockers. */
export const pool: readonly Scenario[] = [lanes, takings, lockers];
