import assert from "node:assert/strict";
import type { RequestListener } from "node:http";
import { describe, it } from "node:test";
import { missesAsRouter, withoutOwnWords } from "../../../src/engine/diagnosis/workspace/handlers/handlerMisses.ts";
import { investigate, verdictOf } from "./investigate.ts";

/** Answers the listed paths with their bodies, everything else as Express answers a path without a route. */
const express =
  (served: Readonly<Record<string, unknown>>, methods: (path: string) => boolean = () => false): RequestListener =>
  (request, response) => {
    const path = request.url ?? "";
    if (request.method === "OPTIONS" && methods(path)) {
      response.writeHead(200, { allow: "GET, HEAD", "content-type": "text/html" });
      response.end();
    } else if (request.method === "GET" && served[path] !== undefined) {
      response.writeHead(200, { "content-type": "application/json", "x-powered-by": "Express" });
      response.end(JSON.stringify(served[path]));
    } else {
      response.writeHead(404, { "content-type": "text/html; charset=utf-8", "x-powered-by": "Express" });
      response.end(`<!DOCTYPE html><html><body><pre>Cannot ${request.method} ${path}</pre></body></html>`);
    }
  };

const app = (routes: string) => ({
  "app.js": `const express = require("express");\nconst app = express();\n${routes}\napp.listen(3000);\n`,
});
const erasing = app(`app.get("/piers/:pier/berths/:berth", (req, res, next) => {
  const berth = find(req.params);
  if (!berth) return next();
  res.json(berth);
});`);
const plain = app(`app.get("/piers/:pier/berths/:berth", (req, res) => {
  res.json(find(req.params));
});`);
const asked = "GET ORIGIN/piers/east/berths/b-9\n";

describe("a route is called not deployed only where the router surely missed", () => {
  it("another parent of the same template that answers shows that the route is served", async () => {
    const diagnosis = await investigate({
      files: erasing,
      server: express({ "/piers/west/berths/b-1": {} }),
      http: `${asked}\n###\nGET ORIGIN/piers/west/berths/b-1\n`,
    });
    assert.equal(verdictOf(diagnosis), "stale-identifier/unknown-id", diagnosis.verdict.summary);
    assert.ok(diagnosis.log.includes("GET /piers/west/berths/b-1"));
  });

  it("a neighbour out of a list of bare names shows it as well", async () => {
    const diagnosis = await investigate({
      files: erasing,
      server: express({ "/piers/east/berths": ["b-1", "b-2"], "/piers/east/berths/b-1": {} }),
      http: asked,
    });
    assert.equal(verdictOf(diagnosis), "stale-identifier/unknown-id", diagnosis.verdict.summary);
  });

  it("OPTIONS that only this path answers shows it where nothing else does", async () => {
    const diagnosis = await investigate({
      files: erasing,
      server: express({}, (path) => path.startsWith("/piers/")),
      http: asked,
    });
    assert.notEqual(verdictOf(diagnosis), "route-not-served/not-deployed", diagnosis.verdict.summary);
  });

  it("where the handler itself can give the router's answer and nothing decides, nothing is claimed", async () => {
    const diagnosis = await investigate({ files: erasing, server: express({}), http: asked });
    assert.equal(verdictOf(diagnosis), "undecided", diagnosis.verdict.summary);
  });

  const pair = app(`app.get("/piers/:pier", (req, res) => res.json(pier(req.params)));
app.get("/piers/:pier/berths/:berth", (req, res) => {
  res.json(find(req.params));
});`);

  it("the router's own words that the handler has no way to say prove it, where it serves another route of the same router", async () => {
    const diagnosis = await investigate({ files: pair, server: express({ "/piers/east": {} }), http: asked });
    assert.equal(verdictOf(diagnosis), "route-not-served/not-deployed", diagnosis.verdict.summary);
    assert.ok(diagnosis.verdict.confidence < 0.9);
    assert.ok(diagnosis.log.includes("GET /piers/east"));
  });

  it("where nothing else of the router is served either, it may lie elsewhere", async () => {
    const diagnosis = await investigate({ files: pair, server: express({}), http: asked });
    assert.equal(verdictOf(diagnosis), "undecided", diagnosis.verdict.summary);
    assert.ok(
      diagnosis.evidence.some(({ statement }) => /^GET \/piers\/\{pier\} of the same router is missed/.test(statement)),
    );
  });

  it("where other code of the workspace answers, the registration of the route is what to look at", async () => {
    const diagnosis = await investigate({ files: plain, server: express({ "/piers": ["east"] }), http: asked });
    assert.equal(verdictOf(diagnosis), "undecided", diagnosis.verdict.summary);
  });
});

