import type { Scenario } from "../../scenario.ts";

const payouts: Scenario = {
  name: "payouts-of-a-claim",
  files: {
    "wsgi.py": `import os

from claims import create_app

create_app().run(host="127.0.0.1", port=int(os.environ.get("PORT", "5000")))
`,
    "claims/__init__.py": `from flask import Flask, g, request

from claims import views


def create_app():
    app = Flask(__name__)

    @app.before_request
    def read_level():
        g.level = request.headers.get("X-Contract-Level", 1, type=int)

    app.register_blueprint(views.bp, url_prefix="/claims")
    return app
`,
    "claims/levels.py": `from functools import wraps

from flask import abort, g


def since(level):
    def decorate(view):
        @wraps(view)
        def checked(*args, **kwargs):
            if g.level < level:
                abort(404)
            return view(*args, **kwargs)

        return checked

    return decorate
`,
    "claims/views.py": `from flask import Blueprint, abort, jsonify

from claims.levels import since

bp = Blueprint("claims", __name__)
CLAIMS = {"c-7731": {"payouts": [{"amount": 120000}], "experts": ["Ortiz"]}}


@bp.get("/<ref>")
def claim(ref):
    return jsonify(ref=ref) if ref in CLAIMS else abort(404)


@bp.get("/<ref>/experts")
@since(3)
def experts(ref):
    return jsonify(CLAIMS[ref]["experts"]) if ref in CLAIMS else abort(404)


@bp.get("/<ref>/payouts")
@since(3)
def payouts(ref):
    return jsonify(CLAIMS[ref]["payouts"]) if ref in CLAIMS else abort(404)
`,
    "claims.http": `@claims = http://localhost:PORT_OF_api/claims

### claim
GET {{claims}}/c-7731

### who looked at the car
GET {{claims}}/c-7731/experts
X-Contract-Level: 3

### what was paid
# @name payouts
GET {{claims}}/c-7731/payouts
X-Contract-Level: 2
`,
  },
  servers: [{ name: "api", entry: "wsgi.py", needs: "flask" }],
  ask: ["claims.http#payouts"],
  facts: [
    "GET /claims/c-7731/payouts 404 | X-Contract-Level: 2",
    "GET /claims/c-7731/payouts 200 | X-Contract-Level: 3",
    "GET /claims/c-7731/experts 200 | X-Contract-Level: 3",
    "GET /claims/c-7731 200",
    "GET /claims/none/payouts 404 | X-Contract-Level: 3",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["version-selector"],
    links: [
      { file: "claims/views.py", text: '@bp.get("/<ref>/payouts")' },
      { file: "claims/levels.py", text: "if g.level < level" },
      { file: "claims/levels.py", text: "abort(404)" },
      { file: "claims/__init__.py", text: 'request.headers.get("X-Contract-Level"' },
    ],
  },
};

