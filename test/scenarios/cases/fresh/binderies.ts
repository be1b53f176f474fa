import type { Scenario } from "../../scenario.ts";

const bindings: Scenario = {
  name: "bindings-of-a-book",
  files: {
    "README.md": "# Bookbinder\n\nApache in front (it also serves the shop), the bindery's service behind it.\n",
    "apache/bindery.conf": `<VirtualHost *:80>
    ServerName bindery.test
    ServerAlias localhost
    DocumentRoot /srv/shop

    ProxyPreserveHost On
    ProxyPass        /bindery/ http://localhost:PORT_OF_service/api
    ProxyPassReverse /bindery/ http://localhost:PORT_OF_service/api
</VirtualHost>
`,
    "service/requirements.txt": "aiohttp\n",
    "service/bindery.py": `import os

from aiohttp import web

BINDINGS = {"b-310": {"title": "Herbarium", "leather": "calf"}, "b-311": {"title": "Logbook", "leather": "none"}}
routes = web.RouteTableDef()


@routes.get("/api/bindings")
async def index(request):
    return web.json_response(sorted(BINDINGS))


@routes.get("/api/bindings/{code}")
async def show(request):
    code = request.match_info["code"]
    if code not in BINDINGS:
        return web.json_response({"error": f"no binding {code}"}, status=404)
    return web.json_response(BINDINGS[code])


app = web.Application()
app.add_routes(routes)
web.run_app(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8080")), print=None)
`,
    "bindery.http": `@shop = http://localhost:PORT_OF_web

### shop
GET {{shop}}/

### a binding
# @name binding
GET {{shop}}/bindery/bindings/b-310
`,
  },
  servers: [
    { name: "service", entry: "service/bindery.py", needs: "aiohttp" },
    {
      name: "web",
      entry: "front:ruleProxy",
      env: {
        SERVER: "Apache/2.4.62 (Debian)",
        RULES: '[{"from":"^/bindery/","to":"/api","port":"PORT_OF_service"},{"from":"^/$","status":200}]',
      },
    },
  ],
  ask: ["bindery.http#binding"],
  facts: [
    "web:GET / 200",
    "web:GET /bindery/bindings/b-310 404",
    "web:GET /bindery//bindings/b-310 200",
    "service:GET /api/bindings/b-310 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["proxy-joins-wrong"],
    links: [{ file: "apache/bindery.conf", text: "ProxyPass        /bindery/" }],
    fixes: [{ kind: "edit-rewrite" }],
  },
};

/** A bookbinder's shop and bindery. */
export const binderies: readonly Scenario[] = [bindings];
