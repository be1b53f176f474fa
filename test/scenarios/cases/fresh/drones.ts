import type { Scenario } from "../../scenario.ts";

const readiness: Scenario = {
  name: "readiness-of-a-drone-service",
  files: {
    "README.md": `# Drones for surveyors

\`deploy/\` is what the cluster gets. Probes ask \`/api/ready\`.
`,
    "requirements.txt": "aiohttp\n",
    "main.py": `import os

from aiohttp import web

from drones.factory import make

web.run_app(make(), host="127.0.0.1", port=int(os.environ.get("PORT", "8080")), print=None)
`,
    "drones/__init__.py": "",
    "drones/factory.py": `from aiohttp import web

from drones import flights, probes


def make():
    app = web.Application()
    app["ready"] = True
    app.add_subapp("/api", flights.make())
    app.add_routes(probes.routes)
    return app
`,
    "drones/flights.py": `from aiohttp import web

FLIGHTS = {"F-31": {"pilot": "Noor", "minutes": 24}}


async def index(request):
    return web.json_response(sorted(FLIGHTS))


async def show(request):
    code = request.match_info["code"]
    if code not in FLIGHTS:
        return web.json_response({"error": "no such flight"}, status=404)
    return web.json_response(FLIGHTS[code])


def make():
    app = web.Application()
    app.add_routes([web.get("/flights", index), web.get("/flights/{code}", show)])
    return app
`,
    "drones/probes.py": `from aiohttp import web

routes = web.RouteTableDef()


@routes.get("/live")
async def live(request):
    return web.json_response({"live": True})


@routes.get("/api/ready")
async def ready(request):
    return web.json_response({"ready": request.app["ready"]})
`,
    "deploy/deployment.yaml": `apiVersion: apps/v1
kind: Deployment
metadata:
  name: drones
spec:
  template:
    spec:
      containers:
        - name: drones
          image: registry.example/drones:1.9
          livenessProbe:
            httpGet: { path: /live, port: 8080 }
          readinessProbe:
            httpGet: { path: /api/ready, port: 8080 }
`,
    "probes.http": `@drones = http://localhost:PORT_OF_api

### alive
GET {{drones}}/live

### flights
GET {{drones}}/api/flights

### ready
# @name ready
GET {{drones}}/api/ready
`,
  },
  servers: [{ name: "api", entry: "main.py", needs: "aiohttp" }],
  ask: ["probes.http#ready"],
  facts: [
    "GET /live 200",
    "GET /api/flights 200",
    "GET /api/flights/F-31 200",
    "GET /api/ready 404",
    "GET /ready 404",
    "GET /none 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["shadowed", "after-catch-all"],
    links: [
      { file: "drones/factory.py", text: 'app.add_subapp("/api"' },
      { file: "drones/factory.py", text: "app.add_routes(probes.routes)" },
      { file: "drones/probes.py", text: '@routes.get("/api/ready")' },
    ],
    fixes: [{ kind: "edit-route" }],
  },
};

/** Drones for surveyors. */
export const drones: readonly Scenario[] = [readiness];