describe("OPTIONS that a router answers for its routes, where the handler can say the router's words", () => {
  const throwing = app(`app.get("/about", (req, res) => res.json({}));
app.get("/piers/:pier/berths/:berth", (req, res) => {
  const berth = find(req.params);
  if (!berth) throw new NotFound("gone");
  res.json(berth);
});`);

  it("missed here and answered beside, it shows that the server has no such route", async () => {
    const server: RequestListener = (request, response) => {
      const isServed = request.url === "/about";
      response.writeHead(isServed ? (request.method === "GET" ? 200 : 405) : 404, { "content-type": "text/plain" });
      response.end(isServed ? "about" : "404: Not Found");
    };
    const diagnosis = await investigate({ files: throwing, server, http: asked });
    assert.equal(verdictOf(diagnosis), "route-not-served/not-deployed", diagnosis.verdict.summary);
    assert.ok(diagnosis.log.includes("OPTIONS /about"));
  });

  it("missed beside as well, it shows nothing", async () => {
    const server: RequestListener = (request, response) => {
      const isServed = request.url === "/about" && request.method === "GET";
      response.writeHead(isServed ? 200 : 404, { "content-type": "text/plain" });
      response.end(isServed ? "about" : "404: Not Found");
    };
    const diagnosis = await investigate({ files: throwing, server, http: asked });
    assert.equal(verdictOf(diagnosis), "undecided", diagnosis.verdict.summary);
    assert.ok(diagnosis.log.includes("OPTIONS /about"));
  });

  it("answered beside as GET is, it shows nothing", async () => {
    const server: RequestListener = (request, response) => {
      response.writeHead(request.url === "/about" ? 200 : 404, { "content-type": "text/plain" });
      response.end(request.url === "/about" ? "about" : "404: Not Found");
    };
    const diagnosis = await investigate({ files: throwing, server, http: asked });
    assert.equal(verdictOf(diagnosis), "undecided", diagnosis.verdict.summary);
    assert.ok(diagnosis.log.includes("OPTIONS /about"));
  });
});

describe("what a thing's other place or name is", () => {
  it("a list of bare parents leads to the one that has it", async () => {
    const diagnosis = await investigate({
      files: erasing,
      server: express({ "/piers": ["east", "west"], "/piers/west/berths/b-9": {} }),
      http: asked,
    });
    assert.equal(verdictOf(diagnosis), "wrong-scope/wrong-project", diagnosis.verdict.summary);
    assert.match(diagnosis.fixes[0]?.request?.url ?? "", /\/piers\/west\/berths\/b-9$/);
    assert.equal(diagnosis.fixes[0]?.verified, true);
  });

  it("what is gone for good and names its successor in a field was taken over by that", async () => {
    const diagnosis = await investigate({
      files: app(`app.get("/weavers/:weaver", (req, res) => show(req, res));`),
      server: ({ url }, response) => {
        const isGone = url === "/weavers/2";
        const link = isGone ? { link: '</weavers/4>; rel="successor-version"' } : {};
        response.writeHead(isGone ? 410 : url === "/weavers/4" ? 200 : 404, { "content-type": "text/plain", ...link });
        response.end(url === "/weavers/4" ? "Lund" : "nothing");
      },
      http: "GET ORIGIN/weavers/2\n",
    });
    assert.equal(verdictOf(diagnosis), "lifecycle/merged", diagnosis.verdict.summary);
    assert.match(diagnosis.fixes[0]?.request?.url ?? "", /\/weavers\/4$/);
  });

  it("a path of the same collection that only this answer names is its successor", async () => {
    const diagnosis = await investigate({
      files: app(`app.get("/choirs/:choir", (req, res) => show(req, res));`),
      server: (request, response) => {
        const path = request.url ?? "";
        const gone = { reason: "dissolved", sings_with: "/choirs/lark" };
        const isFound = path === "/choirs/lark";
        const body = path === "/choirs/wren" ? gone : path.startsWith("/choirs/") ? { reason: "no choir" } : {};
        response.writeHead(isFound ? 200 : 404, { "content-type": "application/json" });
        response.end(JSON.stringify(isFound ? { choir: "lark" } : body));
      },
      http: "GET ORIGIN/choirs/wren\n",
    });
    assert.equal(verdictOf(diagnosis), "lifecycle/merged", diagnosis.verdict.summary);
    assert.match(diagnosis.fixes[0]?.request?.url ?? "", /\/choirs\/lark$/);
  });
});

it("a miss that carries a sentence of its own is not the framework's, one that only says so is", () => {
  const read = (text: string) => missesAsRouter(withoutOwnWords({ text, called: "" }), "fastapi");
  assert.ok(!read('raise HTTPException(404, "no reservations on this day")'));
  assert.ok(!read('raise HTTPException(status_code=404, detail=f"Model {key} does not exist")'));
  assert.ok(!read(`raise web.HTTPNotFound(text='{"error": "unknown beach"}', content_type="application/json")`));
  assert.ok(read("raise web.HTTPNotFound()"));
  assert.ok(read("raise HTTPException(404)"));
  assert.ok(read('raise HTTPException(404, "Not Found")'));
  assert.ok(read('abort(404, "gone")\nraise HTTPException(404)'));
});

