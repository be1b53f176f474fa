import type { Scenario } from "../../scenario.ts";

const csv: Scenario = {
  name: "rower-who-left-the-club",
  files: {
    "requirements.txt": "aiohttp\n",
    "club.py": `import csv
import os
from pathlib import Path

from aiohttp import web

HERE = Path(__file__).parent


def rowers():
    with (HERE / "rowers.csv").open(newline="") as rows:
        return {row["number"]: row for row in csv.DictReader(rows) if not row["left_on"]}


routes = web.RouteTableDef()


@routes.get("/rowers")
async def everybody(request):
    return web.json_response(sorted(rowers()))


@routes.get("/rowers/{number}")
async def one(request):
    rower = rowers().get(request.match_info["number"])
    if rower is None:
        return web.json_response({"error": "no such rower"}, status=404)
    return web.json_response({"number": rower["number"], "name": rower["name"]})


app = web.Application()
app.add_routes(routes)
web.run_app(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8080")), print=None)
`,
    "rowers.csv": `number,name,joined_on,left_on
R-101,Sanne,2015-04-01,
R-102,Björn,2018-09-15,2026-03-31
R-103,Imke,2021-05-20,
`,
    "club.http": `### Sanne
GET http://localhost:PORT_OF_api/rowers/R-101

### Björn
# @name bjoern
GET http://localhost:PORT_OF_api/rowers/R-102
`,
  },
  servers: [{ name: "api", entry: "club.py", needs: "aiohttp" }],
  ask: ["club.http#bjoern"],
  facts: ["GET /rowers 200", "GET /rowers/R-101 200", "GET /rowers/R-102 404", "GET /rowers/R-999 404"],
  truth: {
    outcome: "not-found",
    kinds: ["archived", "deleted"],
    links: [
      { file: "rowers.csv", text: "R-102" },
      { file: "club.py", text: 'if not row["left_on"]' },
      { file: "club.py", text: '"/rowers/{number}"' },
    ],
  },
};

/** Rowers: a list of rows that tells who has left. */
export const rowersList: readonly Scenario[] = [csv];
