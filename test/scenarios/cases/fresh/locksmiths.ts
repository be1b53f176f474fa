import type { Scenario } from "../../scenario.ts";

const keys: Scenario = {
  name: "keys-of-a-building",
  files: {
    "README.md": `# Keys

\`server/\` knows who has which key. \`client/\` was generated from \`server/openapi.yaml\` (do not edit); \`scripts/inventory.py\` uses it.
`,
    "server/requirements.txt": "flask\n",
    "server/openapi.yaml": `openapi: 3.0.3
info:
  title: Keys
  version: 1.2.0
servers:
  - url: http://localhost:PORT_OF_api
paths:
  /api/buildings/{building}/keys:
    get:
      operationId: list_keys
      parameters:
        - { name: building, in: path, required: true, schema: { type: string } }
      responses:
        "200": { description: keys }
        "404": { description: no such building }
`,
    "server/main.py": `import os

from flask import Flask, jsonify

app = Flask(__name__)
KEYS = {"gym": [{"key": "G-1", "holder": "caretaker"}], "annex": [{"key": "A-4", "holder": "nobody"}]}


@app.get("/api/buildings")
def buildings():
    return jsonify(sorted(KEYS))


@app.get("/api/buildings/<building>/keys")
def list_keys(building):
    if building not in KEYS:
        return jsonify(message=f"There is no building {building}"), 404
    return jsonify(KEYS[building])


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ.get("PORT", "5000")))
`,
    "client/__init__.py": "",
    "client/configuration.py": `class Configuration:
    def __init__(self, host="http://localhost:PORT_OF_api"):
        self.host = host
`,
    "client/keys_api.py": `import json
from urllib.parse import quote
from urllib.request import urlopen


class KeysApi:
    def __init__(self, configuration):
        self.configuration = configuration

    def list_keys(self, building):
        resource_path = "/api/buildings/{building}/keys".replace("{building}", quote(building, safe=""))
        with urlopen(self.configuration.host + resource_path) as response:
            return json.load(response)
`,
    "scripts/inventory.py": `import os

from client.configuration import Configuration
from client.keys_api import KeysApi

api = KeysApi(Configuration(host=os.environ["KEYS_API"]))
for building in ("gym", "annex"):
    print(building, len(api.list_keys(building)))
`,
    ".env": "KEYS_API=http://localhost:PORT_OF_api/api\n",
    "requests.http": `@host = http://localhost:PORT_OF_api

### buildings
GET {{host}}/api/buildings

### what the inventory asks for (from its traceback)
# @name inventory
GET {{host}}/api/api/buildings/gym/keys
`,
  },
  servers: [{ name: "api", entry: "server/main.py", needs: "flask" }],
  ask: ["requests.http#inventory"],
  facts: [
    "GET /api/buildings 200",
    "GET /api/buildings/gym/keys 200",
    "GET /api/api/buildings/gym/keys 404",
    "GET /api/buildings/none/keys 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["duplicated-segment"],
    links: [
      { file: ".env", text: "KEYS_API" },
      { file: "client/keys_api.py", text: "resource_path = " },
      { file: "scripts/inventory.py", text: "KEYS_API" },
    ],
    fixes: [{ url: "/api/buildings/gym/keys" }],
  },
};

/** Keys of buildings and who has them. */
export const locksmiths: readonly Scenario[] = [keys];
