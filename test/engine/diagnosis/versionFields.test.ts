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

it("a field that a parameter of FastAPI takes is asked for, where the answer speaks of its version and a text names another", async () => {
  const editions = `from fastapi import Depends, FastAPI, Header, HTTPException

def edition(ledger_edition: str = Header("2024-01")):
    if ledger_edition != "2031-01":
        raise HTTPException(404, "edition-not-served")

app = FastAPI(dependencies=[Depends(edition)])

@app.get("/entries/{number}")
def entry(number: int): ...
`;
  const diagnosis = await investigate({
    files: { "main.py": editions, "CHANGES.md": "Clients say `Ledger-Edition: 2031-01`.\n" },
    server: ({ url, headers }, response) => {
      const isRouted = url?.startsWith("/entries/") === true;
      const isThere = url === "/entries/88" && headers["ledger-edition"] === "2031-01";
      response.writeHead(isThere ? 200 : 404, { "content-type": "application/json" });
      response.end(JSON.stringify(isThere ? { sacks: 40 } : { detail: isRouted ? "edition-not-served" : "Not Found" }));
    },
    http: "GET ORIGIN/entries/88\n",
  });
  assert.equal(verdictOf(diagnosis), "route-drift/version-selector", diagnosis.verdict.summary);
  assert.match(diagnosis.fixes[0]?.title ?? "", /Send ledger-edition: 2031-01/i);
});
