import type { Scenario } from "../../scenario.ts";

const batch: Scenario = {
  name: "batch-of-a-perfume",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "labs/__init__.py": "",
    "labs/regions.yaml": `regions:
  - eu-central
  - us-east
  - ap-south
`,
    "labs/store.py": `BATCHES = {
    "eu-central": {"B-204": {"scent": "vetiver", "litres": 40}, "B-205": {"scent": "iris", "litres": 12}},
    "us-east": {"B-310": {"scent": "cedar", "litres": 55}},
    "ap-south": {},
}
`,
    "labs/main.py": `from fastapi import FastAPI, HTTPException

from labs.store import BATCHES

app = FastAPI(title="Labs")


@app.get("/{region}/batches")
def batches(region: str):
    return sorted(BATCHES.get(region, {}))


@app.get("/{region}/batches/{code}")
def batch(region: str, code: str):
    found = BATCHES.get(region, {}).get(code)
    if found is None:
        raise HTTPException(404, "Batch not found")
    return {"region": region, "code": code, **found}
`,
    "run.py": `import os

import uvicorn

uvicorn.run("labs.main:app", host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "labs.http": `@labs = http://localhost:PORT_OF_api

### iris
GET {{labs}}/eu-central/batches/B-205

### cedar
# @name cedar
GET {{labs}}/eu-central/batches/B-310
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "fastapi" }],
  ask: ["labs.http#cedar"],
  facts: ["GET /eu-central/batches/B-205 200", "GET /eu-central/batches/B-310 404", "GET /us-east/batches/B-310 200"],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-region"],
    links: [
      { file: "labs/store.py", text: '"us-east": {' },
      { file: "labs/main.py", text: '@app.get("/{region}/batches/{code}")' },
      { file: "labs.http", text: "/eu-central/batches/B-310" },
    ],
    fixes: [{ url: "/us-east/batches/B-310" }],
  },
};

const catalogue: Scenario = {
  name: "catalogue-of-scents",
  files: {
    "app.py": `import os

from flask import Flask, render_template_string

app = Flask(__name__)


@app.route("/catalogue")
def catalogue():
    return render_template_string("<!doctype html><title>Scents</title><h1>{{ n }} scents</h1>", n=31)


if __name__ == "__main__":
    app.run(port=int(os.environ.get("PORT", "5000")))
`,
    "catalogue.http": `### page for the shop window
# @name page
GET http://localhost:PORT_OF_web/catalogue
Accept: text/html
`,
  },
  servers: [{ name: "web", entry: "app.py", needs: "flask" }],
  ask: ["catalogue.http#page"],
  facts: ["GET /catalogue 200"],
  truth: { outcome: "answered", kinds: [] },
};

/** At the perfumer's. */
export const perfumers: readonly Scenario[] = [batch, catalogue];
