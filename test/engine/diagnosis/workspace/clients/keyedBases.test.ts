import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import { findKeyedBases } from "../../../../../src/engine/diagnosis/workspace/clients/keyedBases.ts";
import type { Enclosing } from "../../../../../src/engine/diagnosis/workspace/records/enclosing.ts";
import type { ResolvedRequest } from "../../../../../src/engine/model/request.ts";
import { investigate, verdictOf } from "../../investigate.ts";
import { startRecorder } from "../../recorder.ts";

const app = `const app = require("express")();
app.get("/v1/buoys/:buoy", (request, response) => read(request, response));
app.listen(3000);
`;
const data = 'exports.buoys = {\n  pacific: { "bx-0417": 27.9 },\n  indian: { "bx-2201": 29.6 },\n};\n';

const indian = await startRecorder(({ url }, response) => {
  response.writeHead(url === "/v1/buoys/bx-2201" ? 200 : 404, { "content-type": "application/json" });
  response.end(url === "/v1/buoys/bx-2201" ? '{"celsius":29.6}' : '{"error":"not here"}');
});
after(() => indian.close());

/** The pacific is asked for a buoy that data holds under `indian`; ORIGIN stands for the pacific, OTHER for the server of the indian. */
async function ask(files: Readonly<Record<string, string>>) {
  const filled = Object.entries(files).map(([file, text]) => [file, text.replaceAll("OTHER", indian.origin)]);
  return investigate({
    files: { "app.js": app, "buoys.js": data, ...Object.fromEntries(filled) },
    server: ({ url }, response) => {
      const missed = url?.startsWith("/v1/buoys/") ? { error: "not here" } : { error: "no such path" };
      response.writeHead(url === "/v1/buoys/bx-0417" ? 200 : 404, { "content-type": "application/json" });
      response.end(JSON.stringify(url === "/v1/buoys/bx-0417" ? {} : missed));
    },
    http: "GET ORIGIN/v1/buoys/bx-2201\nAuthorization: Bearer mine\n",
  });
}

describe("a base URL that the workspace lists under the name under which data holds the thing", () => {
  const lists: readonly (readonly [file: string, text: string])[] = [
    ["deploy/oceans.yaml", "oceans:\n  pacific:\n    url: ORIGIN\n    buoys: 12\n  indian:\n    url: OTHER\n"],
    ["deploy/oceans.toml", '[oceans.pacific]\nendpoint = "ORIGIN"\n\n[oceans.indian]\nendpoint = "OTHER"\n'],
    ["oceans.json", '{ "pacific": { "base": "ORIGIN/v1" }, "indian": { "base": "OTHER/v1" } }\n'],
    ["oceans.py", 'PACIFIC = Ocean("P", "ORIGIN")\nINDIAN = Ocean("I", "OTHER")\n'],
    ["oceans.py", 'OCEANS = {\n    "pacific": "ORIGIN",\n    "indian": "OTHER",\n}\n'],
  ];
  for (const [file, text] of lists) {
    it(`is asked, without credentials, and has it: ${file}`, async () => {
      indian.log.length = 0;
      const diagnosis = await ask({ [file]: text });
      assert.equal(verdictOf(diagnosis), "wrong-scope/wrong-region", diagnosis.verdict.summary);
      assert.equal(diagnosis.fixes[0]?.request?.url, `${indian.origin}/v1/buoys/bx-2201`);
      assert.ok(diagnosis.links.some((link) => link.file === file));
      assert.deepEqual(indian.credentials(), []);
    });
  }

  it("is asked where it stands in one list with the request's own, but for one of callers", async () => {
    const listed = await ask({ "buoys.js": "", "oceans.js": 'const OCEANS = ["ORIGIN", "OTHER"];\n' });
    assert.equal(verdictOf(listed), "wrong-scope/wrong-region", listed.verdict.summary);
    indian.log.length = 0;
    await ask({ "buoys.js": "", "cors.js": 'const allowedOrigins = ["ORIGIN", "OTHER"];\n' });
    await ask({ "buoys.js": "", "oceans.js": 'const PACIFIC = "ORIGIN";\nconst INDIAN = "OTHER";\n' });
    assert.deepEqual(indian.log, []);
  });

  it("is found by the name of the file that holds the thing, too", async () => {
    const files = { "buoys.js": "", "buoys/indian.json": '{ "bx-2201": { "celsius": 29.6 } }\n' };
    const diagnosis = await ask({ ...files, "oceans.json": '{ "pacific": "ORIGIN", "indian": "OTHER" }\n' });
    assert.equal(verdictOf(diagnosis), "wrong-scope/wrong-region", diagnosis.verdict.summary);
  });

  const others: readonly (readonly [why: string, text: string])[] = [
    ["the file does not list the one that was asked", '{ "indian": { "base": "OTHER" } }\n'],
    ["it stands under another name", '{ "pacific": { "base": "ORIGIN" }, "atlantic": { "base": "OTHER" } }\n'],
  ];
  for (const [why, text] of others) {
    it(`is not asked where ${why}`, async () => {
      indian.log.length = 0;
      const diagnosis = await ask({ "oceans.json": text });
      assert.notEqual(diagnosis.verdict.cause, "wrong-scope", diagnosis.verdict.summary);
      assert.deepEqual(indian.log, []);
    });
  }
});

describe("what a list of base URLs leads to", () => {
  const scopes = [{ value: "eu", name: "region" }] as unknown as readonly Enclosing[];
  const basesOf = async (own: string, other: string) => {
    const request = { url: `${own}/orders/7`, headers: [], urlParts: [] } as unknown as ResolvedRequest;
    const text = JSON.stringify({ us: own, eu: other });
    return (await findKeyedBases(request, scopes, [{ file: "sites.json", text }])).map(({ request: { url } }) => url);
  };

  it("is asked on this machine and on the request's own site", async () => {
    for (const [own, other] of [
      ["https://us.shop.example", "https://eu.shop.example"],
      ["https://us.shop.co.uk", "https://eu.shop.co.uk"],
      ["https://shop.example:8443", "https://shop.example:9443"],
      ["https://us.shop.example", "http://localhost:4000"],
    ] as const) {
      assert.deepEqual(await basesOf(own, other), [`${other}/orders/7`]);
    }
  });

  it("is left alone on anybody else's", async () => {
    for (const [own, other] of [
      ["https://us.shop.example", "https://eu.partner.example"],
      ["https://shop.co.uk", "https://partner.co.uk"],
      ["https://shop.example", "https://partner.example"],
      ["http://10.0.0.7", "http://11.0.0.7"],
    ] as const) {
      assert.deepEqual(await basesOf(own, other), []);
    }
  });
});
