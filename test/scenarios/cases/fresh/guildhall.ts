import type { Scenario } from "../../scenario.ts";

const keycloak = `import os

from aiohttp import web

REALMS = {"guild": "c0ffee"}


async def document(request):
    realm = request.match_info["realm"]
    if realm not in REALMS:
        return web.json_response({"error": "Realm does not exist"}, status=404)
    base = f"{request.url.origin()}/realms/{realm}"
    return web.json_response({"issuer": base, "token_endpoint": f"{base}/protocol/openid-connect/token"})


@web.middleware
async def words(request, handler):
    try:
        return await handler(request)
    except web.HTTPNotFound:
        body = {"error": "Unable to find matching target resource method", "error_description": "For more on this error consult the server log at the debug level."}
        return web.json_response(body, status=404)


app = web.Application(middlewares=[words])
app.router.add_get("/realms/{realm}/.well-known/openid-configuration", document)
app.router.add_get("/realms/{realm}", document)
web.run_app(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8080")), print=None)
`;

const signIn: Scenario = {
  name: "sign-in-at-the-guildhall",
  files: {
    "compose.yaml": `services:
  keycloak:
    image: quay.io/keycloak/keycloak:24.0
    command: start-dev --import-realm
    ports:
      - "PORT_OF_keycloak:8080"
    volumes:
      - ./keycloak/guild.json:/opt/keycloak/data/import/guild.json
  hall:
    build: .
    environment:
      OIDC_ISSUER: http://localhost:PORT_OF_keycloak/auth/realms/guild
`,
    "keycloak/guild.json":
      '{ "realm": "guild", "enabled": true, "clients": [{ "clientId": "hall", "publicClient": true }] }\n',
    "requirements.txt": "flask\nauthlib\n",
    "hall/__init__.py": `import os

from authlib.integrations.flask_client import OAuth
from flask import Flask

oauth = OAuth()


def create_app():
    app = Flask(__name__)
    oauth.init_app(app)
    issuer = os.environ["OIDC_ISSUER"]
    oauth.register("guild", client_id="hall", server_metadata_url=f"{issuer}/.well-known/openid-configuration")
    return app
`,
    "oidc.http": `@issuer = http://localhost:PORT_OF_keycloak/auth/realms/guild

### what the application reads when it starts
# @name discovery
GET {{issuer}}/.well-known/openid-configuration
`,
  },
  deployed: { "keycloak.py": keycloak },
  servers: [{ name: "keycloak", entry: "deployed:keycloak.py", needs: "aiohttp" }],
  ask: ["oidc.http#discovery"],
  facts: [
    "GET /auth/realms/guild/.well-known/openid-configuration 404",
    "GET /realms/guild/.well-known/openid-configuration 200",
    "GET /realms/nobody 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["path-moved", "base-path", "version-moved"],
    links: [
      { file: "compose.yaml", text: "OIDC_ISSUER:" },
      { file: "oidc.http", text: "@issuer =" },
      { file: "compose.yaml", text: "image: quay.io/keycloak" },
    ],
    fixes: [{ url: "/realms/guild/.well-known/openid-configuration" }],
  },
};

const charter: Scenario = {
  name: "charter-of-a-guild",
  files: {
    "requirements.txt": "aiohttp\n",
    "charters/__init__.py": "",
    "charters/negotiation.py": `import re

MEDIA_TYPE = re.compile(r"application/vnd\\.guild\\.v(?P<version>\\d+)\\+json")


def version_of(request):
    match = MEDIA_TYPE.search(request.headers.get("Accept", ""))
    return match["version"] if match else None
`,
    "charters/views.py": `from aiohttp import web

from charters.negotiation import version_of

CHARTERS = {"coopers": 1501, "weavers": 1155}


async def charter(request):
    views = {"2": charter_2, "3": charter_3}
    view = views.get(version_of(request))
    if view is None:
        raise web.HTTPNotFound
    return await view(request)


async def charter_2(request):
    name = request.match_info["name"]
    return reply({"name": name, "granted": CHARTERS[name]}, "2") if name in CHARTERS else missing()


async def charter_3(request):
    name = request.match_info["name"]
    return reply({"guild": name, "year": CHARTERS[name]}, "3") if name in CHARTERS else missing()


def reply(body, version):
    return web.json_response(body, content_type=f"application/vnd.guild.v{version}+json")


def missing():
    return web.json_response({"title": "No such guild"}, status=404)
`,
    "main.py": `import os

from aiohttp import web

from charters.views import charter

app = web.Application()
app.router.add_get("/charters/{name}", charter)
web.run_app(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8080")), print=None)
`,
    "charters.http": `@host = http://localhost:PORT_OF_api

### coopers
GET {{host}}/charters/coopers
Accept: application/vnd.guild.v3+json

### weavers
# @name weavers
GET {{host}}/charters/weavers
Accept: application/json
`,
  },
  servers: [{ name: "api", entry: "main.py", needs: "aiohttp" }],
  ask: ["charters.http#weavers"],
  facts: [
    "GET /charters/coopers 200 | Accept: application/vnd.guild.v3+json",
    "GET /charters/weavers 404 | Accept: application/json",
    "GET /charters/weavers 200 | Accept: application/vnd.guild.v3+json",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["version-selector"],
    links: [
      { file: "charters/negotiation.py", text: "MEDIA_TYPE = re.compile" },
      { file: "charters/views.py", text: "view = views.get(version_of(request))" },
      { file: "main.py", text: 'app.router.add_get("/charters/{name}"' },
      { file: "charters.http", text: "Accept: application/vnd.guild.v3+json" },
    ],
  },
};

/** At the guildhall. */
export const guildhall: readonly Scenario[] = [signIn, charter];
