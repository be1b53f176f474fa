import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { investigate, verdictOf } from "../../investigate.ts";

const app = `const app = require("express")();
const { ask } = require("./central");
app.get("/rings/:code", async (req, res) => {
  const bird = await ask(req.params.code);
  return bird ? res.json(bird) : res.status(404).json({ error: "no ring" });
});
app.listen(3000);
`;
const python = `from flask import Flask, abort

from central import ask

app = Flask(__name__)


@app.get("/rings/<code>")
def ring(code):
    return ask(code) or abort(404)
`;
const asking = (rest: string) =>
  `exports.ask = async (code) => {\n  const answer = await fetch(central + code);\n${rest}};\n`;
const swallowing: readonly (readonly [what: string, files: Readonly<Record<string, string>>, at: string])[] = [
  [
    "a catch",
    {
      "app.js": app,
      "central.js":
        "exports.ask = async (code) => {\n  try {\n    return await got(central + code).json();\n  } catch {\n    return null;\n  }\n};\n",
    },
    "central.js:4",
  ],
  [
    "a promise",
    { "app.js": app, "central.js": "exports.ask = (code) => fetch(central + code).catch(() => null);\n" },
    "central.js:1",
  ],
  [
    "an answer that is not a success",
    { "app.js": app, "central.js": asking("  if (!answer.ok) return null;\n  return answer.json();\n") },
    "central.js:3",
  ],
  [
    "an exception",
    {
      "app.py": python,
      "central.py":
        "import httpx\n\n\ndef ask(code):\n    try:\n        return httpx.get(CENTRAL + code).json()\n    except httpx.HTTPError:\n        return None\n",
    },
    "central.py:7",
  ],
];

/** A service of rings that misses whatever is asked for, of which the file asks for two. */
function ask(files: Readonly<Record<string, string>>) {
  return investigate({
    files,
    server: ({ url }, response) => {
      response.writeHead(404, { "content-type": "application/json" });
      response.end(JSON.stringify({ error: url?.startsWith("/rings/") ? "no ring" : "no path" }));
    },
    http: "GET ORIGIN/rings/VT40912\n\n###\nGET ORIGIN/rings/VT40913\n",
  });
}

describe("a lookup in another service that may have failed", () => {
  for (const [what, files, at] of swallowing) {
    it(`leaves open whether the thing exists: ${what}`, async () => {
      const diagnosis = await ask(files);
      assert.equal(verdictOf(diagnosis), "undecided", diagnosis.verdict.summary);
      assert.ok(diagnosis.verdict.summary.includes(at), diagnosis.verdict.summary);
    });
  }

  it("is another thing where its failure is told apart, and where nothing is asked elsewhere", async () => {
    const told = asking("  if (answer.status === 404) return null;\n  return answer.json();\n");
    const own = "exports.ask = (code) => { try { return rows[code]; } catch { return null; } };\n";
    for (const central of [told, own]) {
      const diagnosis = await ask({ "app.js": app, "central.js": central });
      assert.equal(verdictOf(diagnosis), "stale-identifier/unknown-id", diagnosis.verdict.summary);
    }
  });
});
