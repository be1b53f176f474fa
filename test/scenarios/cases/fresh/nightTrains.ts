import type { Scenario } from "../../scenario.ts";

const forecast: Scenario = {
  name: "berths-of-a-night-train",
  files: {
    "requirements.txt": "aiohttp\npyyaml\n",
    "openapi.json": `{
  "openapi": "3.0.3",
  "info": { "title": "Night trains", "version": "1.2.0" },
  "paths": {
    "/trains": {
      "get": { "operationId": "trains.list_trains", "responses": { "200": { "description": "All" } } }
    },
    "/trains/{number}": {
      "get": { "operationId": "trains.read_train", "responses": { "200": { "description": "One" } } }
    },
    "/trains/{number}/berths": {
      "get": { "operationId": "berths.list_berths", "responses": { "200": { "description": "Berths" } } }
    }
  }
}
`,
    "night/__init__.py": "",
    "night/loader.py": `import importlib
import json
from pathlib import Path

SPEC = Path(__file__).parent.parent / "openapi.json"


def add_operations(app):
    for path, methods in json.loads(SPEC.read_text())["paths"].items():
        for method, operation in methods.items():
            module_name, function_name = operation["operationId"].split(".")
            module = importlib.import_module(f"night.operations.{module_name}")
            function = getattr(module, function_name, None)
            if function is not None:
                app.router.add_route(method.upper(), path, function)
`,
    "night/operations/__init__.py": "",
    "night/operations/trains.py": `from aiohttp import web

TRAINS = {"EN467": ["Zürich", "Wien"], "NJ40": ["Wien", "Venezia"]}


async def list_trains(request):
    return web.json_response(sorted(TRAINS))


async def read_train(request):
    number = request.match_info["number"]
    if number not in TRAINS:
        return web.json_response({"error": "no such train"}, status=404)
    return web.json_response({"number": number, "stops": TRAINS[number]})
`,
    "night/operations/berths.py": `from aiohttp import web


async def berths_of_train(request):
    return web.json_response({"number": request.match_info["number"], "free": 11})
`,
    "run.py": `import os

from aiohttp import web

from night.loader import add_operations

app = web.Application()
add_operations(app)
web.run_app(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8080")), print=None)
`,
    "night.http": `@night = http://localhost:PORT_OF_api

### stops
GET {{night}}/trains/EN467

### berths
# @name berths
GET {{night}}/trains/EN467/berths
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "aiohttp" }],
  ask: ["night.http#berths"],
  facts: ["GET /trains/EN467 200", "GET /trains/EN467/berths 404"],
  truth: {
    outcome: "not-found",
    kinds: ["missing-handler"],
    links: [
      { file: "openapi.json", text: '"berths.list_berths"' },
      { file: "openapi.json", text: '"/trains/{number}/berths"' },
      { file: "night/operations/berths.py", text: "async def berths_of_train" },
    ],
  },
};

const gitlab: Scenario = {
  name: "project-of-the-timetable",
  files: {
    "ci/report.py": `import json
import os
import urllib.request

BASE = "http://localhost:PORT_OF_gitlab/api/v3"


def project(number):
    request = urllib.request.Request(f"{BASE}/projects/{number}", headers={"PRIVATE-TOKEN": os.environ["GL_TOKEN"]})
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)
`,
    "gitlab.http": `@gitlab = http://localhost:PORT_OF_gitlab/api/v3

### the timetable
# @name project
GET {{gitlab}}/projects/5
`,
  },
  deployed: {
    "gitlab.py": `import os

from flask import Flask, jsonify

app = Flask(__name__)
PROJECTS = {5: {"id": 5, "path_with_namespace": "trains/timetable"}}


@app.route("/api/v3/<path:rest>")
def old(rest):
    return jsonify(error="API V3 is no longer supported. Use API V4 instead."), 410


@app.get("/api/v4/projects/<int:number>")
def project(number):
    if number not in PROJECTS:
        return jsonify(message="404 Project Not Found"), 404
    return jsonify(PROJECTS[number])


@app.errorhandler(404)
def missing(_error):
    return jsonify(error="404 Not Found"), 404


app.run(port=int(os.environ.get("PORT", "5000")))
`,
  },
  servers: [{ name: "gitlab", entry: "deployed:gitlab.py", needs: "flask" }],
  ask: ["gitlab.http#project"],
  facts: ["GET /api/v3/projects/5 410", "GET /api/v4/projects/5 200", "GET /api/v3/anything 410"],
  truth: {
    outcome: "not-found",
    kinds: ["version-moved"],
    links: [
      { file: "gitlab.http", text: "@gitlab =" },
      { file: "ci/report.py", text: "/api/v3" },
    ],
    fixes: [{ url: "/api/v4/projects/5" }],
  },
};

const cluster: Scenario = {
  name: "deployment-of-the-timetable",
  files: {
    "k8s/timetable.yaml": `apiVersion: apps/v1
kind: Deployment
metadata:
  name: timetable
  namespace: night-trains
spec:
  replicas: 2
  selector:
    matchLabels: { app: timetable }
  template:
    metadata:
      labels: { app: timetable }
    spec:
      containers:
        - name: web
          image: registry.example.test/timetable:14
`,
    "cluster.http": `@cluster = http://localhost:PORT_OF_cluster

### is it rolled out
# @name rollout
GET {{cluster}}/apis/apps/v1/namespaces/default/deployments/timetable
`,
  },
  deployed: {
    "cluster.py": `import os

from flask import Flask, jsonify

app = Flask(__name__)
DEPLOYMENTS = {"night-trains": {"timetable": 2}, "default": {}}


def status(message, reason, details):
    body = {"kind": "Status", "apiVersion": "v1", "metadata": {}, "status": "Failure", "message": message}
    return jsonify(body | {"reason": reason, "details": details, "code": 404}), 404


@app.get("/api/v1/namespaces")
def namespaces():
    return jsonify(kind="NamespaceList", apiVersion="v1", items=[{"metadata": {"name": name}} for name in DEPLOYMENTS])


@app.get("/apis/apps/v1/namespaces/<namespace>/deployments")
def listing(namespace):
    items = [{"metadata": {"name": name, "namespace": namespace}} for name in DEPLOYMENTS.get(namespace, {})]
    return jsonify(kind="DeploymentList", apiVersion="apps/v1", items=items)


@app.get("/apis/apps/v1/namespaces/<namespace>/deployments/<name>")
def one(namespace, name):
    if name not in DEPLOYMENTS.get(namespace, {}):
        details = {"name": name, "group": "apps", "kind": "deployments"}
        return status(f'deployments.apps "{name}" not found', "NotFound", details)
    return jsonify(kind="Deployment", apiVersion="apps/v1", metadata={"name": name, "namespace": namespace})


@app.errorhandler(404)
def missing(_error):
    return status("the server could not find the requested resource", "NotFound", {})


app.run(port=int(os.environ.get("PORT", "8001")))
`,
  },
  servers: [{ name: "cluster", entry: "deployed:cluster.py", needs: "flask" }],
  ask: ["cluster.http#rollout"],
  facts: [
    "GET /apis/apps/v1/namespaces/default/deployments/timetable 404",
    "GET /apis/apps/v1/namespaces/night-trains/deployments/timetable 200",
    "GET /apis/apps/v1/namespaces/default/deployments 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-project"],
    links: [
      { file: "k8s/timetable.yaml", text: "namespace: night-trains" },
      { file: "cluster.http", text: "/namespaces/default/" },
    ],
    fixes: [{ url: "/apis/apps/v1/namespaces/night-trains/deployments/timetable" }],
  },
};

/** Night trains. */
export const nightTrains: readonly Scenario[] = [forecast, gitlab, cluster];
