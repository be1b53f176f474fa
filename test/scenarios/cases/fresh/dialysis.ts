import type { Scenario } from "../../scenario.ts";

const machine: Scenario = {
  name: "service-record-of-a-machine",
  files: {
    "README.md": `# Machine records

Two regions, one front (\`front/\`). \`X-Region\` chooses; a client of one region never sees machines of the other.
`,
    "front/package.json": `{ "name": "front", "private": true, "type": "module", "scripts": { "start": "node server.js" } }
`,
    "front/server.js": `import { createServer, request } from "node:http";
import { regions } from "./regions.js";

createServer((incoming, outgoing) => {
  const region = incoming.headers["x-region"] ?? regions.fallback;
  const port = regions.ports[region];
  if (port === undefined) {
    outgoing.writeHead(400, { "content-type": "application/json" }).end(JSON.stringify({ error: "unknown region" }));
    return;
  }
  const { method, url, headers } = incoming;
  const upstream = request({ host: "localhost", port, method, path: url, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode, answer.headers);
    answer.pipe(outgoing);
  });
  upstream.on("error", () => outgoing.writeHead(502).end());
  incoming.pipe(upstream);
}).listen(process.env.PORT ?? 8080);
`,
    "front/regions.js": `export const regions = {
  fallback: "nordic",
  ports: { nordic: process.env.NORDIC_PORT, alpine: process.env.ALPINE_PORT },
};
`,
    "records/requirements.txt": "flask\n",
    "records/main.py": `import json
import os
from pathlib import Path

from flask import Flask, jsonify

app = Flask(__name__)
DATA = Path(__file__).parent / "data" / f"{os.environ.get('REGION', 'nordic')}.json"


@app.get("/machines")
def machines():
    return jsonify(sorted(json.loads(DATA.read_text())))


@app.get("/machines/<serial>/record")
def record(serial):
    found = json.loads(DATA.read_text()).get(serial)
    if found is None:
        return jsonify(error="machine_not_found", serial=serial), 404
    return jsonify(found)


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ.get("PORT", "5000")))
`,
    "records/data/nordic.json":
      '{ "4S-1180": { "hours": 9120, "next": "2027-02" }, "4S-1193": { "hours": 4410, "next": "2026-12" } }\n',
    "records/data/alpine.json": '{ "5S-2040": { "hours": 310, "next": "2027-09" } }\n',
    "http/http-client.env.json": `{
  "nordic": { "front": "http://localhost:PORT_OF_front", "region": "nordic" },
  "alpine": { "front": "http://localhost:PORT_OF_front", "region": "alpine" }
}
`,
    "http/machines.http": `### machines of the region
GET {{front}}/machines
X-Region: {{region}}

### the one on the delivery note
# @name record
GET {{front}}/machines/5S-2040/record
X-Region: {{region}}
`,
  },
  servers: [
    { name: "nordic", entry: "records/main.py", needs: "flask", env: { REGION: "nordic" } },
    { name: "alpine", entry: "records/main.py", needs: "flask", env: { REGION: "alpine" } },
    {
      name: "front",
      entry: "front/server.js",
      passesOn: true,
      env: { NORDIC_PORT: "PORT_OF_nordic", ALPINE_PORT: "PORT_OF_alpine" },
    },
  ],
  ask: ["http/machines.http#record", "--env", "nordic"],
  facts: [
    "front:GET /machines 200 | X-Region: nordic",
    "front:GET /machines/4S-1180/record 200 | X-Region: nordic",
    "front:GET /machines/5S-2040/record 404 | X-Region: nordic",
    "front:GET /machines/5S-2040/record 200 | X-Region: alpine",
    "front:GET /machines/9S-1/record 404 | X-Region: alpine",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-region", "wrong-environment"],
    links: [
      { file: "http/http-client.env.json", text: '"nordic": {' },
      { file: "http/http-client.env.json", text: '"alpine": {' },
      { file: "records/data/alpine.json", text: "5S-2040" },
      { file: "records/main.py", text: '@app.get("/machines/<serial>/record")' },
    ],
  },
};

/** Dialysis machines and their service records, in two regions. */
export const dialysis: readonly Scenario[] = [machine];
