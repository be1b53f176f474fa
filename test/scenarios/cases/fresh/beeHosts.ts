import type { Scenario } from "../../scenario.ts";

const heroku: Scenario = {
  name: "app-that-was-renamed-at-its-host",
  files: {
    Procfile: "web: gunicorn bees.wsgi --log-file -\n",
    "requirements.txt": "flask\ngunicorn\n",
    "bees/__init__.py": "",
    "bees/wsgi.py": `from flask import Flask, jsonify

application = Flask(__name__)


@application.get("/swarms")
def swarms():
    return jsonify([{"street": "Mill Lane"}])
`,
    "bees.http": `@bees = http://localhost:PORT_OF_edge

### swarms
# @name swarms
GET {{bees}}/swarms
`,
  },
  servers: [{ name: "edge", entry: "front:platformEdge", env: { PAGE: "app" } }],
  ask: ["bees.http#swarms"],
  facts: ["GET /swarms 404", "GET / 404"],
  truth: {
    outcome: "not-found",
    kinds: ["platform-missing"],
    links: [
      { file: "bees.http", text: "@bees = " },
      { file: "Procfile", text: "web:" },
    ],
  },
};

/** Beekeepers at a hosting platform: a name that no application has any more. */
export const beeHosts: readonly Scenario[] = [heroku];
