import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { investigate, verdictOf } from "../../investigate.ts";

const files = (location: string) => ({
  "app.js": 'const app = require("express")();\napp.get("/gliders/:reg", show);\napp.listen(3000);\n',
  "ops/nginx.conf": `server {\n  listen 80;\n  location ${location} {\n    proxy_pass http://127.0.0.1:3000/;\n  }\n}\n`,
});

/** A front that passes on what begins with /booking/, and answers all else with a page of its own. */
const server: Parameters<typeof investigate>[0]["server"] = ({ url = "" }, response) => {
  const isFound = url === "/booking/gliders/D-1234" || url === "/booking/";
  response.writeHead(isFound ? 200 : 404, { "content-type": isFound ? "application/json" : "text/html" });
  response.end(isFound ? '{"reg":"D-1234"}' : "<html><head><title>404 Not Found</title></head></html>");
};

describe("a path that no rule of the workspace's proxy takes", () => {
  it("is asked for under the prefix that is passed on to its route, and the rule is linked", async () => {
    const diagnosis = await investigate({ files: files("/booking/"), server, http: "GET ORIGIN/gliders/D-1234\n" });
    assert.equal(verdictOf(diagnosis), "rewrite-mismatch/base-path", diagnosis.verdict.summary);
    assert.match(diagnosis.verdict.summary, /lacks the prefix "\/booking".*ops\/nginx\.conf:\d/);
    assert.match(diagnosis.fixes[0]?.request?.url ?? "", /\/booking\/gliders\/D-1234$/);
    assert.ok(diagnosis.links.some(({ role, file }) => role === "rewrite" && file === "ops/nginx.conf"));
  });

  it("is asked for as it is where a rule takes everything", async () => {
    const { log } = await investigate({ files: files("/"), server, http: "GET ORIGIN/gliders/D-1234\n" });
    assert.ok(!log.some((line) => line.startsWith("GET /booking/")), log.join("\n"));
  });

  it("has the prefix that a generator of sites is told, where it names a file", async () => {
    const diagnosis = await investigate({
      files: { "vite.config.js": 'export default {\n  base: "/booking/",\n};\n' },
      server: ({ url = "" }, response) => {
        const isFound = url === "/booking/logo.svg";
        response.writeHead(isFound ? 200 : 404, { "content-type": isFound ? "image/svg+xml" : "application/xml" });
        response.end(isFound ? "<svg/>" : "<Error><Code>NoSuchKey</Code><Message>none</Message></Error>");
      },
      http: "GET ORIGIN/logo.svg\n",
    });
    assert.equal(verdictOf(diagnosis), "rewrite-mismatch/base-path", diagnosis.verdict.summary);
    assert.match(diagnosis.verdict.summary, /vite\.config\.js:2/);
  });
});
