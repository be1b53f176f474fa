import type { Scenario } from "../../scenario.ts";

const barrels: Scenario = {
  name: "barrels-in-a-cellar",
  files: {
    "setup.cfg": "[metadata]\nname = cellars\nversion = 0.9.0\n\n[options]\ninstall_requires = aiohttp\n",
    "cellars/__init__.py": "",
    "cellars/barrels.py": `from aiohttp import web

BARRELS = {"12": {"id": "12", "oak": "French", "litres": 225}, "13": {"id": "13", "oak": "Slavonian", "litres": 500}}


class BarrelView(web.View):
    async def get(self):
        found = BARRELS.get(self.request.match_info["id"])
        if found is None:
            raise web.HTTPNotFound
        return web.json_response(found)


class BarrelsView(web.View):
    async def get(self):
        return web.json_response(list(BARRELS.values()))


def make_app():
    app = web.Application()
    app.router.add_view("/barrels", BarrelsView)
    app.router.add_view("/barrels/{id}", BarrelView)
    return app
`,
    "cellars/tastings.py": `from aiohttp import web


async def tastings(request):
    return web.json_response([{"barrel": "12", "points": 91}])


def make_app():
    app = web.Application()
    app.router.add_get("/", tastings)
    return app
`,
    "server.py": `import os

from aiohttp import web

from cellars import barrels, tastings


def build():
    app = web.Application()
    app.add_subapp("/winery/cellars", barrels.make_app())
    app.add_subapp("/winery/tastings", tastings.make_app())
    return app


web.run_app(build(), host="127.0.0.1", port=int(os.environ.get("PORT", "8080")), print=None)
`,
    "README.md": "# Cellars\n\nBarrels of the winery and what they taste like. Start: `python server.py`.\n",
    "barrels.rest": `@origin = http://localhost:PORT_OF_api

### one barrel
# @name barrel
GET {{origin}}/barrels/13
`,
  },
  servers: [{ name: "api", entry: "server.py", needs: "aiohttp" }],
  ask: ["barrels.rest#barrel"],
  facts: ["GET /barrels/13 404", "GET /winery/cellars/barrels/13 200"],
  truth: {
    outcome: "not-found",
    kinds: ["base-path"],
    links: [
      { file: "server.py", text: 'app.add_subapp("/winery/cellars"' },
      { file: "cellars/barrels.py", text: 'app.router.add_view("/barrels/{id}"' },
    ],
    fixes: [{ url: "/winery/cellars/barrels/13" }],
  },
};

const pressHouse: Scenario = {
  name: "press-house-switched-off",
  files: {
    "requirements.txt": "flask\n",
    "press.py": `import os

from flask import Flask

app = Flask(__name__)


@app.get("/presses/<int:number>")
def press(number):
    return {"number": number, "bar": 1.8}


if __name__ == "__main__":
    app.run(port=int(os.environ.get("PORT", "5000")))
`,
    "press.http": `### pressure
# @name pressure
GET http://localhost:PORT_OF_api/presses/2
`,
  },
  servers: [{ name: "api", entry: "press.py", needs: "flask", stopped: true }],
  ask: ["press.http#pressure"],
  facts: [],
  truth: { outcome: "unreachable", kinds: [] },
};

/** In the cellar and the press house. */
export const cellars: readonly Scenario[] = [barrels, pressHouse];
