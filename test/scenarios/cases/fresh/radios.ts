import type { Scenario } from "../../scenario.ts";

const application = `import json
import os
from pathlib import Path

import uvicorn
from fastapi import FastAPI, HTTPException

STAGE = os.environ.get("STAGE", "staging")
app = FastAPI(title=f"Licences ({STAGE})")
LICENCES = json.loads((Path(__file__).parent / "licences" / f"{STAGE}.json").read_text())


@app.get("/licences")
def licences():
    return [{"callSign": sign} for sign in LICENCES]


@app.get("/licences/{call_sign}")
def licence(call_sign: str):
    if call_sign not in LICENCES:
        raise HTTPException(404, f"{call_sign} has no licence")
    return {"callSign": call_sign, **LICENCES[call_sign]}


if __name__ == "__main__":
    uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`;

const licence: Scenario = {
  name: "licence-of-a-radio-amateur",
  files: {
    "README.md": `# Licences of radio amateurs

Staging has invented call signs only. The addresses are in \`.env\` and \`.env.production\`; \`tools/check.sh\` takes the first argument.
`,
    "requirements.txt": "fastapi\nuvicorn\n",
    "app.py": application,
    "licences/staging.json":
      '{ "T0AAA": { "class": "A", "until": "2030-01-01" }, "T0BBB": { "class": "E", "until": "2028-01-01" } }\n',
    "licences/production.json":
      '{ "LA4XK": { "class": "A", "until": "2031-05-04" }, "LB2QT": { "class": "E", "until": "2029-10-12" } }\n',
    ".env": "LICENCES_URL=http://localhost:PORT_OF_staging\n",
    ".env.production": "LICENCES_URL=http://localhost:PORT_OF_production\n",
    "tools/check.sh": `#!/bin/sh
set -eu
. "./\${2:-.env}"
curl --fail --silent "$LICENCES_URL/licences/$1"
`,
    "http-client.env.json": `{
  "staging": { "licences": "http://localhost:PORT_OF_staging" },
  "production": { "licences": "http://localhost:PORT_OF_production" }
}
`,
    "licences.http": `### all
GET {{licences}}/licences

### invented
GET {{licences}}/licences/T0AAA

### the one who called
# @name caller
GET {{licences}}/licences/LA4XK
`,
  },
  servers: [
    { name: "staging", entry: "app.py", needs: "fastapi", env: { STAGE: "staging" } },
    { name: "production", entry: "app.py", needs: "fastapi", env: { STAGE: "production" } },
  ],
  ask: ["licences.http#caller", "--env", "staging"],
  facts: [
    "staging:GET /licences 200",
    "staging:GET /licences/T0AAA 200",
    "staging:GET /licences/LA4XK 404",
    "production:GET /licences/LA4XK 200",
    "production:GET /licences/T0AAA 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-environment"],
    links: [
      { file: "http-client.env.json", text: '"staging": {' },
      { file: "http-client.env.json", text: '"production": {' },
      { file: "licences/production.json", text: "LA4XK" },
    ],
    fixes: [{ url: "http://localhost:PORT_OF_production/licences/LA4XK" }],
  },
};

const stopped: Scenario = {
  ...licence,
  name: "licences-while-nothing-listens",
  servers: [
    { name: "staging", entry: "app.py", needs: "fastapi", env: { STAGE: "staging" }, stopped: true },
    { name: "production", entry: "app.py", needs: "fastapi", env: { STAGE: "production" } },
  ],
  facts: ["production:GET /licences/LA4XK 200"],
  truth: { outcome: "unreachable", kinds: [] },
};

/** Licences of radio amateurs. */
export const radios: readonly Scenario[] = [licence, stopped];
