import type { Scenario } from "../../scenario.ts";

const joined: Scenario = {
  name: "page-of-the-long-poem",
  files: {
    "requirements.txt": "aiohttp\nhttpx\n",
    "poems.py": `import os

from aiohttp import web

POEMS = {"ferry": ["dawn", "noon"], "rain": ["drop"]}
routes = web.RouteTableDef()


@routes.get("/library/poems/{name}")
async def poem(request):
    verses = POEMS.get(request.match_info["name"])
    if verses is None:
        raise web.HTTPNotFound(text="no such poem")
    return web.json_response(verses)


app = web.Application()
app.add_routes(routes)
web.run_app(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8080")), print=None)
`,
    "reader.py": `from urllib.parse import urlsplit, urlunsplit

import httpx

LIBRARY = "http://localhost:PORT_OF_api/library"


def address(path):
    scheme, host, *_ = urlsplit(LIBRARY)
    return urlunsplit((scheme, host, path, "", ""))


def verses(name):
    return httpx.get(address(f"/poems/{name}")).raise_for_status().json()


print(verses("ferry"))
`,
  },
  servers: [{ name: "api", entry: "poems.py", needs: "aiohttp" }],
  ask: ["--url", "http://localhost:PORT_OF_api/poems/ferry"],
  facts: ["GET /poems/ferry 404", "GET /library/poems/ferry 200", "GET /library/poems/x 404"],
  truth: {
    outcome: "not-found",
    kinds: ["dropped-segment"],
    links: [
      { file: "reader.py", text: "urlunsplit((scheme" },
      { file: "reader.py", text: "urlsplit(LIBRARY)" },
      { file: "reader.py", text: "LIBRARY = " },
      { file: "reader.py", text: "address(f" },
    ],
    fixes: [{ url: "/library/poems/ferry" }],
  },
};

/** Long poems: an address that is put together of parts of another. */
export const longPoems: readonly Scenario[] = [joined];
