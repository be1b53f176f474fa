import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { investigate } from "../../investigate.ts";

const files = {
  "app.js":
    'const app = require("express")();\napp.get("/rings/:code", (req, res) => look(req, res));\napp.listen(3000);\n',
};

/** A service of rings that has `found`; every other ring, and the list, are missed. */
const ask = (found: string | null, more = "\n###\nGET ORIGIN/rings/VT40913\n") =>
  investigate({
    files,
    server: ({ url }, response) => {
      const isFound = found !== null && url === `/rings/${found}`;
      response.writeHead(isFound ? 200 : 404, { "content-type": "application/json" });
      response.end(JSON.stringify(isFound ? {} : { error: url?.startsWith("/rings/") ? "no ring" : "no path" }));
    },
    http: `GET ORIGIN/rings/VT40912\n${more}`,
  });

describe("others of the same route that the file asks for", () => {
  it("make an unknown identifier doubtful where they are missed alike", async () => {
    const { verdict, evidence } = await ask(null);
    assert.ok(verdict.confidence <= 0.7, `${verdict.confidence}`);
    assert.ok(evidence.some(({ statement }) => /^\/rings\/VT40913, .* misses alike/.test(statement)));
  });

  it("make it sure where they answer, and say nothing where none is asked for", async () => {
    assert.ok((await ask("VT40913")).verdict.confidence > 0.9);
    assert.ok((await ask(null, "")).verdict.confidence > 0.7);
  });
});
