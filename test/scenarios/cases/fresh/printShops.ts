import type { Scenario } from "../../scenario.ts";
import { edit } from "./vary.ts";

const files = {
  "README.md":
    "# Print shop\n\nIn the shop nginx stands in front (`nginx/shop.conf`). At the desk one talks to the service itself.\n",
  "requirements.txt": "flask\n",
  "nginx/shop.conf": `server {
    listen 80;

    location /print/ {
        proxy_pass http://127.0.0.1:5000/;
    }
}
`,
  "shop/__main__.py": `import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from shop.app import create_app

create_app().run(host="127.0.0.1", port=int(os.environ.get("PORT", "5000")))
`,
  "shop/__init__.py": "",
  "shop/app.py": `from flask import Flask, jsonify, request

from shop.jobs import jobs


def create_app():
    app = Flask(__name__)
    app.register_blueprint(jobs, url_prefix="/print/jobs")

    @app.get("/print/prices")
    def prices():
        if request.headers.get("X-Desk") != "counter-2":
            return jsonify(error="not at this desk"), 401
        return jsonify(a4=0.08, a3=0.15)

    @app.get("/print/ink")
    def ink():
        raise RuntimeError("no printer answers")

    return app
`,
  "shop/jobs.py": `from flask import Blueprint, jsonify

jobs = Blueprint("jobs", __name__)
JOBS = {"p-1601": {"pages": 12, "done": True}, "p-1602": {"pages": 300, "done": False}}
ARCHIVED = {"p-0907"}


@jobs.get("")
def index():
    return jsonify([{"code": code} for code in JOBS])


@jobs.get("/waiting-for-paper")
def waiting():
    return jsonify([])


@jobs.get("/<code>")
def show(code):
    if code not in JOBS:
        return jsonify(error="unknown job", code=code), 404
    return jsonify(JOBS[code])
`,
  "desk.http": `@shop = http://localhost:PORT_OF_api/print

### jobs
GET {{shop}}/jobs

### the one that a customer asks for
# @name asked
GET {{shop}}/jobs/p-1620

### what waits for paper
# @name paper
GET {{shop}}/jobs/waiting-for-paper

### prices
# @name prices
GET {{shop}}/prices

### ink
# @name ink
GET {{shop}}/ink
`,
};

const base = {
  files,
  servers: [{ name: "api", entry: "shop/__main__.py", needs: "flask" }],
};
const nothing = { outcome: "answered", kinds: [] } as const;

const asked: Scenario = {
  ...base,
  name: "job-at-a-print-shop",
  ask: ["desk.http#asked"],
  facts: ["GET /print/jobs 200", "GET /print/jobs/p-1601 200", "GET /print/jobs/p-1620 404", "GET /jobs/p-1620 404"],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [
      { file: "shop/jobs.py", text: '@jobs.get("/<code>")' },
      { file: "shop/jobs.py", text: "def show(" },
    ],
  },
};

const empty: Scenario = {
  ...base,
  name: "no-job-waits-for-paper",
  ask: ["desk.http#paper"],
  facts: ["GET /print/jobs/waiting-for-paper 200"],
  truth: nothing,
};

const refused: Scenario = {
  ...base,
  name: "prices-at-the-wrong-desk",
  ask: ["desk.http#prices"],
  facts: ["GET /print/prices 401", "GET /print/prices 200 | X-Desk: counter-2"],
  truth: nothing,
};

const broken: Scenario = {
  ...base,
  name: "ink-nobody-can-measure",
  ask: ["desk.http#ink"],
  facts: ["GET /print/ink 500"],
  truth: nothing,
};

const archived: Scenario = {
  ...base,
  name: "job-of-last-year-at-a-print-shop",
  files: edit(files, [["desk.http", "/jobs/p-1620", "/jobs/p-0907"]]),
  ask: ["desk.http#asked"],
  facts: ["GET /print/jobs/p-0907 404", "GET /print/jobs/p-1602 200"],
  truth: {
    outcome: "not-found",
    kinds: ["archived"],
    links: [
      { file: "shop/jobs.py", text: "ARCHIVED = {" },
      { file: "shop/jobs.py", text: '@jobs.get("/<code>")' },
      { file: "shop/jobs.py", text: "def show(" },
    ],
  },
};

/** A print shop: what is asked at its desk. */
export const printShops: readonly Scenario[] = [asked, empty, refused, broken, archived];
