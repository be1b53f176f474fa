import assert from "node:assert/strict";
import { it } from "node:test";
import { investigate, verdictOf } from "./investigate.ts";

const files = {
  "app.js": `import express from "express";
import { pick } from "./pick.js";
const app = express();
app.use(pick({ "2025-01-10": first, "2026-06-01": second }));
app.listen(3000);
`,
  "pick.js":
    'export const pick = (routers) => (req, res, next) => routers[req.get("Kiln-Version") ?? "2025-01-10"](req, res, next);\n',
  "package.json": '{ "name": "kilns", "version": "4.1.0", "type": "module" }\n',
};

/** Serves one path under one version, and gives back the version that it took. */
function serve(path: string, served: string): Parameters<typeof investigate>[0]["server"] {
  return ({ url, headers }, response) => {
    const version = String(headers["kiln-version"] ?? "2025-01-10");
    const isThere = url === path && version === served;
    response.writeHead(isThere ? 200 : 404, { "content-type": "application/json", "kiln-version": version });
    response.end(JSON.stringify(isThere ? { glaze: "ash" } : { error: "Unrecognized request URL." }));
  };
}

it("a version that the workspace names beside the one that was taken is asked for by the same field", async () => {
  const diagnosis = await investigate({
    files,
    server: serve("/kilns/3/glaze", "2026-06-01"),
    http: "GET ORIGIN/kilns/3/glaze\n",
  });
  assert.equal(verdictOf(diagnosis), "route-drift/version-selector");
  assert.match(
    diagnosis.verdict.summary,
    /Kiln-Version, which this request does not send: with "2026-06-01", which app\.js:4 names/i,
  );
  assert.match(diagnosis.fixes[0]?.title ?? "", /Send kiln-version: 2026-06-01/i);
  assert.equal(diagnosis.fixes[0]?.verified, true);
});

it("no other version is asked for where the workspace names none", async () => {
  const { "app.js": app, ...rest } = files;
  const probes: string[] = [];
  const server = serve("/kilns/3/glaze", "2026-06-01");
  const diagnosis = await investigate({
    files: { ...rest, "app.js": app.replace(/app\.use.*/, "app.use(pick(routers));") },
    server: (request, response) => {
      probes.push(String(request.headers["kiln-version"] ?? ""));
      server(request, response);
    },
    http: "GET ORIGIN/kilns/3/glaze\n",
  });
  assert.deepEqual(new Set(probes), new Set([""]));
  assert.notEqual(verdictOf(diagnosis), "route-drift/version-selector");
});
