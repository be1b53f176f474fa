import type { Scenario } from "../../scenario.ts";

const pilots: Scenario = {
  name: "pilots-on-duty",
  files: {
    "package.json": '{ "name": "pilotage", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "docs/clients.md": `# For clients

Say which representation you read: \`Accept: application/vnd.pilotage.v2+json\`.
Version 1 ended with the summer timetable.
`,
    "pilotage.http": `@pilotage = http://localhost:PORT_OF_api

### version in use
# @name health
GET {{pilotage}}/healthz

### who is on duty
# @name duty
GET {{pilotage}}/stations/elbe-2/pilots?shift=night
Accept: application/json
`,
    "src/server.js": `import express from "express";
import { representation } from "./representation.js";
import { stations } from "./stations.js";

const app = express();
app.get("/healthz", (_req, res) => res.json({ ok: true }));
app.use("/stations", representation, stations);
app.listen(process.env.PORT ?? 3000);
`,
    "src/representation.js": `const SPOKEN = /^application\\/vnd\\.pilotage\\.v(\\d+)\\+json$/;

export function representation(req, res, next) {
  const [, version] = SPOKEN.exec(req.get("accept") ?? "") ?? [];
  if (version !== "2") {
    return res.status(406).json({ title: "Not Acceptable", available: ["application/vnd.pilotage.v2+json"] });
  }
  res.type("application/vnd.pilotage.v2+json");
  next();
}
`,
    "src/stations.js": `import { Router } from "express";

const duty = { "elbe-2": { night: ["Petersen", "Akram"], day: ["Lund"] } };

export const stations = Router();
stations.get("/:station/pilots", (req, res) => {
  const shifts = duty[req.params.station];
  if (!shifts) return res.status(404).json({ title: "Not Found" });
  res.send(JSON.stringify(shifts[req.query.shift] ?? []));
});
`,
  },
  servers: [{ name: "api", entry: "src/server.js" }],
  ask: ["pilotage.http#duty"],
  facts: [
    "GET /stations/elbe-2/pilots?shift=night 406 | Accept: application/json",
    "GET /stations/elbe-2/pilots?shift=night 200 | Accept: application/vnd.pilotage.v2+json",
    "GET /stations/none/pilots 404 | Accept: application/vnd.pilotage.v2+json",
  ],
  truth: {
    outcome: "soft-not-found",
    kinds: ["version-selector"],
    links: [
      { file: "src/representation.js", text: "SPOKEN = " },
      { file: "src/representation.js", text: 'version !== "2"' },
      { file: "src/representation.js", text: "res.status(406)" },
      { file: "src/stations.js", text: 'stations.get("/:station/pilots"' },
      { file: "src/server.js", text: 'app.use("/stations"' },
    ],
    fixes: [{ url: "/stations/elbe-2/pilots?shift=night", kind: "edit-request" }],
  },
};

const decks: Scenario = {
  name: "deck-plans",
  files: {
    "requirements.txt": "flask\n",
    "ferry.py": `import os

from flask import Flask, jsonify, url_for

app = Flask(__name__, static_folder="public", static_url_path="/files")
DECKS = {"a": "plans/Deck-A.svg", "b": "plans/Deck-B.svg"}


@app.get("/decks")
def decks():
    return jsonify(list(DECKS))


@app.get("/decks/<name>")
def deck(name):
    return jsonify(name=name, plan=url_for("static", filename=DECKS[name]))


if __name__ == "__main__":
    app.run(port=int(os.environ.get("PORT", "5000")))
`,
    "public/plans/Deck-A.svg": "<svg xmlns='http://www.w3.org/2000/svg'><title>Deck A</title></svg>\n",
    "public/plans/Deck-B.svg": "<svg xmlns='http://www.w3.org/2000/svg'><title>Deck B</title></svg>\n",
    "ferry.http": `@ferry = http://localhost:PORT_OF_api

### deck
GET {{ferry}}/decks/a

### its plan
# @name plan
GET {{ferry}}/files/plans/deck-a.svg
`,
  },
  servers: [{ name: "api", entry: "ferry.py", needs: "flask" }],
  ask: ["ferry.http#plan"],
  facts: ["GET /files/plans/deck-a.svg 404", "GET /files/plans/Deck-A.svg 200", "GET /decks/a 200"],
  truth: {
    outcome: "not-found",
    kinds: ["case"],
    fixes: [{ url: "/files/plans/Deck-A.svg" }],
  },
};

const customer: Scenario = {
  name: "customer-of-a-supplier",
  files: {
    "README.md": "# Supplier ledger\n\nRequests against the ledger of our supplier. We have no access to its code.\n",
    "http-client.env.json": '{ "live": { "supplier": "http://localhost:PORT_OF_api" } }',
    "http-client.private.env.json": '{ "live": { "key": "sup-live-4471" } }',
    "supplier.http": `### statement of our account
# @name statement
GET {{supplier}}/v2/Customers/8841/ledger/
X-Api-Key: {{key}}
Accept: application/json
`,
  },
  deployed: {
    "supplier.mjs": `import { createServer } from "node:http";

createServer((request, response) => {
  if (request.headers["x-api-key"] !== "sup-live-4471") return response.writeHead(401).end();
  if (request.url === "/b2b/statements?debtor=DE-8841") return response.end("[]");
  response.writeHead(404, { "content-type": "application/json" }).end('{"message":"Not Found"}');
}).listen(process.env.PORT);
`,
  },
  servers: [{ name: "api", entry: "deployed:supplier.mjs" }],
  ask: ["supplier.http#statement", "--env", "live"],
  facts: [
    "GET /v2/Customers/8841/ledger/ 404 | X-Api-Key: sup-live-4471",
    "GET /v2/customers/8841/ledger 404 | X-Api-Key: sup-live-4471",
    "GET /v1/Customers/8841/ledger/ 404 | X-Api-Key: sup-live-4471",
    "GET / 404 | X-Api-Key: sup-live-4471",
  ],
  truth: { outcome: "not-found", kinds: [] },
  credentials: [{ value: "sup-live-4471", servers: ["api"] }],
};

/** Pilots, the decks of a ferry, and the ledger of a supplier. */
export const harbour: readonly Scenario[] = [pilots, decks, customer];
