import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { investigate, verdictOf } from "../../investigate.ts";

const app = (line: string) => ({
  "app.js": `const express = require("express");\nconst app = express();\n${line}\napp.listen(3000);\n`,
  "public/img/logo.svg": "<svg/>",
});

/** Serves the paths given, as Express misses all else. */
function serve(...served: readonly string[]): Parameters<typeof investigate>[0]["server"] {
  return ({ method, url = "" }, response) => {
    const isThere = served.includes(url);
    response.writeHead(isThere ? 200 : 404, { "content-type": isThere ? "image/svg+xml" : "text/html" });
    response.end(isThere ? "<svg/>" : `<pre>Cannot ${method} ${url}</pre>`);
  };
}

describe("a file of a folder that is served", () => {
  it("is there without the folder's name, which is no part of the URL", async () => {
    const diagnosis = await investigate({
      files: app('app.use(express.static("public"));'),
      server: serve("/img/logo.svg"),
      http: "GET ORIGIN/public/img/logo.svg\n",
    });
    assert.equal(verdictOf(diagnosis), "rewrite-mismatch/base-path", diagnosis.verdict.summary);
    assert.match(diagnosis.verdict.summary, /^"public" is the folder that app\.js:3 serves, and no part of the URL/);
    assert.match(diagnosis.fixes[0]?.request?.url ?? "", /\d\/img\/logo\.svg$/);
    assert.equal(diagnosis.fixes[0]?.verified, true);
  });

  it("is there under the path that the folder is mounted at", async () => {
    const diagnosis = await investigate({
      files: app('app.use("/assets", express.static("public"));'),
      server: serve("/assets/img/logo.svg"),
      http: "GET ORIGIN/img/logo.svg\n",
    });
    assert.equal(verdictOf(diagnosis), "rewrite-mismatch/base-path", diagnosis.verdict.summary);
    assert.match(diagnosis.verdict.summary, /served under \/assets \(app\.js:3\)/);
  });

  it("is asked for at the start of the site where the folder is one of a framework's own", async () => {
    const diagnosis = await investigate({
      files: { "public/img/logo.svg": "<svg/>", "package.json": '{ "dependencies": { "vite": "^7" } }' },
      server: serve("/img/logo.svg"),
      http: "GET ORIGIN/public/img/logo.svg\n",
    });
    assert.equal(verdictOf(diagnosis), "rewrite-mismatch/base-path", diagnosis.verdict.summary);
  });

  it("is nowhere where that does not answer either", async () => {
    const diagnosis = await investigate({
      files: app('app.use(express.static("public"));'),
      server: serve("/"),
      http: "GET ORIGIN/public/img/logo.svg\n",
    });
    assert.ok(diagnosis.log.includes("GET /img/logo.svg"));
    assert.notEqual(verdictOf(diagnosis), "rewrite-mismatch/base-path", diagnosis.verdict.summary);
  });
});
