import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { frameworks } from "../../../../src/engine/routes/frameworks/index.ts";
import { createCueTest } from "../../../../src/engine/routes/reading/cues.ts";
import { concernOf } from "../../../../src/engine/routes/reading/readFacts.ts";

/** A framework of which only the cue matters. */
function withCue(cue: RegExp) {
  return { name: "sample", languages: ["javascript"], cue } as const;
}

const cases: readonly (readonly [cue: RegExp, texts: readonly string[], others: readonly string[]])[] = [
  [/\bflask\b/, ["import flask"], ["flasks", "xflask"]],
  [/\b(?:fastapi|APIRouter)\b/, ["a APIRouter("], ["apirouter", "fastapis"]],
  [/@nestjs\//, ['"@nestjs/common"'], ["nestjs/common"]],
  [/\bcreate(?:Secure)?Server\b/, ["createServer(", "createSecureServer("], ["createServers"]],
  [/\bfrom\s+["']astro["']|\bAPIRoute\b/, ['from  "astro"', ": APIRoute"], ["from astro"]],
  [/(?:app|router)\w*\s*\.\s*get\s*\(/i, ["APP1 .get ("], ["map.get("]],
];

describe("the test for cues", () => {
  for (const [cue, texts, others] of cases) {
    it(String(cue), () => {
      const test = createCueTest([withCue(/\bunrelated\b/), withCue(cue)]);
      assert.deepEqual(
        [...texts, ...others].filter((text) => test("javascript", text)),
        texts,
      );
      assert.ok(!texts.some((text) => test("python", text)));
    });
  }

  it("finds what the frameworks' own cues find", () => {
    const test = createCueTest(frameworks);
    const samples = [
      "const app = require('fastify')()",
      "import Koa from '@koa/router'",
      "export const GET = (request: NextRequest) => 1",
      "import { Hono } from 'hono'",
      "router.get('/a', b)",
      "export default defineEventHandler(() => 1)",
      "import { json } from '@sveltejs/kit'",
      "const limit = 3;",
      "// WITHOUT WARRANTIES OF ANY KIND, either express or implied.",
      "const level = /h3/.exec(tag) ?? murmurhash3(text);",
      'import { createRouter } from "h3";',
    ];
    for (const text of samples) {
      const own = frameworks.some((each) => each.languages.includes("typescript") && each.cue.test(text));
      assert.equal(test("typescript", text), own, text);
    }
  });

  it("takes no licence, tag or workflow for a framework or a gateway", () => {
    const test = createCueTest(frameworks);
    assert.ok(!test("typescript", "// WITHOUT WARRANTIES OF ANY KIND, either express or implied."));
    assert.ok(!test("typescript", "// Glue code: wrapper.get(key) ?? styleMapping.get(key)"));
    assert.ok(test("typescript", "export default (subapp) => subapp.get(PATH, show);"));
    assert.ok(!test("typescript", "const level = /h3/.exec(tag) ?? murmurhash3(text);"));
    assert.ok(test("typescript", 'import { createRouter } from "h3"; // either express or implied'));
    const concerns = [
      "on: push\njobs: {}\n",
      "kind: Ingress\nspec: {}\n",
      "rule: PathPrefix(`/api`)\n",
      'openapi: "3.1.0"\n',
    ];
    assert.deepEqual(
      concerns.map((text) => concernOf("deploy/a.yaml", text)),
      ["nothing", "routes", "routes", "routes"],
    );
  });
});
