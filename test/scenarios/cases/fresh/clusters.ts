import type { Scenario } from "../../scenario.ts";

const clusterServer = `import os

from flask import Flask, jsonify

app = Flask(__name__)

GROUPS = {
    "apps/v1": {"deployments": {"shop": ["basket", "search"]}},
    "networking.k8s.io/v1": {"ingresses": {"shop": ["public"]}},
}


def status(code, reason, message):
    body = {"kind": "Status", "apiVersion": "v1", "metadata": {}, "status": "Failure"}
    return jsonify(body | {"message": message, "reason": reason, "details": {}, "code": code}), code


@app.get("/apis")
def groups():
    found = [
        {"name": key.split("/")[0], "versions": [{"groupVersion": key, "version": key.split("/")[1]}]} for key in GROUPS
    ]
    return jsonify(kind="APIGroupList", apiVersion="v1", groups=found)


@app.get("/apis/<group>/<version>/namespaces/<namespace>/<plural>")
def listing(group, version, namespace, plural):
    kinds = GROUPS.get(f"{group}/{version}")
    if kinds is None or plural not in kinds:
        return missing(None)
    items = [{"metadata": {"name": name, "namespace": namespace}} for name in kinds[plural].get(namespace, [])]
    return jsonify(kind="List", apiVersion=f"{group}/{version}", items=items)


@app.errorhandler(404)
def missing(_error):
    return status(404, "NotFound", "the server could not find the requested resource")


app.run(port=int(os.environ.get("PORT", "8001")))
`;

const ingresses: Scenario = {
  name: "ingresses-of-a-namespace",
  files: {
    "manifests/ingress.yaml": `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: public
  namespace: shop
spec:
  rules:
    - host: shop.example.test
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: basket
                port:
                  number: 80
`,
    "inventory/client.py": `import json
import urllib.request

API = "http://localhost:PORT_OF_cluster"


def read(path):
    with urllib.request.urlopen(API + path) as response:
        return json.load(response)


def deployments(namespace):
    return read(f"/apis/apps/v1/namespaces/{namespace}/deployments")


def ingresses(namespace):
    return read(f"/apis/extensions/v1beta1/namespaces/{namespace}/ingresses")
`,
    "inventory/report.py": `from inventory.client import deployments, ingresses

for namespace in ("shop",):
    print(namespace, len(deployments(namespace)["items"]), len(ingresses(namespace)["items"]))
`,
    "cluster.http": `# kubectl proxy --port PORT_OF_cluster
@cluster = http://localhost:PORT_OF_cluster

### deployments
GET {{cluster}}/apis/apps/v1/namespaces/shop/deployments

### ingresses
# @name ingresses
GET {{cluster}}/apis/extensions/v1beta1/namespaces/shop/ingresses
`,
  },
  deployed: { "cluster.py": clusterServer },
  servers: [{ name: "cluster", entry: "deployed:cluster.py", needs: "flask" }],
  ask: ["cluster.http#ingresses"],
  facts: [
    "GET /apis 200",
    "GET /apis/apps/v1/namespaces/shop/deployments 200",
    "GET /apis/extensions/v1beta1/namespaces/shop/ingresses 404",
    "GET /apis/networking.k8s.io/v1/namespaces/shop/ingresses 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["version-moved"],
    fixes: [{ url: "/apis/networking.k8s.io/v1/namespaces/shop/ingresses" }],
  },
};

const humidity: Scenario = {
  name: "humidity-of-the-server-room",
  files: {
    "requirements.txt": "flask\n",
    "room/__init__.py": `from flask import Flask


def create_app():
    app = Flask(__name__)

    from room.alarms import alarms
    from room.humidity import humidity

    app.register_blueprint(alarms)
    app.register_blueprint(humidity)
    return app
`,
    "room/alarms.py": `from flask import Blueprint

alarms = Blueprint("alarms", __name__, url_prefix="/alarms")


@alarms.route("/")
def index():
    return {"alarms": []}
`,
    "room/humidity.py": `from flask import Blueprint

humidity = Blueprint("humidity", __name__, url_prefix="/humidity")


@humidity.route("/latest")
def latest():
    return {"percent": 44.1, "rack": "B"}


@humidity.route("/<rack>/history")
def history(rack):
    return {"rack": rack, "percent": [43.9, 44.0, 44.1]}
`,
    "main.py": `import os

from room import create_app

create_app().run(port=int(os.environ.get("PORT", "5000")))
`,
    "room.sh": `#!/bin/sh
# what the monitor on the wall runs every minute
curl -fsS http://localhost:PORT_OF_api/alarms/
curl -fsS http://localhost:PORT_OF_api/humidity/latest/
`,
    "room.http": `GET http://localhost:PORT_OF_api/alarms/

### humidity
# @name latest
curl -s 'http://localhost:PORT_OF_api/humidity/latest/' -H 'Accept: application/json'
`,
  },
  servers: [{ name: "api", entry: "main.py", needs: "flask" }],
  ask: ["room.http#latest"],
  facts: ["GET /alarms/ 200", "GET /humidity/latest/ 404", "GET /humidity/latest 200"],
  truth: {
    outcome: "not-found",
    kinds: ["trailing-slash"],
    links: [{ file: "room/humidity.py", text: '@humidity.route("/latest")' }],
    fixes: [{ url: "/humidity/latest" }],
  },
};

/** In the cluster and in the server room. */
export const clusters: readonly Scenario[] = [ingresses, humidity];
