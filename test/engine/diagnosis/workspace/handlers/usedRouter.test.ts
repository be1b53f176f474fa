import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { investigate } from "../../investigate.ts";

const refunds = `import { Router } from "express";

export const refunds = Router();
refunds.get("/refunds", (request, response) => response.json([]));
`;
const app = (lines: string) => `import express from "express";
import { refunds } from "./refunds.js";

const app = express();
app.get("/orders", (request, response) => response.json([]));
${lines}
app.listen(process.env.PORT);
`;

/** Asks for the route that nothing is seen to mount of an application that misses it as Express does. */
const ask = (files: Readonly<Record<string, string>>) =>
  investigate({
    files: { "package.json": '{ "dependencies": { "express": "5" } }', "refunds.js": refunds, ...files },
    server: ({ method, url }, response) => {
      response.writeHead(404, { "content-type": "text/html; charset=utf-8", "x-powered-by": "Express" });
      response.end(`<!DOCTYPE html><html><body><pre>Cannot ${method} ${url}</pre></body></html>`);
    },
    http: "GET ORIGIN/refunds\n",
  });

describe("a router that nothing is seen to mount", () => {
  const unused = {
    "is imported": { "app.js": app("") },
    "was mounted once": { "app.js": app('// app.use("/", refunds);') },
    "is handed on": { "app.js": app("export { refunds };") },
    "has a namesake elsewhere": {
      "app.js": app("").replace("./refunds.js", "./old/refunds.js"),
      "old/refunds.js": "export const refunds = [];\n",
    },
  };
  for (const [how, files] of Object.entries(unused)) {
    it(`is surely forgotten where it only ${how}`, async () => {
      const { verdict } = await ask(files);
      assert.equal(verdict.kind, "not-registered", verdict.summary);
      assert.ok(verdict.confidence >= 0.9, String(verdict.confidence));
    });
  }

  const used = {
    "called for one host": {
      line: "app.use((request, response, next) => (request.hostname === shop ? refunds(request, response, next) : next()));",
      said: /under a prefix that is not wholly known \(mounted where it cannot be followed \(app\.js:6\)\)/,
    },
    "kept by a key": {
      line: "const shops = { [shop]: () => refunds }; serve(app, (request) => shops[request.hostname]?.());",
      said: /no mount of its router is seen; app\.js:6 may do it/,
    },
  };
  for (const [how, { line, said }] of Object.entries(used)) {
    it(`is not surely forgotten where it is ${how}, and the line is named`, async () => {
      const { verdict, evidence } = await ask({ "app.js": app(line) });
      assert.ok(verdict.confidence < 0.7, `${verdict.kind} ${verdict.confidence}`);
      assert.ok(
        evidence.some(({ statement }) => said.test(statement)),
        evidence.map(({ statement }) => statement).join("\n"),
      );
      assert.match(verdict.summary, /app\.js:6.* To decide: look at app\.js:6/);
    });
  }
});
