import type { Scenario } from "../../scenario.ts";

const seat: Scenario = {
  name: "seat-plan-opened-from-a-mail",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "box/__init__.py": "",
    "box/app.py": `from fastapi import APIRouter, FastAPI
from fastapi.staticfiles import StaticFiles

api = APIRouter(prefix="/api")


@api.get("/evenings")
def evenings():
    return [{"id": "2031-05-02", "play": "Woyzeck"}]


app = FastAPI(openapi_url=None)
app.include_router(api)
app.mount("/", StaticFiles(directory="web/dist", html=True), name="web")
`,
    "serve.py": `import os

import uvicorn

uvicorn.run("box.app:app", host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="error")
`,
    "web/src/router.ts": `import { createRouter, createWebHistory } from "vue-router";
import Evening from "./Evening.vue";
import Programme from "./Programme.vue";

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: "/", component: Programme },
    { path: "/evenings/:day/seats", component: Evening, props: true },
  ],
});
`,
    "web/dist/index.html": `<!doctype html>
<html lang="en">
  <head><title>Box office</title><script type="module" src="/assets/main-Bq81kd.js"></script></head>
  <body><div id="app"></div></body>
</html>
`,
    "web/dist/assets/main-Bq81kd.js": 'console.log("box office");\n',
    "mails/reminder.html": `<p>Your evening is near: <a href="http://localhost:PORT_OF_box/evenings/2031-05-02/seats">choose your seats</a>.</p>
`,
    "box.http": `### programme
GET http://localhost:PORT_OF_box/
Accept: text/html

### link of the mail
# @name mail
GET http://localhost:PORT_OF_box/evenings/2031-05-02/seats
Accept: text/html
`,
  },
  servers: [{ name: "box", entry: "serve.py", needs: "fastapi" }],
  ask: ["box.http#mail"],
  facts: [
    "GET / 200",
    "GET /api/evenings 200",
    "GET /evenings/2031-05-02/seats 404 | Accept: text/html",
    "GET /assets/main-Bq81kd.js 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["spa-fallback"],
    links: [
      { file: "box/app.py", text: "StaticFiles(directory=" },
      { file: "web/src/router.ts", text: "/evenings/:day/seats" },
      { file: "web/src/router.ts", text: "createWebHistory()," },
    ],
  },
};

const signal: Scenario = {
  name: "box-file-opened-too-early",
  files: {
    "requirements.txt": "flask\n",
    "boxes/__init__.py": "",
    "boxes/shelf.py": `import json
from functools import lru_cache
from pathlib import Path

SHELF = Path(__file__).parent.parent / "shelf"
SHELF.mkdir(exist_ok=True)


@lru_cache(maxsize=512)
def read_box(label):
    file = SHELF / f"{label}.json"
    return json.loads(file.read_text()) if file.exists() else None


def labels():
    return sorted(file.stem for file in SHELF.glob("*.json"))


def write_box(label, content):
    (SHELF / f"{label}.json").write_text(json.dumps(content))
`,
    "boxes/views.py": `from flask import Blueprint, abort, request

from boxes.shelf import labels, read_box, write_box

boxes = Blueprint("boxes", __name__, url_prefix="/boxes")


@boxes.get("")
def index():
    return labels()


@boxes.get("/<label>")
def show(label):
    box = read_box(label)
    if box is None:
        abort(404)
    return box


@boxes.post("/<label>")
def file_away(label):
    write_box(label, request.get_json(silent=True) or {"label": label})
    return "", 201
`,
    "app.py": `import os

from flask import Flask

from boxes.views import boxes

app = Flask(__name__)
app.register_blueprint(boxes)

if __name__ == "__main__":
    app.run(port=int(os.environ.get("PORT", "5000")))
`,
    "shelf/1911-census.json": '{ "label": "1911-census", "sheets": 340 }\n',
    "boxes.http": `@boxes = http://localhost:PORT_OF_app/boxes

### what is on the shelf
GET {{boxes}}

### filed a minute ago, and it is in the list
# @name filed
GET {{boxes}}/1913-letters
`,
  },
  servers: [{ name: "app", entry: "app.py", needs: "flask" }],
  before: ["GET /boxes/1913-letters 404", "POST /boxes/1913-letters 201"],
  ask: ["boxes.http#filed"],
  facts: ["GET /boxes 200", "GET /boxes/1913-letters 404", "GET /boxes/1911-census 200", "GET /boxes/none 404"],
  truth: {
    outcome: "not-found",
    kinds: ["framework-cache"],
    links: [
      { file: "boxes/shelf.py", text: "@lru_cache(maxsize=512)" },
      { file: "boxes/shelf.py", text: "def read_box(label)" },
      { file: "boxes/views.py", text: "box = read_box(label)" },
      { file: "boxes/views.py", text: "def show(label)" },
      { file: "boxes/views.py", text: '@boxes.get("/<label>")' },
    ],
  },
};

/** A seat plan, and the box files of an archive. */
export const boxOffices: readonly Scenario[] = [seat, signal];
