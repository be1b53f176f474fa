import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { investigate, type Setting, verdictOf } from "./investigate.ts";

/** Answers what it knows, and misses the rest in the words of Express, by the path that `looksUp` makes of what was sent. */
function serve(known: readonly string[], looksUp = (path: string) => path): Setting["server"] {
  return ({ method, url = "" }, response) => {
    const path = looksUp(url);
    const isFound = known.includes(path);
    response.writeHead(isFound ? 200 : 404, { "content-type": isFound ? "application/json" : "text/html" });
    response.end(isFound ? "{}" : `<pre>Cannot ${method} ${path}</pre>`);
  };
}

const app = {
  "app.js": `const app = require("express")();
app.get("/albums/:id", (request, response) => show(request, response));
app.listen(3000);
`,
};

describe("slashes", () => {
  it("two at the start are no last slash too many, though the path arrives as it was sent", async () => {
    const diagnosis = await investigate({ files: app, server: serve(["/albums/7"]), http: "GET ORIGIN//albums/7\n" });
    assert.equal(verdictOf(diagnosis), "rewrite-mismatch/proxy-joins-wrong");
    assert.ok(diagnosis.verdict.confidence >= 0.9);
    assert.deepEqual(
      [diagnosis.fixes[0]?.request?.url.endsWith("/albums/7"), diagnosis.fixes[0]?.verified],
      [true, true],
    );
  });

  it("one that was sent encoded and is looked up as a slash splits the identifier on its way", async () => {
    const server = serve(["/albums/live"], (path) => path.replace(/%2f/gi, "/"));
    const diagnosis = await investigate({ files: app, server, http: "GET ORIGIN/albums/live%2F7\n" });
    assert.equal(verdictOf(diagnosis), "stale-identifier/id-encoding");
    assert.match(diagnosis.verdict.summary, /live%2F7 arrives as a slash.*app\.js:2/);
    assert.match(diagnosis.fixes[0]?.title ?? "", /pass %2F on/);
  });

  it("one that stays encoded until it is looked up is not blamed", async () => {
    const diagnosis = await investigate({
      files: app,
      server: serve(["/albums/live"]),
      http: "GET ORIGIN/albums/live%2F7\n",
    });
    assert.notEqual(verdictOf(diagnosis), "stale-identifier/id-encoding");
  });
});

it("a HEAD is missed by the router when a HEAD of no path is missed alike, whatever GET answers", async () => {
  const diagnosis = await investigate({
    files: app,
    server: ({ method, url = "" }, response) => {
      const isFound = method === "GET" && url === "/albums/7";
      response.writeHead(isFound ? 200 : 404, { "content-length": String(url.length) }).end();
    },
    http: "HEAD ORIGIN/albums/7\n",
  });
  assert.equal(verdictOf(diagnosis), "method-mismatch/head-not-routed");
  assert.ok(!JSON.stringify(diagnosis.steps).includes("is answered otherwise"));
});

it("a redirect that leaves out what a proxy takes off is tried with it, though no route has it", async () => {
  const diagnosis = await investigate({
    files: {
      "app.js": `const app = require("express")();
app.get("/courses/latest", (request, response) => response.redirect("/courses/7"));
app.get("/courses/:id", (request, response) => show(request, response));
app.listen(3000);
`,
      "nginx.conf": "server {\n  location /campus/ {\n    proxy_pass http://127.0.0.1:3000/;\n  }\n}\n",
    },
    server: ({ url = "" }, response) => {
      if (url === "/campus/courses/latest") {
        response.writeHead(302, { location: "/courses/7" }).end();
        return;
      }
      const isFound = url === "/campus/courses/7";
      response.writeHead(isFound ? 200 : 404, { "content-type": "application/json" }).end(isFound ? "{}" : "nothing");
    },
    http: "GET ORIGIN/campus/courses/latest\n",
  });
  assert.equal(verdictOf(diagnosis), "rewrite-mismatch/redirect-drops-path");
  assert.match(diagnosis.fixes[0]?.request?.url ?? "", /\/campus\/courses\/7$/);
});

it("a scope and a name are one identifier, also where the route is one parameter alone", async () => {
  const diagnosis = await investigate({
    files: {
      "app.js": `const app = require("express")();
app.get("/:name", (request, response) => show(request, response));
app.listen(3000);
`,
    },
    server: serve(["/lute", "/@bard%2Fverse"]),
    http: "GET ORIGIN/@bard/verse\n\n###\nGET ORIGIN/lute\n",
  });
  assert.equal(verdictOf(diagnosis), "stale-identifier/id-encoding");
  assert.match(diagnosis.fixes[0]?.request?.url ?? "", /\/@bard%2Fverse$/);
});
