import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findPatternRule } from "../../../../../src/engine/diagnosis/workspace/gateways/patternRules.ts";
import { investigate, verdictOf } from "../../investigate.ts";

const nginx = "location /shop/ {\n  rewrite ^/shop/([a-z]+)\\.html$ /items/$1/ break;\n}";

describe("a rule of a regular expression", () => {
  const cases: readonly (readonly [file: string, text: string, path: string, found: string | null])[] = [
    ["a.conf", nginx, "/shop/ladle.html", "2 takes /items/ladle/"],
    ["a.conf", nginx, "/shop/jam-kettle.html", "2 nearly takes /items/jam-kettle/"],
    ["a.conf", nginx, "/items/ladle/", null],
    ["a.conf", "rewrite ^/shop/(.*)$ /items/$1 permanent;", "/shop/ladle", null],
    ["a.conf", "rewrite ^/shop/(.*)$ https://other.test/$1;", "/shop/ladle", null],
    ["a.conf", "# rewrite ^/shop/(.*)$ /items/$1;", "/shop/ladle", null],
    [".htaccess", "RewriteRule ^shop/(\\d+)$ /items/$1 [L]", "/shop/7/", "1 nearly takes /items/7"],
    [".htaccess", "RewriteRule ^shop/(\\d+)$ /items/$1 [R=301,L]", "/shop/7", null],
    ["a.js", 'req.url = req.url.replace(/^\\/m/, "/mobile");', "/m/rides", "1 takes /mobile/rides"],
    [
      "a.ts",
      'const old = /^\\/m\\/(\\w+)/;\nctx.path = ctx.path.replace(old, "/touch/$1");',
      "/m/x",
      "2 takes /touch/x",
    ],
    ["a.js", 'const url = req.url.replace(/^\\/m/, "/mobile");', "/m/rides", null],
    [
      "a.py",
      'scope["path"] = re.sub(r"^/m/(\\w+)", r"/touch/\\1", scope["path"])',
      "/m/rides/2",
      "1 takes /touch/rides/2",
    ],
    ["a.conf", "rewrite ^/shop/([a-z /items/$1;", "/shop/x", null],
  ];
  for (const [file, text, path, found] of cases) {
    it(`${text.split("\n").at(-2) ?? text} for ${path}: ${found ?? "none"}`, () => {
      const rule = findPatternRule(path, [{ file, text }]);
      const said = rule && `${rule.location.line} ${rule.isTaken ? "takes" : "nearly takes"} ${rule.becomes}`;
      assert.equal(said, found);
    });
  }
});

const rides = `const app = require("express")();
const rides = require("./rides");
app.use(require("./smallScreens"));
app.use("/touch/rides", rides);
app.use("/rides", rides);
app.listen(3000);
`;
const files = {
  "app.js": rides,
  "rides.js": 'module.exports = require("express").Router().get("/:ride", (req, res) => res.json({}));\n',
};
const ask = (more: Readonly<Record<string, string>>, path: string, served: string) =>
  investigate({
    files: { ...files, ...more },
    server: ({ url }, response) => {
      response.writeHead(url === served ? 200 : 404, { "content-type": "text/plain" });
      response.end(url === served ? "here" : "This booth is closed.");
    },
    http: `GET ORIGIN${path}\n`,
  });

describe("a request that such a rule is for", () => {
  it("is given a path that nothing serves, though without its prefix it is served", async () => {
    const rule =
      'module.exports = (req, res, next) => {\n  req.url = req.url.replace(/^\\/m\\//, "/mobile/");\n  next();\n};\n';
    const diagnosis = await ask({ "smallScreens.js": rule }, "/m/rides/carousel", "/rides/carousel");
    assert.equal(verdictOf(diagnosis), "rewrite-mismatch/rewrite-rule", diagnosis.verdict.summary);
    assert.ok(diagnosis.verdict.summary.includes("smallScreens.js:2"), diagnosis.verdict.summary);
  });

  it("is not taken by a pattern that is too narrow, and answered where it would lead", async () => {
    const rule =
      "location /r/ {\n  rewrite ^/r/([a-z]+)\\.html$ /rides/$1 break;\n  proxy_pass http://localhost:3000;\n}";
    const diagnosis = await ask({ "nginx.conf": rule }, "/r/ghost-train.html", "/rides/ghost-train");
    assert.equal(verdictOf(diagnosis), "rewrite-mismatch/rewrite-rule", diagnosis.verdict.summary);
    assert.ok(diagnosis.verdict.summary.includes("nginx.conf:2"), diagnosis.verdict.summary);
  });
});
