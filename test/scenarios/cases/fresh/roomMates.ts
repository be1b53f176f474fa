import type { Scenario } from "../../scenario.ts";

const diaries: Scenario = {
  name: "diary-page-of-a-room-mate",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "diary/__init__.py": "",
    "diary/db.py": `import sqlite3

SCHEMA = """
create table pages (id integer primary key, writer text not null, line text);
insert into pages (id, writer, line) values (21, 'noor', 'rain again');
insert into pages (id, writer, line) values (22, 'bo', 'moved the sofa');
"""


def connect():
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    connection.row_factory = sqlite3.Row
    connection.executescript(SCHEMA)
    return connection


db = connect()
`,
    "diary/api.py": `from fastapi import FastAPI, Header, HTTPException

from diary.db import db

app = FastAPI()


@app.get("/pages")
def pages(x_writer: str = Header()):
    return [row["id"] for row in db.execute("select id from pages where writer = ?", (x_writer,))]


@app.get("/pages/{page_id}")
def page(page_id: int, x_writer: str = Header()):
    row = db.execute("select * from pages where id = ? and writer = ?", (page_id, x_writer)).fetchone()
    if row is None:
        raise HTTPException(404, "page not found")
    return dict(row)
`,
    "run.py": `import os

import uvicorn

uvicorn.run("diary.api:app", host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "diary.http": `@diary = http://localhost:PORT_OF_api

###
GET {{diary}}/pages
X-Writer: noor

###
# @name sofa
GET {{diary}}/pages/22
X-Writer: noor
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "fastapi" }],
  ask: ["diary.http#sofa"],
  facts: [
    "GET /pages/21 200 | X-Writer: noor",
    "GET /pages/22 404 | X-Writer: noor",
    "GET /pages/22 200 | X-Writer: bo",
    "GET /pages/23 404 | X-Writer: noor",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["masked-resource"],
    links: [
      { file: "diary/api.py", text: "and writer = ?" },
      { file: "diary/api.py", text: '"/pages/{page_id}"' },
      { file: "diary/db.py", text: "(22, 'bo'" },
    ],
  },
};

const articles: Scenario = {
  name: "article-under-its-first-title",
  files: {
    "requirements.txt": "flask\n",
    "gazette/__init__.py": "",
    "gazette/articles.py": `ARTICLES = {
    12: {"title": "Bridge closed until May", "slug": "bridge-closed-until-may"},
    15: {"title": "New baker", "slug": "new-baker"},
}
`,
    "gazette/web.py": `from flask import Flask, jsonify

from gazette.articles import ARTICLES

app = Flask(__name__)


@app.route("/articles")
def articles():
    return jsonify([f"{number}-{article['slug']}" for number, article in ARTICLES.items()])


@app.route("/articles/<int:number>-<slug>")
def article(number, slug):
    found = ARTICLES.get(number)
    if not found or found["slug"] != slug:
        return jsonify(error="article not found"), 404
    return jsonify(found)
`,
    "run.py": `import os

from gazette.web import app

app.run(port=int(os.environ.get("PORT", "5000")))
`,
    "gazette.http": `@gazette = http://localhost:PORT_OF_web

### all
GET {{gazette}}/articles

### from a search engine
# @name bridge
GET {{gazette}}/articles/12-bridge-closed-until-april
`,
  },
  servers: [{ name: "web", entry: "run.py", needs: "flask" }],
  ask: ["gazette.http#bridge"],
  facts: [
    "GET /articles 200",
    "GET /articles/12-bridge-closed-until-april 404",
    "GET /articles/12-bridge-closed-until-may 200",
    "GET /articles/99-x 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["renamed-slug"],
    links: [
      { file: "gazette/web.py", text: '"/articles/<int:number>-<slug>"' },
      { file: "gazette/articles.py", text: "bridge-closed-until-may" },
      { file: "gazette.http", text: "bridge-closed-until-april" },
    ],
    fixes: [{ url: "/articles/12-bridge-closed-until-may" }],
  },
};

const reports: Scenario = {
  name: "snow-report-of-a-short-year",
  files: {
    "package.json": `{ "name": "snow-reports", "private": true, "dependencies": { "fastify": "^5.0.0" } }
`,
    "app.js": `const fastify = require("fastify");

const reports = new Map([
  [2024, { days: 61, deepest: 140 }],
  [2025, { days: 48, deepest: 95 }],
]);

const app = fastify();

app.get("/reports", async () => ({ years: [...reports.keys()] }));

app.get("/reports/:year(^\\\\d{4}$)", async (request, reply) => {
  const report = reports.get(Number(request.params.year));
  if (!report) {
    return reply.code(404).send({ error: "no report of that year" });
  }
  return report;
});

app.listen({ port: Number(process.env.PORT || 3000) });
`,
    "README.md": `# Snow reports

\`GET /reports\` lists the years, \`GET /reports/YEAR\` is one of them.
`,
    "snow.http": `@snow = http://localhost:PORT_OF_api
@winter = 24

###
GET {{snow}}/reports

###
# @name winter
GET {{snow}}/reports/{{winter}}
`,
  },
  servers: [{ name: "api", entry: "app.js" }],
  ask: ["snow.http#winter"],
  facts: ["GET /reports 200", "GET /reports/24 404", "GET /reports/2024 200", "GET /reports/1999 404"],
  truth: {
    outcome: "not-found",
    kinds: ["id-format"],
    links: [
      { file: "app.js", text: "/reports/:year" },
      { file: "snow.http", text: "@winter" },
    ],
    fixes: [{ url: "/reports/2024" }],
  },
};

/** A page of a room mate in a table of its own, an article under its first title, a year of two figures. */
export const roomMates: readonly Scenario[] = [diaries, articles, reports];
