import type { Scenario } from "../../scenario.ts";

const flags = `from aiohttp import web

FLAGS = {"north": "green", "pier": "yellow"}


async def index(request):
    return web.json_response(FLAGS)


async def show(request):
    beach = request.match_info["beach"]
    if beach not in FLAGS:
        raise web.HTTPNotFound(text='{"error": "unknown beach"}', content_type="application/json")
    return web.json_response({"beach": beach, "flag": FLAGS[beach]})
`;
const serve = `import os

from aiohttp import web

from watch.routes import setup

app = web.Application()
setup(app)
web.run_app(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8080")), print=None)
`;
const before = `from aiohttp import web

from watch import flags

RELEASE = "2026.7"


async def about(request):
    return web.json_response({"service": "watch", "release": RELEASE})


def setup(app):
    app.router.add_get("/about", about)
    app.router.add_get("/beaches", flags.index)
    app.router.add_get("/beaches/{beach}/flag", flags.show)
`;
const after = `from aiohttp import web

from watch import currents, flags

RELEASE = "2026.8"


async def about(request):
    return web.json_response({"service": "watch", "release": RELEASE})


def setup(app):
    app.router.add_get("/about", about)
    app.router.add_get("/beaches", flags.index)
    app.router.add_get("/beaches/{beach}/flag", flags.show)
    app.router.add_get("/beaches/{beach}/currents", currents.show)
`;

const currents: Scenario = {
  name: "currents-at-a-beach",
  files: {
    "README.md":
      "# Beach watch\n\nThe boards at the beaches read this service. `make deploy` puts the image on the harbour master's machine.\n",
    "CHANGELOG.md": `# Changes

## 2026.8
- Currents of a beach: \`GET /beaches/{beach}/currents\`.

## 2026.7
- Flags.
`,
    Makefile: `deploy:
	docker build -t watch:$$(sed -n 's/RELEASE = "\\(.*\\)"/\\1/p' watch/routes.py) .
	ssh harbour docker compose up -d
`,
    "serve.py": serve,
    "watch/__init__.py": "",
    "watch/flags.py": flags,
    "watch/routes.py": after,
    "watch/currents.py": `from aiohttp import web

CURRENTS = {"north": {"knots": 1.2, "towards": "NE"}, "pier": {"knots": 0.4, "towards": "E"}}


async def show(request):
    beach = request.match_info["beach"]
    if beach not in CURRENTS:
        raise web.HTTPNotFound(text='{"error": "unknown beach"}', content_type="application/json")
    return web.json_response(CURRENTS[beach])
`,
    "board.http": `@watch = http://localhost:PORT_OF_api

### who is there
GET {{watch}}/about

### flag at the pier
GET {{watch}}/beaches/pier/flag

### currents at the pier
# @name currents
GET {{watch}}/beaches/pier/currents
`,
  },
  deployed: { "serve.py": serve, "watch/__init__.py": "", "watch/flags.py": flags, "watch/routes.py": before },
  history: [
    {
      message: "Flags of the beaches",
      files: {
        "README.md": "# Beach watch\n",
        "serve.py": serve,
        "watch/__init__.py": "",
        "watch/flags.py": flags,
        "watch/routes.py": before,
      },
    },
  ],
  servers: [{ name: "api", entry: "deployed:serve.py", needs: "aiohttp" }],
  ask: ["board.http#currents"],
  facts: [
    "GET /about 200",
    "GET /beaches 200",
    "GET /beaches/pier/flag 200",
    "GET /beaches/none/flag 404",
    "GET /beaches/pier/currents 404",
    "GET /none 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["not-deployed"],
    links: [
      { file: "watch/routes.py", text: "currents.show)" },
      { file: "watch/currents.py", text: "async def show(request)" },
    ],
  },
};

/** Lifeguards: flags and currents at the beaches. */
export const lifeguards: readonly Scenario[] = [currents];