const policy: Scenario = {
  name: "policy-at-an-office",
  files: {
    "main.py": `import os

import uvicorn
from fastapi import Depends, FastAPI

from offices import current_office
from policies import router

app = FastAPI()
app.include_router(router, prefix="/book", dependencies=[Depends(current_office)])

uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "offices.py": `from fastapi import Header, HTTPException

OFFICES = {"hh", "muc", "k"}


def current_office(x_office: str = Header()):
    if x_office not in OFFICES:
        raise HTTPException(400, "X-Office is not one of ours")
    return x_office
`,
    "policies.py": `from fastapi import APIRouter, Depends, Response

from book import BOOK
from offices import current_office

router = APIRouter(prefix="/policies")


@router.get("")
def policies(office: str = Depends(current_office)):
    return {"results": [{"line": line, "number": number} for line, number in BOOK[office]], "next": None}


@router.get("/{line}/{number:int}")
def policy(line: str, number: int, office: str = Depends(current_office)):
    held = BOOK[office].get((line, number))
    return held or Response(status_code=404)
`,
    "book.py": `import json
import os

BOOK = {
    office: {(one["line"], one["number"]): one for one in held}
    for office, held in json.loads(os.environ["BOOK"]).items()
}
`,
    "http-client.env.json": `{
  "hamburg": { "book": "http://localhost:PORT_OF_api/book", "office": "hh" },
  "munich": { "book": "http://localhost:PORT_OF_api/book", "office": "muc" },
  "cologne": { "book": "http://localhost:PORT_OF_api/book", "office": "k" }
}
`,
    "book.http": `### ours
GET {{book}}/policies
X-Office: {{office}}

### the caller read this number out
# @name policy
GET {{book}}/policies/motor/880142
X-Office: {{office}}
`,
  },
  servers: [
    {
      name: "api",
      entry: "main.py",
      needs: "fastapi",
      env: {
        BOOK: '{"hh":[{"line":"motor","number":640017},{"line":"home","number":212}],"muc":[{"line":"motor","number":880142}],"k":[]}',
      },
    },
  ],
  ask: ["book.http#policy", "--env", "hamburg"],
  facts: [
    "GET /book/policies 200 | X-Office: hh",
    "GET /book/policies/motor/880142 404 | X-Office: hh",
    "GET /book/policies/motor/880142 404 | X-Office: k",
    "GET /book/policies/motor/880142 200 | X-Office: muc",
    "GET /book/policies/motor/640017 200 | X-Office: hh",
    "GET /book/policies/motor/x 404 | X-Office: hh",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-tenant"],
    links: [
      { file: "policies.py", text: '@router.get("/{line}/{number:int}")' },
      { file: "policies.py", text: "def policy(line" },
      { file: "http-client.env.json", text: '"hamburg"' },
      { file: "http-client.env.json", text: '"munich"' },
    ],
  },
};

const instant: Scenario = {
  name: "instant-quote",
  files: {
    "features.toml": `[quotes]
instant = false
comparison = true
`,
    "main.py": `import os

import uvicorn

from quoting.application import build

uvicorn.run(build(), host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "quoting/__init__.py": "",
    "quoting/features.py": `import tomllib
from pathlib import Path

with open(Path(__file__).parent.parent / "features.toml", "rb") as file:
    features = tomllib.load(file)
`,
    "quoting/application.py": `from fastapi import FastAPI

from quoting import comparison, instant
from quoting.features import features


def build():
    app = FastAPI()
    if features["quotes"]["comparison"]:
        app.include_router(comparison.router, prefix="/quotes")
    if features["quotes"]["instant"]:
        app.include_router(instant.router, prefix="/quotes")
    return app
`,
    "quoting/comparison.py": `from fastapi import APIRouter

router = APIRouter()


@router.get("/comparison/{line}")
def comparison(line: str):
    return {"line": line, "offers": [{"yearly": 31200}, {"yearly": 28900}]}
`,
    "quoting/instant.py": `from fastapi import APIRouter

router = APIRouter()


@router.get("/instant/{line}")
def instant(line: str, age: int = 40):
    return {"line": line, "yearly": 20000 + 300 * abs(age - 45)}
`,
    "site/quote.js": `const base = document.body.dataset.quotes;

export const instantQuote = (line, age) => fetch(\`\${base}/instant/\${line}?age=\${age}\`).then((answer) => answer.json());
`,
    "quotes.http": `@quotes = http://localhost:PORT_OF_api/quotes

### side by side
GET {{quotes}}/comparison/motor

### the form on the front page
# @name instant
GET {{quotes}}/instant/motor?age=31
`,
  },
  servers: [{ name: "api", entry: "main.py", needs: "fastapi" }],
  ask: ["quotes.http#instant"],
  facts: ["GET /quotes/comparison/motor 200", "GET /quotes/instant/motor?age=31 404", "GET /quotes/none 404"],
  truth: {
    outcome: "not-found",
    kinds: ["feature-off"],
    links: [
      { file: "features.toml", text: "instant = false" },
      { file: "quoting/application.py", text: 'if features["quotes"]["instant"]' },
      { file: "quoting/application.py", text: "app.include_router(instant.router" },
      { file: "quoting/instant.py", text: '@router.get("/instant/{line}")' },
    ],
  },
};

/** An insurer: claims, policies of its offices, quotes. */
export const claims: readonly Scenario[] = [payouts, policy, instant];
