import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findFunctionHosts } from "../../../../../src/engine/diagnosis/workspace/gateways/functionHosts.ts";
import { investigate, verdictOf } from "../../investigate.ts";

const winches = `import { app } from "@azure/functions";
app.http("getWinch", { methods: ["GET"], route: "winches/{id}", handler: getWinch });
`;

/** A host of functions that serves one winch at the path given, and answers nothing with nothing. */
function ask(host: string, served: string, path: string) {
  return investigate({
    files: { "host.json": host, "src/functions/winches.js": winches },
    server: ({ url = "" }, response) => {
      const isThere = url === served;
      response.writeHead(isThere ? 200 : 404, isThere ? { "content-type": "application/json" } : {});
      response.end(isThere ? '{"id":"north"}' : "");
    },
    http: `GET ORIGIN${path}\n`,
  });
}

describe("the prefix that a host of functions puts before their routes", () => {
  it("is api where nothing sets it", async () => {
    const diagnosis = await ask('{ "version": "2.0" }', "/api/winches/north", "/winches/north");
    assert.equal(verdictOf(diagnosis), "rewrite-mismatch/base-path", diagnosis.verdict.summary);
    assert.match(
      diagnosis.verdict.summary,
      /the prefix "api", which Azure Functions have where host\.json:1 sets none/,
    );
    assert.match(diagnosis.fixes[0]?.request?.url ?? "", /\/api\/winches\/north$/);
  });

  it("is none where an empty one is set", async () => {
    const host = '{\n  "version": "2.0",\n  "extensions": { "http": { "routePrefix": "" } }\n}\n';
    const diagnosis = await ask(host, "/winches/north", "/api/winches/north");
    assert.equal(verdictOf(diagnosis), "rewrite-mismatch/base-path", diagnosis.verdict.summary);
    assert.match(diagnosis.verdict.summary, /has no prefix, which host\.json:3 sets/);
    assert.ok(diagnosis.links.some(({ file, line }) => file === "host.json" && line === 3));
  });

  it("is not tried where no function has such a route", async () => {
    const { log } = await ask('{ "version": "2.0" }', "/api/winches/north", "/ropes/north");
    assert.ok(!log.some((line) => line.includes("/api/ropes")), log.join(", "));
  });

  it("is that of a host of functions only", () => {
    const files = [
      { file: "host.json", text: '{ "host": "example.test" }' },
      { file: "winches.js", text: winches },
    ];
    assert.deepEqual(findFunctionHosts(files), []);
  });
});
