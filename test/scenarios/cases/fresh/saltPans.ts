import type { Scenario } from "../../scenario.ts";

const pan: Scenario = {
  name: "yield-of-a-salt-pan",
  files: {
    "requirements.txt": "flask\n",
    "pans/__init__.py": `from flask import Flask

from pans.api import api


def create_app():
    app = Flask(__name__)
    app.register_blueprint(api, url_prefix="/api/v2")
    return app
`,
    "pans/api.py": `from flask import Blueprint, abort, jsonify

api = Blueprint("api", __name__)

PANS = {"p1": {"id": "p1", "tons": 14}, "p2": {"id": "p2", "tons": 9}}


@api.get("/pans")
def pans():
    return jsonify(items=list(PANS.values()))


@api.get("/pans/<pan_id>/yield")
def pan_yield(pan_id):
    pan = PANS.get(pan_id)
    if pan is None:
        abort(404, description="No such pan")
    return jsonify(pan=pan_id, tons=pan["tons"])
`,
    "wsgi.py": `import os

from pans import create_app

app = create_app()

if __name__ == "__main__":
    app.run(port=int(os.environ.get("PORT", "5000")))
`,
    "dashboard/yield.ts": `const api = import.meta.env.VITE_API ?? "http://localhost:PORT_OF_api/api/v1";

export async function panYield(pan: string): Promise<number> {
  const answer = await fetch(\`\${api}/pans/\${pan}/yield\`);
  return (await answer.json()).tons;
}
`,
    "http-client.env.json": '{ "dev": { "api": "http://localhost:PORT_OF_api/api/v1" } }',
    "pans.http": `### yield
# @name yield
GET {{api}}/pans/p2/yield
Accept: application/json
`,
  },
  servers: [{ name: "api", entry: "wsgi.py", needs: "flask" }],
  ask: ["pans.http#yield", "--env", "dev"],
  facts: ["GET /api/v1/pans/p2/yield 404", "GET /api/v2/pans/p2/yield 200"],
  truth: {
    outcome: "not-found",
    kinds: ["version-moved"],
    links: [
      { file: "pans/__init__.py", text: 'url_prefix="/api/v2"' },
      { file: "pans/api.py", text: '@api.get("/pans/<pan_id>/yield")' },
      { file: "http-client.env.json", text: "/api/v1" },
    ],
    fixes: [{ url: "/api/v2/pans/p2/yield" }],
  },
};

const brine: Scenario = {
  name: "brine-in-the-cache",
  files: {
    "compose.yaml": `services:
  origin:
    build: .
  cache:
    image: varnish:7.6
    ports: ["PORT_OF_edge:80"]
    volumes: ["./default.vcl:/etc/varnish/default.vcl"]
`,
    "default.vcl": `vcl 4.1;

backend origin {
    .host = "127.0.0.1";
    .port = "PORT_OF_api";
}

sub vcl_backend_response {
    if (beresp.status == 404) {
        set beresp.ttl = 30m;
    }
}
`,
    "requirements.txt": "fastapi\nuvicorn\n",
    "origin.py": `import os

import uvicorn
from fastapi import FastAPI, HTTPException

app = FastAPI()
READINGS = {"north": 26.1}


@app.get("/brine/{pan}")
def brine(pan: str):
    if pan not in READINGS:
        raise HTTPException(status_code=404, detail="No reading yet")
    return {"pan": pan, "percent": READINGS[pan]}


@app.put("/brine/{pan}/{percent}")
def measure(pan: str, percent: float):
    READINGS[pan] = percent
    return {"pan": pan, "percent": percent}


if __name__ == "__main__":
    uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "brine.http": `@brine = http://localhost:PORT_OF_edge/brine

### north
GET {{brine}}/north

### east, measured this morning
# @name east
GET {{brine}}/east
`,
  },
  servers: [
    { name: "api", entry: "origin.py", needs: "fastapi" },
    { name: "edge", entry: "front:cachingProxy", env: { UPSTREAM: "PORT_OF_api" }, passesOn: true },
  ],
  before: ["edge:GET /brine/east 404", "api:PUT /brine/east/24.5 200"],
  ask: ["brine.http#east"],
  facts: ["edge:GET /brine/east 404", "edge:GET /brine/east?now=1 200", "api:GET /brine/east 200"],
  truth: {
    outcome: "not-found",
    kinds: ["shared-cache"],
    links: [
      { file: "default.vcl", text: "set beresp.ttl = 30m;" },
      { file: "origin.py", text: '@app.get("/brine/{pan}")' },
    ],
  },
};

const worker: Scenario = {
  name: "worker-of-the-salt-pans",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "crew.py": `import os

import uvicorn
from fastapi import FastAPI, HTTPException

app = FastAPI()
CREW = {101: "Amadou", 102: "Lise"}


@app.get("/crew")
def crew():
    return [{"id": number, "name": name} for number, name in CREW.items()]


@app.get("/crew/{number}")
def member(number: int):
    if number not in CREW:
        raise HTTPException(status_code=404, detail="Nobody has this number")
    return {"id": number, "name": CREW[number]}


if __name__ == "__main__":
    uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "crew.http": `@crew = http://localhost:PORT_OF_api/crew

###
GET {{crew}}/101

###
# @name who
GET {{crew}}/110
`,
  },
  servers: [{ name: "api", entry: "crew.py", needs: "fastapi" }],
  ask: ["crew.http#who"],
  facts: ["GET /crew/101 200", "GET /crew/110 404"],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [{ file: "crew.py", text: '@app.get("/crew/{number}")' }],
  },
};

/** In the salt pans. */
export const saltPans: readonly Scenario[] = [pan, brine, worker];
