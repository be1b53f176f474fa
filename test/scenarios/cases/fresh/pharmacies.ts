import type { Scenario } from "../../scenario.ts";

const prescription: Scenario = {
  name: "prescription-just-issued",
  files: {
    "requirements.txt": "aiohttp\n",
    "docs/running.md": `# Running

Two processes stand behind the balancer. The first takes what practices send; the second copies from it every few
seconds. Reads go to both.
`,
    "rx/__init__.py": "",
    "rx/app.py": `import json
import os
from pathlib import Path

from aiohttp import web

STORE = json.loads(Path(os.environ["STORE"]).read_text())
routes = web.RouteTableDef()


@routes.get("/prescriptions/{number}")
async def prescription(request):
    found = STORE.get(request.match_info["number"])
    if found is None:
        return web.json_response({"error": "unknown prescription"}, status=404)
    return web.json_response(found)


def create_app():
    app = web.Application()
    app.add_routes(routes)
    return app
`,
    "main.py": `import os

from aiohttp import web

from rx.app import create_app

web.run_app(create_app(), host="127.0.0.1", port=int(os.environ.get("PORT", "8080")), print=None)
`,
    "var/first.json":
      '{ "RX-5501": { "number": "RX-5501", "drug": "amoxicillin" }, "RX-5502": { "number": "RX-5502", "drug": "ibuprofen" } }\n',
    "var/second.json": '{ "RX-5501": { "number": "RX-5501", "drug": "amoxicillin" } }\n',
    "rx.http": `@rx = http://localhost:PORT_OF_balancer

### the one from this morning
GET {{rx}}/prescriptions/RX-5501

### the one of a minute ago
# @name latest
GET {{rx}}/prescriptions/RX-5502
`,
  },
  servers: [
    { name: "first", entry: "main.py", needs: "aiohttp", env: { STORE: "var/first.json" } },
    { name: "second", entry: "main.py", needs: "aiohttp", env: { STORE: "var/second.json" } },
    { name: "balancer", entry: "front:roundRobin", env: { UPSTREAMS: "PORT_OF_second,PORT_OF_first" } },
  ],
  ask: ["rx.http#latest"],
  facts: [
    "balancer:GET /prescriptions/RX-5502 404",
    "balancer:GET /prescriptions/RX-5502 200",
    "balancer:GET /prescriptions/RX-5502 404",
    "balancer:GET /prescriptions/RX-5502 200",
  ],
  truth: { outcome: "not-found", kinds: ["not-yet-visible"] },
};

const modelServer = `import os

from flask import Flask, jsonify, request

app = Flask(__name__)
DEPLOYMENTS = {"leaflet-chat": "gpt-4.1", "leaflet-search": "text-embedding-3-small"}


def failure(status, code, message):
    return jsonify(error={"code": code, "message": message}), status


@app.get("/openai/deployments")
def deployments():
    return jsonify(data=[{"id": name, "model": model, "status": "succeeded"} for name, model in DEPLOYMENTS.items()])


@app.post("/openai/deployments/<deployment>/chat/completions")
def complete(deployment):
    if request.headers.get("api-key") != "k-7f21c0":
        return failure(401, "401", "Access denied due to invalid subscription key.")
    if deployment not in DEPLOYMENTS:
        message = "The API deployment for this resource does not exist. If you created the deployment within the last 5 minutes, please wait a moment and try again."
        return failure(404, "DeploymentNotFound", message)
    return jsonify(id="chatcmpl-1", model=DEPLOYMENTS[deployment], choices=[])


@app.errorhandler(404)
def missing(_error):
    return failure(404, "404", "Resource not found")


app.run(port=int(os.environ.get("PORT", "5000")))
`;

const leaflet: Scenario = {
  name: "leaflet-in-plain-words",
  files: {
    "infra/main.bicep": `resource account 'Microsoft.CognitiveServices/accounts@2024-10-01' = {
  name: 'leaflets'
  location: 'westeurope'
  kind: 'OpenAI'
  sku: { name: 'S0' }
}

resource chat 'Microsoft.CognitiveServices/accounts/deployments@2024-10-01' = {
  parent: account
  name: 'leaflet-chat'
  properties: {
    model: { format: 'OpenAI', name: 'gpt-4.1', version: '2025-04-14' }
  }
}
`,
    "leaflets/rewrite.py": `import os

from openai import AzureOpenAI

client = AzureOpenAI(api_version="2024-10-21", azure_endpoint=os.environ["AZURE_OPENAI_ENDPOINT"])


def in_plain_words(text):
    answer = client.chat.completions.create(
        model="gpt-4.1",
        messages=[{"role": "user", "content": f"Explain: {text}"}],
    )
    return answer.choices[0].message.content
`,
    "leaflets.http": `@endpoint = http://localhost:PORT_OF_azure
@version = 2024-10-21

### which deployments there are
GET {{endpoint}}/openai/deployments?api-version={{version}}
api-key: k-7f21c0

### rewrite
# @name rewrite
POST {{endpoint}}/openai/deployments/gpt-4.1/chat/completions?api-version={{version}}
api-key: k-7f21c0
Content-Type: application/json

{ "messages": [{ "role": "user", "content": "Explain: take twice daily" }] }
`,
  },
  deployed: { "azure.py": modelServer },
  servers: [{ name: "azure", entry: "deployed:azure.py", needs: "flask" }],
  ask: ["leaflets.http#rewrite", "--allow-unsafe"],
  facts: [
    "POST /openai/deployments/gpt-4.1/chat/completions?api-version=2024-10-21 404 | api-key: k-7f21c0",
    "POST /openai/deployments/leaflet-chat/chat/completions?api-version=2024-10-21 200 | api-key: k-7f21c0",
    "GET /openai/deployments?api-version=2024-10-21 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-project"],
    links: [
      { file: "infra/main.bicep", text: "name: 'leaflet-chat'" },
      { file: "leaflets.http", text: "/openai/deployments/gpt-4.1/" },
      { file: "leaflets/rewrite.py", text: 'model="gpt-4.1"' },
    ],
    fixes: [{ url: "/openai/deployments/leaflet-chat/chat/completions?api-version=2024-10-21" }],
  },
  credentials: [{ value: "k-7f21c0", servers: ["azure"] }],
  consented: [
    "POST /openai/deployments/gpt-4.1/chat/completions?api-version=2024-10-21",
    "POST /openai/deployments/leaflet-chat/chat/completions?api-version=2024-10-21",
  ],
};

const wholesaler: Scenario = {
  name: "order-at-the-wholesaler",
  files: {
    "README.md": "# Orders\n\nRequests that we send to the wholesaler by hand. Their contract is on paper only.\n",
    "wholesaler.http": `@wholesaler = http://localhost:PORT_OF_supplier

### state of an order
# @name order
GET {{wholesaler}}/b2b/orders/88-20417/state
Accept: application/json
`,
  },
  deployed: {
    "supplier.py": `import os

from aiohttp import web


async def nothing(request):
    return web.json_response({"status": 404, "message": "Not found"}, status=404)


app = web.Application()
app.router.add_route("*", "/{tail:.*}", nothing)
web.run_app(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8080")), print=None)
`,
  },
  servers: [{ name: "supplier", entry: "deployed:supplier.py", needs: "aiohttp" }],
  ask: ["wholesaler.http#order"],
  facts: ["GET /b2b/orders/88-20417/state 404", "GET / 404", "GET /b2b/orders/1/state 404"],
  truth: { outcome: "not-found", kinds: [] },
};

/** In the pharmacy. */
export const pharmacies: readonly Scenario[] = [prescription, leaflet, wholesaler];
