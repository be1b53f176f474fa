import type { Scenario } from "../../scenario.ts";

const orders: Scenario = {
  name: "fittings-of-a-tailor",
  files: {
    "README.md": `# Tailor's workshop

\`gate/\` is what the phones in the workshop talk to. It cuts the name of the service off and passes the rest on.
`,
    "gate/package.json": `{ "name": "gate", "private": true, "type": "module", "dependencies": { "express": "^5.0.0" } }
`,
    "gate/gate.js": `import { request } from "node:http";
import express from "express";

const services = { "/fittings": process.env.FITTINGS_PORT, "/fabrics": process.env.FABRICS_PORT };
const gate = express();

for (const [name, port] of Object.entries(services)) {
  gate.use(name, (incoming, outgoing) => {
    const { method, url, headers } = incoming;
    const upstream = request({ host: "localhost", port, method, path: url, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode, answer.headers);
      answer.pipe(outgoing);
    });
    upstream.on("error", () => outgoing.sendStatus(502));
    incoming.pipe(upstream);
  });
}

gate.listen(process.env.PORT ?? 8080);
`,
    "gate/.env": "FITTINGS_PORT=PORT_OF_fittings\nFABRICS_PORT=PORT_OF_fabrics\n",
    "fabrics/requirements.txt": "fastapi\nuvicorn\n",
    "fabrics/main.py": `import os

import uvicorn
from fastapi import FastAPI, HTTPException

app = FastAPI(title="Fabrics")
BOLTS = {"tweed-41": 12.5, "linen-7": 3.0}


@app.get("/bolts")
def bolts():
    return BOLTS


@app.get("/bolts/{code}")
def bolt(code: str):
    if code not in BOLTS:
        raise HTTPException(404, "no such bolt")
    return {"code": code, "metres": BOLTS[code]}


if __name__ == "__main__":
    uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8001")), log_level="warning")
`,
    "fittings/requirements.txt": "flask\n",
    "fittings/main.py": `import os

from flask import Flask

from diary import diary

app = Flask(__name__)
app.register_blueprint(diary, url_prefix="/diary")

if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ.get("PORT", "8002")))
`,
    "fittings/diary.py": `from flask import Blueprint, abort, jsonify

diary = Blueprint("diary", __name__)
FITTINGS = [{"customer": "Mr. Oduya", "on": "2026-11-24", "piece": "waistcoat"}]


@diary.get("/")
def index():
    return jsonify(FITTINGS)


@diary.get("/<day>/")
def of_day(day):
    found = [one for one in FITTINGS if one["on"] == day]
    return jsonify(found) if found else abort(404)
`,
    "phones.http": `@gate = http://localhost:PORT_OF_gate

### bolts
GET {{gate}}/fabrics/bolts

### fittings of Tuesday
# @name tuesday
GET {{gate}}/fittings/diary/2026-11-24
Accept: application/json
`,
  },
  servers: [
    { name: "fabrics", entry: "fabrics/main.py", needs: "fastapi" },
    { name: "fittings", entry: "fittings/main.py", needs: "flask" },
    {
      name: "gate",
      entry: "gate/gate.js",
      passesOn: true,
      env: { FITTINGS_PORT: "PORT_OF_fittings", FABRICS_PORT: "PORT_OF_fabrics" },
    },
  ],
  ask: ["phones.http#tuesday"],
  facts: [
    "gate:GET /fabrics/bolts 200",
    "gate:GET /fittings/diary/ 200",
    "gate:GET /fittings/diary/2026-11-24 308",
    "gate:GET /diary/2026-11-24/ 404",
    "gate:GET /fittings/diary/2026-11-24/ 200",
    "fittings:GET /diary/2026-11-24/ 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["redirect-drops-path"],
    links: [
      { file: "gate/gate.js", text: "gate.use(name" },
      { file: "gate/gate.js", text: "const { method, url, headers } = incoming" },
      { file: "gate/gate.js", text: "const services = {" },
      { file: "fittings/diary.py", text: '@diary.get("/<day>/")' },
    ],
    fixes: [{ url: "/fittings/diary/2026-11-24/" }],
  },
};

/** A tailor's workshop: fittings and fabrics. */
export const tailors: readonly Scenario[] = [orders];