it("the framework's own 404 is known in the words that handlers use for it", () => {
  const says = (text: string, framework = "express") => missesAsRouter({ text, called: "" }, framework);
  for (const text of [
    "raise HTTPException(404)",
    "raise HTTPException(status_code=status.HTTP_404_NOT_FOUND)",
    "return get_object_or_404(Berth, pk=pk)",
    "raise Http404",
    "abort(404)",
    "return reply.callNotFound();",
    "return c.notFound();",
    "return res.sendStatus(404);",
    "if (!row) return next();",
    "next('route')",
    "throw new NotFoundException();",
  ]) {
    assert.ok(says(text), text);
  }
  assert.ok(says("ctx.state.seen = true", "koa"));
  for (const text of [
    "res.json(rows)",
    "return next(error);",
    "iterator.next()",
    "res.status(400).end()",
    "abort(403)",
  ]) {
    assert.ok(!says(text), text);
  }
});

it("where another spelling answers on the same route, the request is repeated twice: instances take turns", async () => {
  let turn = 0;
  const diagnosis = await investigate({
    files: app(`app.get("/prints/:print", (req, res) => show(req, res));`),
    server: (request, response) => {
      const path = request.url ?? "";
      const isKnown = path.startsWith("/prints/");
      const isCopied = turn++ % 2 === 1;
      const isFound = isKnown && isCopied && /^\/prints\/p-31\/?$/.test(path);
      response.writeHead(isFound ? 200 : 404, { "content-type": "application/json" });
      response.end(JSON.stringify(isFound ? { print: "p-31" } : { error: isKnown ? "no print" : "no route" }));
    },
    http: "GET ORIGIN/prints/p-31\n",
  });
  assert.equal(verdictOf(diagnosis), "lifecycle/not-yet-visible", diagnosis.verdict.summary);
});

it("a lookup that missed twice is asked once more at once: the first two may have fallen on the same instance", async () => {
  let asked = 0;
  const diagnosis = await investigate({
    files: app(`app.get("/prints/:print", (req, res) => show(req, res));`),
    server: (request, response) => {
      const path = request.url ?? "";
      const isFound = path === "/prints/p-30" || (path === "/prints/p-31" && asked++ % 3 === 2);
      response.writeHead(isFound ? 200 : 404, { "content-type": "application/json" });
      const missed = path.startsWith("/prints/") ? { error: "no print" } : { error: "no route" };
      response.end(JSON.stringify(isFound ? { print: path.slice(8) } : missed));
    },
    http: "GET ORIGIN/prints/p-31\n\n###\nGET ORIGIN/prints/p-30\n",
  });
  assert.equal(verdictOf(diagnosis), "lifecycle/not-yet-visible", diagnosis.verdict.summary);
});

describe("a route that is missed while others of its router are served", () => {
  const fastapi = (handler: string) => ({
    "app.py": `from fastapi import FastAPI, HTTPException
app = FastAPI()

@app.get("/tours/{slug}/dates")
def dates(slug: str):
    return []

@app.get("/tours/{slug}/guides")
def guides(slug: str):
    ${handler}
`,
  });
  const ask = (handler: string) =>
    investigate({
      files: fastapi(handler),
      server: ({ url = "" }, response) => {
        const isFound = /^\/tours\/[\w-]+\/dates$/.test(url);
        response.writeHead(isFound ? 200 : 404, { "content-type": "application/json" });
        response.end(isFound ? "[]" : '{"detail":"Not Found"}');
      },
      http: "GET ORIGIN/tours/old-town/guides\n",
    });
  const sayings = ({ steps }: Awaited<ReturnType<typeof ask>>) => steps.flatMap(({ findings }) => findings).join("\n");

  it("is not deployed where its handler cannot miss", async () => {
    const diagnosis = await ask('return {"guides": []}');
    assert.equal(verdictOf(diagnosis), "route-not-served/not-deployed", diagnosis.verdict.summary);
    assert.match(sayings(diagnosis), /while it serves GET \/tours\/\{slug\}\/dates of the same router/);
  });

  it("stays open where its handler may answer so itself, and what is served is not said to be missed", async () => {
    const diagnosis = await ask("return await load_or_raise(slug)");
    assert.equal(verdictOf(diagnosis), "undecided", diagnosis.verdict.summary);
    assert.doesNotMatch(sayings(diagnosis), /is missed as well/);
    assert.match(sayings(diagnosis), /It serves GET \/tours\/\{slug\}\/dates of the same router/);
  });
});
