import type { Scenario } from "../../scenario.ts";

const latest: Scenario = {
  name: "latest-run-of-a-press",
  files: {
    "run.py": `import os

from aiohttp import web

from pressing.application import make

web.run_app(make(), host="127.0.0.1", port=int(os.environ.get("PORT", "8080")), print=None)
`,
    "pressing/__init__.py": "",
    "pressing/application.py": `from aiohttp import web

from pressing import runs, summaries


def make():
    root = web.Application()
    hall = web.Application()
    hall.add_routes(runs.routes)
    hall.add_routes(summaries.routes)
    root.add_subapp("/hall", hall)
    return root
`,
    "pressing/runs.py": `from aiohttp import web

from pressing.store import RUNS

routes = web.RouteTableDef()


@routes.get("/presses/{press}/runs")
async def runs(request):
    found = [{"run": run} for press, run in RUNS if press == request.match_info["press"]]
    return web.json_response({"results": found, "next": None})


@routes.get("/presses/{press}/runs/{run}")
async def run(request):
    key = (request.match_info["press"], request.match_info["run"])
    if key not in RUNS:
        raise web.HTTPNotFound()
    return web.json_response({"run": key[1], "litres": RUNS[key]})
`,
    "pressing/summaries.py": `from aiohttp import web

from pressing.store import RUNS

routes = web.RouteTableDef()


@routes.get("/presses/{press}/runs/latest")
async def latest(request):
    run = max(run for press, run in RUNS if press == request.match_info["press"])
    return web.json_response({"run": run})


@routes.get("/summary")
async def summary(request):
    return web.json_response({"litres": sum(RUNS.values())})
`,
    "pressing/store.py": `RUNS = {("p2", "r-0101"): 1800, ("p2", "r-0102"): 2100, ("p3", "r-0009"): 700}
`,
    "display.http": `@hall = http://localhost:PORT_OF_api/hall

### runs
GET {{hall}}/presses/p2/runs

### for the display above press 2
# @name latest
GET {{hall}}/presses/p2/runs/latest
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "aiohttp" }],
  ask: ["display.http#latest"],
  facts: [
    "GET /hall/presses/p2/runs 200",
    "GET /hall/presses/p2/runs/latest 404",
    "GET /hall/presses/p2/runs/r-0102 200",
    "GET /hall/summary 200",
    "GET /hall/none 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["shadowed"],
    links: [
      { file: "pressing/runs.py", text: '@routes.get("/presses/{press}/runs/{run}")' },
      { file: "pressing/summaries.py", text: '@routes.get("/presses/{press}/runs/latest")' },
      { file: "pressing/application.py", text: "hall.add_routes(summaries.routes)" },
    ],
  },
};

/** The hall where the grapes are pressed. */
export const pressing: readonly Scenario[] = [latest];
