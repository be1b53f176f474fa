import type { Scenario } from "../../scenario.ts";

const hutsSite: Scenario = {
  name: "site-of-the-mountain-huts",
  files: {
    "README.md": "# Huts\n\nPages of the huts. Pushing to main builds and publishes them.\n",
    ".github/workflows/pages.yml": `name: pages
on:
  push:
    branches: [main]
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: python build.py
      - uses: actions/upload-pages-artifact@v3
        with:
          path: public
`,
    "build.py": `from pathlib import Path

HUTS = {"eagle": "Eagle hut", "marmot": "Marmot hut"}

out = Path("public")
out.mkdir(exist_ok=True)
for slug, name in HUTS.items():
    (out / f"{slug}.html").write_text(f"<h1>{name}</h1>")
(out / "index.html").write_text("".join(f'<a href="{slug}.html">{name}</a>' for slug, name in HUTS.items()))
`,
    "check.http": `@site = http://localhost:PORT_OF_pages

### a hut
# @name hut
GET {{site}}/eagle.html
`,
  },
  deployed: {
    "pages.py": `import os

from flask import Flask, Response

app = Flask(__name__)

PAGE = """<!DOCTYPE html>
<html>
  <head>
    <meta http-equiv="Content-type" content="text/html; charset=utf-8">
    <title>Site not found &middot; GitHub Pages</title>
  </head>
  <body>
    <div class="container">
      <h1>404</h1>
      <p><strong>There isn't a GitHub Pages site here.</strong></p>
      <p>
        If you're trying to publish one,
        <a href="https://help.github.com/pages/">read the full documentation</a>
        to learn how to set up <strong>GitHub Pages</strong>
        for your repository, organization, or user account.
      </p>
    </div>
  </body>
</html>
"""


@app.errorhandler(404)
def nothing(_error):
    headers = {"X-GitHub-Request-Id": "9A2E:3F1B:11C2D:1A9F0:67F0E1AA", "X-Served-By": "cache-fra-etou8220071-FRA"}
    answer = Response(PAGE, status=404, mimetype="text/html", headers=headers)
    answer.headers["Server"] = "GitHub.com"
    return answer


app.run(port=int(os.environ.get("PORT", "5000")))
`,
  },
  servers: [{ name: "pages", entry: "deployed:pages.py", needs: "flask" }],
  ask: ["check.http#hut"],
  facts: ["GET / 404", "GET /eagle.html 404"],
  truth: { outcome: "not-found", kinds: ["platform-missing"] },
};

const routeBook: Scenario = {
  name: "route-book-of-the-huts",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "huts/__init__.py": "",
    "huts/main.py": `from pathlib import Path

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from huts.beds import router as beds

BOOK = Path(__file__).parent.parent / "book" / "_build" / "html"

app = FastAPI(title="Huts")
app.include_router(beds, prefix="/api")
app.mount("/book", StaticFiles(directory=BOOK), name="book")
`,
    "huts/beds.py": `from fastapi import APIRouter

router = APIRouter(prefix="/beds")


@router.get("/{hut}")
def beds(hut: str):
    return {"hut": hut, "free": 6}
`,
    "book/index.md": "# Route book\n\n- [Ridge](ridge/index.md)\n",
    "book/ridge/index.md": "# Ridge\n\nSix hours, exposed.\n",
    "book/_build/html/index.html": '<!doctype html><title>Route book</title><a href="ridge/">Ridge</a>\n',
    "book/_build/html/ridge/index.html": "<!doctype html><title>Ridge</title><p>Six hours, exposed.</p>\n",
    "run.py": `import os

import uvicorn

uvicorn.run("huts.main:app", host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "book.http": `### first page
GET http://localhost:PORT_OF_web/book/index.html

### the ridge
# @name ridge
GET http://localhost:PORT_OF_web/book/ridge/
`,
  },
  servers: [{ name: "web", entry: "run.py", needs: "fastapi" }],
  ask: ["book.http#ridge"],
  facts: ["GET /book/index.html 200", "GET /book/ridge/ 404", "GET /book/ridge/index.html 200"],
  truth: {
    outcome: "not-found",
    kinds: ["directory-index"],
    links: [
      { file: "huts/main.py", text: 'app.mount("/book", StaticFiles' },
      { file: "book/_build/html/ridge/index.html", text: "<!doctype html>" },
    ],
    fixes: [{ url: "/book/ridge/index.html" }],
  },
};

const guestsBefore = `from flask import Blueprint, abort, jsonify

guests = Blueprint("guests", __name__)

GUESTS = {7: {"id": 7, "name": "Vera"}, 8: {"id": 8, "name": "Otto"}}


@guests.route("/api/customers")
def index():
    return jsonify(list(GUESTS.values()))


@guests.route("/api/customers/<int:number>")
def show(number):
    if number not in GUESTS:
        abort(404)
    return jsonify(GUESTS[number])
`;

const guestFiles = {
  "requirements.txt": "flask\n",
  "app.py": `import os

from flask import Flask

from guests import guests

app = Flask(__name__)
app.register_blueprint(guests)


@app.route("/api/season")
def season():
    return {"opens": "2026-06-12", "closes": "2026-10-04"}


if __name__ == "__main__":
    app.run(port=int(os.environ.get("PORT", "5000")))
`,
  "huts.http": `@huts = http://localhost:PORT_OF_api/api

### season
GET {{huts}}/season

### Otto
# @name otto
GET {{huts}}/customers/8
`,
};

const otto: Scenario = {
  name: "guest-of-a-hut",
  history: [{ message: "Guests of the huts", files: { ...guestFiles, "guests.py": guestsBefore } }],
  files: { ...guestFiles, "guests.py": guestsBefore.replaceAll("/api/customers", "/api/guests") },
  servers: [{ name: "api", entry: "app.py", needs: "flask" }],
  ask: ["huts.http#otto"],
  facts: ["GET /api/customers/8 404", "GET /api/guests/8 200", "GET /api/season 200"],
  truth: {
    outcome: "not-found",
    kinds: ["path-moved"],
    links: [{ file: "guests.py", text: '@guests.route("/api/guests/<int:number>")' }],
    fixes: [{ url: "/api/guests/8" }],
  },
};

/** In the mountains. */
export const mountainHuts: readonly Scenario[] = [hutsSite, routeBook, otto];
