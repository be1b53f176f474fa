import assert from "node:assert/strict";
import { test } from "node:test";
import { findPastParameter } from "../../../src/engine/diagnosis/experiments/identifiers/archived.ts";
import { investigate, verdictOf } from "./investigate.ts";

test("the parameter by which a handler shows what is past is read in the ways frameworks read a query", () => {
  const handlers: readonly (readonly [string, string | null])[] = [
    ['rows.filter((row) => !row.archived || req.query.include === "archived")', "include=archived"],
    ['if request.args.get("archived") == "true":', "archived=true"],
    ['return row if request.args.get("withdrawn") == "1" else None', "withdrawn=1"],
    ["const all = c.req.query('show_deleted');", "show_deleted=true"],
    ['if (url.searchParams.get("state") !== "closed") return next();', "state=closed"],
    ["const { rows } = query.with_trashed ? everything : live;", "with_trashed=true"],
    ['items = request.GET.get("status", "") == "inactive"', "status=inactive"],
    ['titles.filter((one) => one.active || req.query.all === "1")', "all=1"],
    ["const rows = include.includeInactive(req.query.includeInactive);", "includeInactive=true"],
    ["const all = Object.keys(req.query.all ?? {});", null],
    ["const page = req.query.page ?? 1;", null],
    ["if (row.archived) return res.sendStatus(404);", null],
  ];
  for (const [text, parameter] of handlers) {
    assert.equal(findPastParameter(text), parameter, text);
  }
});

test("a parameter that a document writes is asked for where data holds the record in that state, as what it is", async () => {
  const diagnosis = await investigate({
    files: {
      "app.js": `import express from "express";
import { find } from "./find.js";
const app = express();
app.get("/wines/:wine", (req, res) => find(req, res));
app.listen(3000);
`,
      "wines.json": '[{ "wine": "crais", "state": "retired" }]\n',
      "README.md": "Wines that left the list stay on record: `show=retired`.\n",
    },
    server: (request, response) => {
      const isShown = request.url === "/wines/crais?show=retired";
      const miss = request.url?.startsWith("/wines/") ? { error: "no such wine" } : { error: "no such path" };
      response.writeHead(isShown ? 200 : 404, { "content-type": "application/json" });
      response.end(JSON.stringify(isShown ? { wine: "crais" } : miss));
    },
    http: "GET ORIGIN/wines/crais\n",
  });
  assert.equal(verdictOf(diagnosis), "lifecycle/archived");
  assert.match(diagnosis.verdict.summary, /show=retired/);
  const asked = diagnosis.probes.filter(({ url }) => url.includes("?"));
  // The last is a query that means nothing, which a cache would answer as well.
  assert.deepEqual([...new Set(asked.map(({ varies }) => varies))], ["negotiation", "cache"]);
  assert.ok(!asked.some(({ url }) => url.includes("state=retired")), "nothing is asked once it is shown");
});

test("what data holds among the past is asked for where the workspace routes what is past", async () => {
  const ask = (held: string) =>
    investigate({
      files: {
        "app.js": `const app = require("express")();
const { CURRENT, PAST } = require("./store");
app.get("/wines/:wine", (req, res) => show(CURRENT, req, res));
app.get("/past-wines/:wine", (req, res) => show(PAST, req, res));
app.listen(3000);
`,
        "store.js": held,
      },
      server: ({ url }, response) => {
        const isFound = url === "/past-wines/crais" || url === "/wines/merlot";
        const miss = url?.includes("wines/") ? { error: "no such wine" } : { error: "no such path" };
        response.writeHead(isFound ? 200 : 404, { "content-type": "application/json" });
        response.end(JSON.stringify(isFound ? { zone: "A" } : miss));
      },
      http: "GET ORIGIN/wines/crais\n\n###\nGET ORIGIN/wines/merlot\n",
    });
  const past = await ask(
    'exports.CURRENT = { "merlot": { zone: "B" } };\nexports.PAST = { "crais": { zone: "A" } };\n',
  );
  assert.equal(verdictOf(past), "lifecycle/archived", past.verdict.summary);
  assert.match(past.fixes[0]?.request?.url ?? "", /\/past-wines\/crais$/);
  const unknown = await ask('exports.CURRENT = { "merlot": { zone: "B" } };\n');
  assert.equal(verdictOf(unknown), "stale-identifier/unknown-id", unknown.verdict.summary);
  assert.ok(!unknown.log.some((line) => line.includes("past-wines")));
});
