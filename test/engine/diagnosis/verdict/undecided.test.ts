import assert from "node:assert/strict";
import type { RequestListener } from "node:http";
import { describe, it } from "node:test";
import { investigate, verdictOf } from "../investigate.ts";

const missing: RequestListener = (_request, response) => void response.writeHead(404).end();

describe("a verdict that stays open", () => {
  it("says that everything is alike where it is, and what would decide", async () => {
    const diagnosis = await investigate({ server: missing, http: "GET ORIGIN/porting/requests/PR-418/schedule\n" });
    assert.equal(verdictOf(diagnosis), "undecided", diagnosis.verdict.summary);
    assert.match(
      diagnosis.verdict.summary,
      /^All that was asked of 127\.0\.0\.1:\d+ got the same answer: .* look alike\. To decide: send it one request that is known to work/,
    );
    assert.deepEqual(
      diagnosis.fixes.map(({ kind, title, edit }) => [kind, title, edit]),
      [["ask", "Send it one request that is known to work, and compare", null]],
    );
    const said = diagnosis.steps.flatMap(({ findings }) => findings).join("\n");
    assert.doesNotMatch(said, /No route took|no route took|no access rule/);
  });

  it("links the route that it calls the nearest, however far that is", async () => {
    const files = {
      "app.js": `const express = require("express");
const app = express();
app.get("/harbours/:harbour/tides", (req, res) => res.json(tides(req.params)));
app.listen(3000);
`,
    };
    const diagnosis = await investigate({ files, server: missing, http: "GET ORIGIN/harbours/husum/fees\n" });
    assert.equal(verdictOf(diagnosis), "undecided", diagnosis.verdict.summary);
    assert.match(
      diagnosis.verdict.summary,
      /The nearest of this workspace is GET \/harbours\/\{harbour\}\/tides \(app\.js:3\)/,
    );
    assert.ok(
      diagnosis.links.some(({ role, file, line }) => role === "candidate-route" && file === "app.js" && line === 3),
    );
    assert.deepEqual(
      diagnosis.fixes.map(({ kind }) => kind),
      ["ask"],
    );
  });

  it("says nothing of code that is not in the folder where code is", async () => {
    const files = { "server.js": 'require("node:http").createServer(answer).listen(3000);\n' };
    const { verdict } = await investigate({
      files,
      server: ({ url }, response) => void response.writeHead(url === "/" ? 200 : 404).end(url === "/" ? "home" : "no"),
      http: "GET ORIGIN/auctions/upcoming\n\n###\nGET ORIGIN/\n",
    });
    assert.doesNotMatch(verdict.summary, /not in this folder/);
    assert.match(verdict.summary, /To decide: /);
  });
});

it("a mount whose prefix is not known is named before another build is suspected", async () => {
  const files = {
    "app.js": `const express = require("express");
const pages = require("./pages");
const app = express();
app.use(process.env.MOUNT, pages);
app.listen(3000);
`,
    "pages.js": `const { Router } = require("express");
const pages = Router();
pages.get("/pages/:page", (req, res) => res.json(find(req.params.page)));
module.exports = pages;
`,
  };
  const diagnosis = await investigate({ files, server: missing, http: "GET ORIGIN/pages/prices\n" });
  assert.equal(verdictOf(diagnosis), "undecided", diagnosis.verdict.summary);
  assert.match(
    diagnosis.verdict.summary,
    /GET \/pages\/\{page\} may lie under a prefix that is not known here \(process\.env\.MOUNT\)/,
  );
  assert.match(diagnosis.fixes[0]?.title ?? "", /^Find out that prefix/);
});
