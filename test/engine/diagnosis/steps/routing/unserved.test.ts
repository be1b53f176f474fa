import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { investigate, verdictOf } from "../../investigate.ts";

const left = `const { Router } = require("express");
const orders = Router();
orders.get("/orders/:id", (req, res) => res.json({}));
module.exports = orders;
`;
const copied = {
  "legacy/orders.js": left,
  "src/app.js": `const express = require("express");
const app = express();
const orders = express.Router();
orders.get("/:id", (req, res) => res.json({}));
app.use("/loft/orders", orders);
app.listen(3000);
`,
};

/** Answers the paths given, everything else as Express does. */
function serve(...served: readonly string[]): Parameters<typeof investigate>[0]["server"] {
  return ({ method, url = "" }, response) => {
    const isThere = served.includes(url);
    response.writeHead(isThere ? 200 : 404, { "content-type": isThere ? "application/json" : "text/html" });
    response.end(isThere ? `{"path":"${url}"}` : `<pre>Cannot ${method} ${url}</pre>`);
  };
}

describe("a router that nothing mounts, beside one that is served behind a prefix", () => {
  it("is a copy that was left behind where the prefix is what the path lacks", async () => {
    const diagnosis = await investigate({
      files: copied,
      server: serve("/loft/orders/1204"),
      http: "GET ORIGIN/orders/1204\n",
    });
    assert.equal(verdictOf(diagnosis), "rewrite-mismatch/base-path", diagnosis.verdict.summary);
    assert.match(diagnosis.fixes[0]?.request?.url ?? "", /\/loft\/orders\/1204$/);
    assert.ok(diagnosis.fixes[0]?.verified);
    assert.ok(!diagnosis.links.some(({ role, file }) => role === "broken-route" && file.startsWith("legacy/")));
  });

  it("is not surely what is missing where nothing else answers either", async () => {
    const { verdict } = await investigate({ files: copied, server: serve(), http: "GET ORIGIN/orders/1204\n" });
    assert.ok(verdict.confidence < 0.75, `${verdict.kind} ${verdict.confidence}`);
  });

  it("is what is missing where no other route takes the path", async () => {
    const diagnosis = await investigate({
      files: { ...copied, "src/app.js": (copied["src/app.js"] ?? "").replace("/loft/orders", "/invoices") },
      server: serve("/invoices/7"),
      http: "GET ORIGIN/orders/1204\n",
    });
    assert.equal(verdictOf(diagnosis), "route-not-served/not-registered", diagnosis.verdict.summary);
  });
});

describe("a route behind a more general one that may pass requests on", () => {
  const files = {
    "app.js": `const express = require("express");
const app = express();
app.get(/^\\/tickets\\/([\\w-]+)$/, (req, res, next) => {
  load(req.params[0], (error, ticket) => (error ? next(error) : res.json(ticket)));
});
app.get("/tickets/unassigned", (req, res) => res.json([]));
app.listen(3000);
`,
  };
  const answer =
    (message: string): Parameters<typeof investigate>[0]["server"] =>
    ({ url = "" }, response) => {
      const isThere = url === "/tickets/1042" || url === "/tickets/unassigned/";
      const missed = /^\/tickets\/[\w-]+$/.test(url) ? message : `Cannot GET ${url}`;
      response.writeHead(isThere ? 200 : 404, { "content-type": "application/json" });
      response.end(JSON.stringify(isThere ? { path: url } : { message: missed }));
    };

  it("is taken its requests where a handler ran that missed", async () => {
    const diagnosis = await investigate({
      files,
      server: answer("no ticket"),
      http: "GET ORIGIN/tickets/unassigned\n",
    });
    assert.equal(verdictOf(diagnosis), "route-not-served/shadowed", diagnosis.verdict.summary);
    assert.equal(diagnosis.fixes[0]?.title, "Register GET /tickets/unassigned before app.js:3");
  });

  it("is not where the general one is asked for one of its own", async () => {
    const diagnosis = await investigate({ files, server: answer("no ticket"), http: "GET ORIGIN/tickets/1043\n" });
    assert.notEqual(verdictOf(diagnosis), "route-not-served/shadowed", diagnosis.verdict.summary);
  });
});

describe("a router that a function of the workspace makes a handler for one host of", () => {
  const files = {
    "src/app.js": `const express = require("express");
const { byHost } = require("./byHost");
const { bakery } = require("./bakery");
const app = express();
app.use(byHost("bakery.courier.test", bakery));
app.listen(3000);
`,
    "src/byHost.js": `exports.byHost = (host, router) => (req, res, next) => (req.hostname === host ? router(req, res, next) : next());
`,
    "src/bakery.js": `const { Router } = require("express");
const bakery = Router();
bakery.get("/offers", (req, res) => res.json([]));
exports.bakery = bakery;
`,
  };

  it("is asked under that host before anything is said of its mount", async () => {
    const diagnosis = await investigate({
      files,
      server: (request, response) => {
        const isThere = request.url === "/offers" && request.headers.host === "bakery.courier.test";
        response.writeHead(isThere ? 200 : 404, { "content-type": "application/json" });
        response.end(isThere ? '[{"item":"rye"}]' : '{"error":"unknown shop"}');
      },
      http: "GET ORIGIN/offers\n",
    });
    assert.equal(verdictOf(diagnosis), "other-responder/host-unmatched", diagnosis.verdict.summary);
    assert.match(diagnosis.verdict.summary, /bakery\.courier\.test/);
  });

  it("is not called forgotten where no host answers", async () => {
    const { verdict } = await investigate({ files, server: serve(), http: "GET ORIGIN/offers\n" });
    assert.notEqual(verdict.kind, "not-registered", verdict.summary);
  });
});
