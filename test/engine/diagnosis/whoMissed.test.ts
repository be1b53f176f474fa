import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { investigate, type Setting, verdictOf } from "./investigate.ts";

/** Answers in JSON by method and path; what it has no answer for is a miss in words of its own. */
function serve(
  answers: Readonly<Record<string, number | object>>,
  miss = { error: "no such path" },
): Setting["server"] {
  return ({ method, url = "", headers }, response) => {
    const answer = answers[`${method} ${url} ${headers["x-branch"]}`] ?? answers[`${method} ${url}`];
    const status = typeof answer === "number" ? answer : answer === undefined ? 404 : 200;
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify(typeof answer === "object" ? answer : miss));
  };
}

describe("who missed", () => {
  it("a route without an identifier has no wrong one", async () => {
    const files = {
      "app.js": `const app = require("express")();
app.get("/reports/weekly", (request, response) => weekly(request, response));
app.get("/reports/daily", (request, response) => daily(request, response));
app.listen(3000);
`,
    };
    const diagnosis = await investigate({
      files,
      server: ({ url = "" }, response) => {
        const isDaily = url === "/reports/daily";
        response.writeHead(isDaily ? 200 : 404, { "content-type": "application/json" });
        response.end(url === "/reports/weekly" ? '{"error":"nothing this week"}' : isDaily ? "{}" : '{"no":"path"}');
      },
      http: "GET ORIGIN/reports/weekly\n",
    });
    assert.notEqual(diagnosis.verdict.kind, "unknown-id");
    assert.ok(diagnosis.evidence.some(({ statement }) => statement.includes("takes no identifier")));
  });

  it("the answer that names a fixed word as what was not found was another route's", async () => {
    const diagnosis = await investigate({
      files: {
        "app.py": `from aiohttp import web

routes = web.RouteTableDef()

@routes.get("/readers/{reader_id}")
async def show(request):
    return find(request)

@routes.get("/readers/me")
async def me(request):
    return web.json_response({})

app = web.Application()
app.add_routes(routes)
`,
      },
      server: ({ url = "" }, response) => {
        const [, id] = /^\/readers\/([^/]+)$/.exec(url) ?? [];
        response.writeHead(id === "r-1" ? 200 : 404, { "content-type": "application/json" });
        response.end(JSON.stringify(id === "r-1" ? {} : id ? { error: `no reader ${id}` } : "404: Not Found"));
      },
      http: "GET ORIGIN/readers/me\n",
    });
    assert.equal(verdictOf(diagnosis), "route-not-served/shadowed");
    assert.match(diagnosis.fixes[0]?.title ?? "", /GET \/readers\/me before app\.py:5/);
    assert.ok(diagnosis.links.some(({ role, line }) => role === "shadowing-route" && line === 5));
  });

  it("a route that comes later takes nothing where order decides: another build runs there", async () => {
    const diagnosis = await investigate({
      files: {
        "app.js": `const app = require("express")();
app.get("/receipts/totals", (request, response) => response.json(total()));
app.get("/receipts/:number", (request, response) => show(request, response));
app.listen(3000);
`,
      },
      server: ({ url = "" }, response) => {
        const [, number] = /^\/receipts\/([^/]+)$/.exec(url) ?? [];
        response.writeHead(404, { "content-type": "application/json" });
        response.end(number ? JSON.stringify({ error: `Receipt ${number} not found` }) : '{"error":"no such path"}');
      },
      http: "GET ORIGIN/receipts/totals\n",
    });
    assert.equal(verdictOf(diagnosis), "route-not-served/not-deployed");
    assert.match(diagnosis.verdict.summary, /has no GET \/receipts\/totals/);
  });

  it("a router of which nothing answers, mounted beside one that does, is not in the running build", async () => {
    const router = (word: string) => `const router = require("express").Router();
router.get("/", (request, response) => response.json(${word}));
router.get("/:id", (request, response) => response.json(${word}[request.params.id]));
module.exports = router;
`;
    const files = {
      "app.js": `const app = require("express")();
app.use("/api/wines", require("./wines"));
app.use("/api/groups", require("./groups"));
app.listen(3000);
`,
      "wines.js": router("wines"),
      "groups.js": router("groups"),
    };
    const serve =
      (served: string): Setting["server"] =>
      ({ method, url }, response) => {
        response.writeHead(url === served ? 200 : 404, { "content-type": "text/html" });
        const page = `<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>Error</title>\n</head>\n<body>\n<pre>Cannot ${method} ${url}</pre>\n</body>\n</html>\n`;
        response.end(url === served ? "[]" : page);
      };
    const http = "GET ORIGIN/api/groups/12\n\n###\nGET ORIGIN/api/wines\n";
    const diagnosis = await investigate({ files, server: serve("/api/wines"), http });
    assert.equal(verdictOf(diagnosis), "route-not-served/not-deployed");
    assert.ok(diagnosis.evidence.some(({ statement }) => statement.includes("mounted in the same file")));
    const mute = await investigate({ files, server: serve("/elsewhere"), http });
    assert.notEqual(mute.verdict.kind, "not-deployed", "nothing shows that this code runs there");
  });

  it("what its collection lists is never an unknown identifier", async () => {
    const diagnosis = await investigate({
      files: {
        "app.js": `const app = require("express")();
app.get("/riddles", (request, response) => response.json(titles()));
app.get("/riddles/:title", (request, response) => show(request, response));
app.listen(3000);
`,
      },
      server: ({ url = "" }, response) => {
        const isFound = url === "/riddles" || url === "/riddles/ferryman";
        response.writeHead(isFound ? 200 : 404, { "content-type": "application/json" });
        const miss = url.startsWith("/riddles/") ? '{"error":"riddle not found"}' : '{"error":"no path"}';
        response.end(url === "/riddles" ? '["ferryman","doors"]' : isFound ? "{}" : miss);
      },
      http: "GET ORIGIN/riddles/doors\n\n###\nGET ORIGIN/riddles/ferryman\n",
    });
    assert.notEqual(diagnosis.verdict.kind, "unknown-id");
    assert.doesNotMatch(diagnosis.verdict.summary, /There is no/);
  });

  it("a method that the workspace routes is not missing because OPTIONS names another one alone", async () => {
    const diagnosis = await investigate({
      files: {
        "app.py": `from fastapi import FastAPI
app = FastAPI()

@app.get("/engines/{engine}")
def show(engine: str): ...

@app.put("/engines/{engine}")
def save(engine: str): ...
`,
      },
      server: ({ method, url }, response) => {
        const isKnown = url === "/engines/r-4";
        const status = isKnown && method === "GET" ? 200 : isKnown && method === "OPTIONS" ? 405 : 404;
        response.writeHead(status, { "content-type": "application/json", ...(status === 405 ? { allow: "GET" } : {}) });
        response.end(isKnown ? '{"detail":"Engine not found"}' : '{"detail":"Not Found"}');
      },
      http: "PUT ORIGIN/engines/r-4\nContent-Type: application/json\n\n{}\n",
      world: { consent: { allows: async () => true } },
    });
    assert.notEqual(diagnosis.verdict.kind, "wrong-method");
  });

  it("a service that answers its routes and has none at / is not the one that serves the page", async () => {
    const files = {
      "app.js": 'const app = require("express")();\napp.get("/riddles", list);\napp.listen(3000);\n',
    };
    const server: Setting["server"] = ({ url }, response) => {
      response.writeHead(url === "/riddles" ? 200 : 404, { "content-type": "application/json" });
      response.end(url === "/riddles" ? "[]" : '{"error":"nothing here"}');
    };
    const diagnosis = await investigate({ files, server, http: "GET ORIGIN/\n" });
    assert.equal(verdictOf(diagnosis), "other-responder/wrong-entrypoint");
    assert.match(diagnosis.verdict.summary, /GET \/riddles \(app\.js:2\) answers 200/);
  });

  it("what a GET finds is there: whoever answers another method with 404 asks who is calling", async () => {
    const diagnosis = await investigate({
      files: {
        "app.py": `from flask import Flask, abort, jsonify, request

app = Flask(__name__)

def curators_only(view):
    def guarded(**given):
        found = CURATORS.get(request.headers.get("Authorization", ""))
        if found is None:
            abort(404)
        return view(**given)
    return guarded

@app.get("/catalogues/<name>")
def read(name):
    return jsonify(find(name))

@app.put("/catalogues/<name>")
@curators_only
def publish(name):
    return jsonify(save(name))

app.run()
`,
      },
      server: serve({ "GET /catalogues/prints": {} }),
      http: "PUT ORIGIN/catalogues/prints\nContent-Type: application/json\n\n{}\n",
      world: { consent: { allows: async () => true } },
    });
    assert.equal(verdictOf(diagnosis), "access-masking/masked-endpoint");
    assert.match(diagnosis.verdict.summary, /app\.py:8/);
  });

  it("a catch-all that is registered first takes the path where an older release asks in that order", async () => {
    const diagnosis = await investigate({
      files: {
        "gate.py": `from aiohttp import web

def create_app():
    app = web.Application()
    app.router.add_get("/health", health)
    app.router.add_route("*", "/{path:.*}", unknown)
    app.router.add_get("/scales/{plate}", weigh)
    return app

web.run_app(create_app())
`,
      },
      server: ({ url = "" }, response) => {
        response.writeHead(url === "/health" ? 200 : 404, { "content-type": "application/json" });
        response.end(url === "/health" ? "{}" : JSON.stringify({ error: `Nothing at ${url}` }));
      },
      http: "GET ORIGIN/scales/QR-12\n",
    });
    assert.equal(verdictOf(diagnosis), "route-not-served/after-catch-all");
    assert.match(diagnosis.fixes[0]?.title ?? "", /before the catch-all at gate\.py:6/);
  });

  it("a field that says whose data is meant is tried as another request has it", async () => {
    const diagnosis = await investigate({
      files: { "rota.py": 'def branch(request):\n    return BRANCHES[request.headers["X-Branch"]]\n' },
      server: serve({ "GET /rotas/18 north-quay": {}, "GET /rotas/19 north-quay": {} }),
      http: "GET ORIGIN/rotas/19\nX-Branch: northquay\n\n###\nGET ORIGIN/rotas/18\nX-Branch: north-quay\n",
    });
    assert.equal(verdictOf(diagnosis), "wrong-scope/wrong-tenant");
    assert.match(diagnosis.fixes[0]?.title ?? "", /X-Branch: north-quay/);
    assert.ok(diagnosis.links.some(({ file, line }) => file === "rota.py" && line === 2));
  });

  it("another Host that answers is another tenant where code on the way chooses by the host", async () => {
    const app = (hook: string) => ({
      "app.py": `from flask import Flask, abort, g, request

app = Flask(__name__)

${hook}
@app.get("/menu")
def menu():
    return g.tenant.menu

app.run()
`,
    });
    const reading = `def load():
    g.tenant = TENANTS.get(request.host.split(".")[0])
    if g.tenant is None:
        abort(404)

app.before_request(load)
`;
    const server: Setting["server"] = ({ url, headers }, response) => {
      const isFound = url === "/menu" && headers.host === "luigi.test";
      response.writeHead(isFound ? 200 : 404, { "content-type": "text/html" }).end(isFound ? "menu" : "Not Found");
    };
    const http = "GET ORIGIN/menu\n\n###\nGET ORIGIN/menu\nHost: luigi.test\n";
    assert.equal(verdictOf(await investigate({ files: app(reading), server, http })), "wrong-scope/wrong-tenant");
    assert.equal(verdictOf(await investigate({ files: app(""), server, http })), "other-responder/host-unmatched");
  });

  it("an object store that refuses a key that surely does not exist hides what it misses", async () => {
    const denied =
      '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>';
    const diagnosis = await investigate({
      server: ({ url }, response) => {
        const isFound = url === "/plates/1.fits";
        const fields = { server: "AmazonS3", "x-amz-request-id": "7QK2" };
        response.writeHead(isFound ? 200 : 403, {
          ...fields,
          "content-type": isFound ? "image/fits" : "application/xml",
        });
        response.end(isFound ? "plate" : denied);
      },
      http: "GET ORIGIN/plates/2.fits\n\n###\nGET ORIGIN/plates/1.fits\n",
    });
    assert.equal(verdictOf(diagnosis), "access-masking/masked-resource");
    assert.equal(diagnosis.responder?.name, "Amazon S3");
  });
});
