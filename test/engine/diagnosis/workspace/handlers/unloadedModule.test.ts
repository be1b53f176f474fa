import assert from "node:assert/strict";
import type { RequestListener } from "node:http";
import { describe, it } from "node:test";
import { investigate, verdictOf } from "../../investigate.ts";

const app = `import express from "express";
import "./routes/boats.js";
import { router } from "./router.js";

export const app = express();
app.use("/harbour", router);
`;
const router = `import { Router } from "express";

export const router = Router();
`;
const adds = (path: string) => `import { router } from "../router.js";

router.get("${path}", (request, response) => response.json([]));
`;
const harbour = {
  "package.json": '{ "type": "module", "dependencies": { "express": "5" } }',
  "app.js": app,
  "router.js": router,
  "routes/boats.js": adds("/boats"),
  "routes/winches.js": adds("/winches"),
  "main.js": 'import { app } from "./app.js";\n\napp.listen(process.env.PORT);\n',
};

/** Answers as Express does that has the boats alone, or, with words of its own, the winches as well. */
const serve =
  (missing?: string): RequestListener =>
  (request, response) => {
    const isMissing = missing !== undefined && request.url === "/harbour/winches";
    const isServed = request.url === "/harbour/boats" && request.method === "GET";
    response.writeHead(isServed ? 200 : 404, {
      "content-type": isServed || isMissing ? "application/json" : "text/html; charset=utf-8",
      "x-powered-by": "Express",
    });
    const own = isServed ? "[]" : missing;
    response.end(
      isServed || isMissing ? own : `<html><body><pre>Cannot ${request.method} ${request.url}</pre></body></html>`,
    );
  };

const ask = (files: Readonly<Record<string, string>>) =>
  investigate({ files, server: serve(), http: "GET ORIGIN/harbour/winches\n" });

describe("a module that adds a route to another one's router", () => {
  it("is named where nothing imports it, with the line that imports another", async () => {
    const diagnosis = await ask(harbour);
    assert.equal(verdictOf(diagnosis), "route-not-served/not-registered", diagnosis.verdict.summary);
    assert.match(diagnosis.verdict.summary, /routes\/winches\.js:3, but nothing imports routes\/winches\.js/);
    assert.ok(diagnosis.evidence.some(({ location }) => location?.file === "app.js" && location.line === 2));
    assert.equal(diagnosis.fixes[0]?.kind, "register-route");
    assert.match(diagnosis.fixes[0]?.title ?? "", /^Import routes\/winches\.js .* app\.js:2/);
  });

  const loaded = {
    "an import over several lines": { "routes/all.py": "from routes import (\n    boats,\n    winches,\n)\n" },
    "a name in a list": { "routes.json": '["routes/boats", "routes/winches"]' },
    "a folder that is read": { "load.js": 'for (const file of readdirSync("routes")) import(file);\n' },
    "a start of its own": { "routes/winches.js": `${adds("/winches")}\nrouter.listen(8080);\n` },
    "a router of its own": {
      "routes/winches.js": adds("/winches").replace(
        'import { router } from "../router.js"',
        "const router = globalThis.router",
      ),
    },
  };
  for (const [how, files] of Object.entries(loaded)) {
    it(`is not called so where there is ${how}`, async () => {
      const diagnosis = await ask({ ...harbour, ...files });
      assert.ok(
        !diagnosis.evidence.some(({ statement }) => /nothing imports/.test(statement)),
        diagnosis.verdict.summary,
      );
    });
  }

  it("is of no interest where its route is served", async () => {
    const server = serve('{"error":"no winches"}');
    const diagnosis = await investigate({ files: harbour, server, http: "GET ORIGIN/harbour/winches\n" });
    assert.notEqual(diagnosis.verdict.kind, "not-registered", diagnosis.verdict.summary);
  });
});
