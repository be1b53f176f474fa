import type { Scenario } from "../../scenario.ts";

const pickups: Scenario = {
  name: "pickups-of-today",
  files: {
    "README.md": `# Recycling depot

| part | port | what |
| --- | --- | --- |
| gateway | PORT_OF_gateway | the only address the apps know |
| containers | PORT_OF_containers | where the containers stand (Flask) |
| pickups | PORT_OF_pickups | who empties them when (FastAPI) |
`,
    "gateway/package.json": `{ "name": "gateway", "private": true, "type": "module", "dependencies": { "express": "^5.0.0" } }
`,
    "gateway/services.json": `[
  { "path": "/containers", "target": "CONTAINERS_URL", "strip": false },
  { "path": "/pickups", "target": "PICKUPS_URL", "strip": false }
]
`,
    "gateway/server.js": `import { readFile } from "node:fs/promises";
import express from "express";
import { passTo } from "./passTo.js";

const services = JSON.parse(await readFile(new URL("services.json", import.meta.url), "utf8"));
const app = express();
app.disable("x-powered-by");
app.get("/health", (_request, response) => response.json({ services: services.map((service) => service.path) }));
for (const { path, target, strip } of services) {
  app.use(path, passTo(process.env[target], { strip }));
}
app.use((_request, response) => response.status(404).json({ error: "no such service" }));
app.listen(process.env.PORT ?? 8080);
`,
    "gateway/passTo.js": `import { request } from "node:http";

export function passTo(target, { strip }) {
  const { hostname, port } = new URL(target);
  return (incoming, outgoing) => {
    const path = strip ? incoming.url : incoming.originalUrl;
    const { method, headers } = incoming;
    const upstream = request({ hostname, port, method, path, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode, answer.headers);
      answer.pipe(outgoing);
    });
    upstream.on("error", () => outgoing.status(502).json({ error: "service down" }));
    incoming.pipe(upstream);
  };
}
`,
    "gateway/.env": `CONTAINERS_URL=http://localhost:PORT_OF_containers
PICKUPS_URL=http://localhost:PORT_OF_pickups
`,
    "containers/requirements.txt": "flask\n",
    "containers/app.py": `import os

from flask import Flask, abort, jsonify

app = Flask(__name__)
CONTAINERS = {"c-17": {"kind": "glass", "street": "Mill Lane"}, "c-22": {"kind": "paper", "street": "Quay"}}


@app.get("/containers")
def index():
    return jsonify(sorted(CONTAINERS))


@app.get("/containers/<code>")
def show(code):
    return jsonify(CONTAINERS[code]) if code in CONTAINERS else abort(404)


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ.get("PORT", "5001")))
`,
    "pickups/requirements.txt": "fastapi\nuvicorn\n",
    "pickups/main.py": `import os

import uvicorn

from plan import app

uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "5002")), log_level="warning")
`,
    "pickups/plan.py": `from fastapi import FastAPI, HTTPException

app = FastAPI(title="Pickups")
TOURS = {"north": ["c-17"], "harbour": ["c-22"]}


@app.get("/today")
def today():
    return [{"tour": tour, "containers": codes} for tour, codes in TOURS.items()]


@app.get("/tours/{tour}")
def show_tour(tour: str):
    if tour not in TOURS:
        raise HTTPException(404, "No such tour")
    return {"tour": tour, "containers": TOURS[tour]}
`,
    "depot.http": `@depot = http://localhost:PORT_OF_gateway

### services behind the gateway
GET {{depot}}/health

### containers
GET {{depot}}/containers

### one of them
GET {{depot}}/containers/c-17

### who empties what today
# @name today
GET {{depot}}/pickups/today
`,
  },
  servers: [
    { name: "containers", entry: "containers/app.py", needs: "flask" },
    { name: "pickups", entry: "pickups/main.py", needs: "fastapi" },
    {
      name: "gateway",
      entry: "gateway/server.js",
      passesOn: true,
      env: {
        CONTAINERS_URL: "http://localhost:PORT_OF_containers",
        PICKUPS_URL: "http://localhost:PORT_OF_pickups",
      },
    },
  ],
  ask: ["depot.http#today"],
  facts: [
    "gateway:GET /health 200",
    "gateway:GET /containers 200",
    "gateway:GET /containers/c-17 200",
    "gateway:GET /pickups/today 404",
    "pickups:GET /today 200",
    "pickups:GET /pickups/today 404",
    "gateway:GET /today 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["proxy-keeps-prefix"],
    links: [
      { file: "gateway/services.json", text: '"/pickups"' },
      { file: "gateway/server.js", text: "app.use(path, passTo(" },
      { file: "gateway/passTo.js", text: "const path = strip" },
    ],
    fixes: [{ kind: "edit-rewrite" }],
  },
};

/** A recycling depot: containers, and the tours that empty them. */
export const recycling: readonly Scenario[] = [pickups];
