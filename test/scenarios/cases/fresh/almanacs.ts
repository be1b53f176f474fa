import type { Scenario } from "../../scenario.ts";

const almanac: Scenario = {
  name: "almanac-on-another-desk",
  files: {
    "requirements.txt": "flask>=3\npython-dotenv\n",
    "almanac/__init__.py": `from flask import Flask


def create_app(config="almanac.config.Local"):
    app = Flask(__name__, subdomain_matching=True)
    app.config.from_object(config)

    from almanac.editions import editions
    from almanac.press import press

    app.register_blueprint(editions, url_prefix="/editions")
    app.register_blueprint(press, subdomain="press")
    return app
`,
    "almanac/config.py": `class Local:
    DEBUG = False
    JSON_SORT_KEYS = False
    SERVER_NAME = "almanac.local:5000"
    PREFERRED_URL_SCHEME = "http"
`,
    "almanac/editions.py": `from flask import Blueprint, abort, jsonify

editions = Blueprint("editions", __name__)
YEARS = {1899: "out of print", 1900: "facsimile", 1901: "in stock"}


@editions.get("")
def index():
    return jsonify(sorted(YEARS))


@editions.get("/<int:year>")
def edition(year):
    if year not in YEARS:
        abort(404)
    return jsonify(year=year, state=YEARS[year])
`,
    "almanac/press.py": `from flask import Blueprint, jsonify

press = Blueprint("press", __name__)


@press.get("/releases")
def releases():
    return jsonify(["spring", "autumn"])
`,
    "app.py": `import os

from almanac import create_app

create_app().run(host="127.0.0.1", port=int(os.environ.get("PORT", "5000")))
`,
    "editions.http": `@almanac = http://localhost:PORT_OF_api

# @name facsimile
GET {{almanac}}/editions/1900
`,
  },
  servers: [{ name: "api", entry: "app.py", needs: "flask" }],
  ask: ["editions.http#facsimile"],
  facts: [
    "GET /editions/1900 404",
    "GET /editions 404",
    "GET /editions/1900 200 | Host: almanac.local:5000",
    "GET /editions/1777 404 | Host: almanac.local:5000",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["host-unmatched"],
    links: [
      { file: "almanac/config.py", text: "SERVER_NAME" },
      { file: "almanac/__init__.py", text: "subdomain_matching" },
    ],
  },
};

const gatewayOf = (routes: string) => `import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { to } from "./to.ts";

const gateway = new Hono();

${routes}
gateway.notFound((c) => c.json({ message: "no route matched with those values" }, 404));

serve({ fetch: gateway.fetch, port: Number(process.env.PORT ?? 8080) });
`;
const loanRoute = `gateway.all("/loans/*", to(process.env.LOANS_PORT));
`;
const holdRoute = `gateway.all("/holds/*", to(process.env.HOLDS_PORT));
`;
const toFile = `import type { Handler } from "hono";

export const to = (port: string | undefined): Handler => {
  return (c) => {
    const { pathname, search } = new URL(c.req.url);
    return fetch(\`http://localhost:\${port}\${pathname}\${search}\`, { method: c.req.method });
  };
};
`;
const gatewayPackage = `{ "name": "reading-room", "private": true, "type": "module", "dependencies": { "hono": "^4.6.0", "@hono/node-server": "^1.13.0", "fastify": "^5.0.0" } }
`;
const loansFile = `import Fastify from "fastify";

const app = Fastify();
app.get("/loans/:card", async ({ params }: { params: any }) => ({ card: params.card, loans: [] }));
await app.listen({ port: Number(process.env.PORT ?? 4001) });
`;
const holds: Scenario = {
  name: "hold-in-the-reading-room",
  history: [
    {
      message: "Gateway before the loans",
      files: {
        "package.json": gatewayPackage,
        "gateway/index.ts": gatewayOf(loanRoute),
        "gateway/to.ts": toFile,
        "loans/server.ts": loansFile,
      },
    },
  ],
  files: {
    "package.json": gatewayPackage,
    "gateway/index.ts": gatewayOf(loanRoute + holdRoute),
    "gateway/to.ts": toFile,
    "loans/server.ts": loansFile,
    "holds/server.ts": `import Fastify from "fastify";

const holds = new Map([["h-204", { book: "Moby-Dick", shelf: 3 }]]);
const app = Fastify();
app.get("/holds/:id", async ({ params }: { params: any }, reply) => {
  return holds.get(params.id) ?? reply.code(404).send({ error: "hold not found" });
});
await app.listen({ port: Number(process.env.PORT ?? 4002) });
`,
    "README.md": `# Reading room

| service | behind the gateway | alone |
|---|---|---|
| loans | http://localhost:PORT_OF_gateway/loans | http://localhost:PORT_OF_loans/loans |
| holds | http://localhost:PORT_OF_gateway/holds | http://localhost:PORT_OF_holds/holds |
`,
    "room.http": `@gateway = http://localhost:PORT_OF_gateway

### a card
GET {{gateway}}/loans/c-10

### a hold
# @name hold
GET {{gateway}}/holds/h-204
`,
  },
  deployed: {
    "package.json": gatewayPackage,
    "gateway/index.ts": gatewayOf(loanRoute),
    "gateway/to.ts": toFile,
  },
  servers: [
    { name: "loans", entry: "loans/server.ts" },
    { name: "holds", entry: "holds/server.ts" },
    {
      name: "gateway",
      entry: "deployed:gateway/index.ts",
      env: { LOANS_PORT: "PORT_OF_loans", HOLDS_PORT: "PORT_OF_holds" },
      passesOn: true,
    },
  ],
  ask: ["room.http#hold"],
  facts: [
    "gateway:GET /loans/c-10 200",
    "gateway:GET /holds/h-204 404",
    "holds:GET /holds/h-204 200",
    "holds:GET /holds/h-1 404",
    "gateway:GET /else 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["not-deployed"],
    links: [{ file: "gateway/index.ts", text: 'gateway.all("/holds/*"' }],
  },
};

/** An almanac bound to a name that another desk does not use, and a gateway that was not rolled out with its new route. */
export const almanacs: readonly Scenario[] = [almanac, holds];
