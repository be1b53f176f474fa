import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { investigate, type Setting, verdictOf } from "./investigate.ts";

const app = (handler: string) => `import express from "express";
import { isOn } from "./switches.js";
const app = express();
app.get("/lamps", list);
app.get("/lamps/:lamp/beam", (req, res) => {
${handler}
});
app.listen(3000);
`;
const asking =
  '  if (!isOn("beams")) return res.status(404).json({ error: "nothing" });\n  res.json({ lamp: req.params.lamp });';
const lookingUp =
  '  if (isOn("beams")) log(req.path);\n  const lamp = lamps.get(req.params.lamp);\n  if (!lamp) return res.status(404).json({ error: "nothing" });\n  res.json(lamp);';

function setting(handler: string, switches: string, served: readonly string[] = []): Setting {
  return {
    files: { "app.js": app(handler), "config/switches.json": switches },
    server: (request, response) => {
      const isServed = request.url === "/lamps" || served.includes(request.url ?? "");
      const miss = /^\/lamps\/[\w-]+\/beam$/.test(request.url ?? "") ? { error: "nothing" } : { error: "no such path" };
      response.writeHead(isServed ? 200 : 404, { "content-type": "application/json" });
      response.end(JSON.stringify(isServed ? [{ lamp: "l-2" }] : miss));
    },
    http: "GET ORIGIN/lamps/l-1/beam\n",
  };
}

describe("a switch that a handler asks", () => {
  it("is what is off, and the line that sets it is evidence and a link", async () => {
    const diagnosis = await investigate(setting(asking, '{\n  "beams": { "on": false }\n}\n'));
    assert.equal(verdictOf(diagnosis), "lifecycle/feature-off");
    assert.match(diagnosis.verdict.summary, /app\.js:6.*config\/switches\.json:2/);
    assert.ok(diagnosis.links.some(({ file, line }) => file === "config/switches.json" && line === 2));
    assert.ok(diagnosis.evidence.some(({ location }) => location?.file === "config/switches.json"));
  });

  it("yields where the workspace says that it is on", async () => {
    const diagnosis = await investigate(setting(asking, '{\n  "beams": { "on": true }\n}\n'));
    assert.notEqual(verdictOf(diagnosis), "lifecycle/feature-off");
    assert.ok(diagnosis.evidence.some(({ statement }) => /config\/switches\.json:2 says .* is served/.test(statement)));
  });

  it("says nothing where another of the same route answers", async () => {
    const served = setting(asking, '{\n  "beams": { "on": false }\n}\n', ["/lamps/l-2/beam"]);
    const diagnosis = await investigate({
      ...served,
      http: "GET ORIGIN/lamps/l-1/beam\n\n###\nGET ORIGIN/lamps/l-2/beam\n",
    });
    assert.equal(verdictOf(diagnosis), "stale-identifier/unknown-id");
  });

  it("is not to be confused with what the handler looks up", async () => {
    const diagnosis = await investigate(setting(lookingUp, '{\n  "beams": { "on": false }\n}\n'));
    assert.notEqual(verdictOf(diagnosis), "lifecycle/feature-off");
  });
});

describe("a switch that decides about a whole router", () => {
  const files = {
    "app.js": `import express from "express";
import { lamps } from "./lamps.js";
const app = express();
if (process.env.LAMPS_ENABLED === "true") app.use("/lamps", lamps);
app.listen(3000);
`,
    "lamps.js": `import { Router } from "express";
export const lamps = Router();
lamps.get("/all", all);
lamps.get("/lit", lit);
`,
  };
  const ask = (served: readonly string[]) =>
    investigate({
      files,
      server: ({ url = "", method }, response) => {
        const isServed = served.includes(url);
        response.writeHead(isServed ? 200 : 404, { "content-type": isServed ? "application/json" : "text/html" });
        response.end(isServed ? "[1]" : `<!DOCTYPE html><html><body><pre>Cannot ${method} ${url}</pre></body></html>`);
      },
      http: "GET ORIGIN/lamps/lit\n\n###\nGET ORIGIN/lamps/all\n",
    });

  it("is off where nothing of the router answers", async () => {
    assert.equal(verdictOf(await ask([])), "lifecycle/feature-off");
  });

  it("is on where another route of the router answers", async () => {
    assert.notEqual(verdictOf(await ask(["/lamps/all"])), "lifecycle/feature-off");
  });
});
