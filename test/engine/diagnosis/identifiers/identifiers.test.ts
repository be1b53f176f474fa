import assert from "node:assert/strict";
import { test } from "node:test";
import {
  findIdentifiers,
  makeUnknownIdentifier,
  shapeOf,
} from "../../../../src/engine/diagnosis/identifiers/identifiers.ts";
import { matchUrl } from "../../../../src/engine/routes/match/matchUrl.ts";
import { parseTargetUri } from "../../../../src/engine/targetUri.ts";
import { readTable } from "../../routes/workspace.ts";

test("the shape of a segment tells identifiers from the words of a path", () => {
  const shapes = {
    "8472": "integer",
    "6f9619ff-8b86-d011-b42d-00c04fc964ff": "uuid",
    "507f1f77bcf86cd799439011": "hex",
    "ORD-2041": "coded",
    ord_9x2: "coded",
    orders: null,
    v2: null,
    "v1.1": null,
    "2024-01-01": null,
    "app.3f2a.js": null,
    "": null,
  };
  for (const [segment, shape] of Object.entries(shapes)) {
    assert.equal(shapeOf(segment), shape, segment);
  }
});

test("an identifier made to name nothing keeps the shape of the one it stands for", () => {
  for (const shape of ["integer", "uuid", "hex", "coded"] as const) {
    assert.equal(shapeOf(makeUnknownIdentifier(shape, 42)), shape, shape);
  }
});

test("a made integer fits 32 bits, so that no server rejects it for its size", () => {
  assert.ok(Number(makeUnknownIdentifier("integer", 9999)) < 2 ** 31);
});

const app = `const app = require("express")();
app.get("/api/boilers/:boiler", show);
app.get("/api/boilers/:boiler/telemetry", list);
app.get("/albums/:slug", album);
app.get("/feeds/:feed/episodes/:guid", episode);
app.listen(3000);
`;

test("names come from where the path and the route that it comes near to agree", async () => {
  const table = await readTable({ "app.js": app });
  const names = (path: string) => {
    const url = `http://localhost${path}`;
    const target = parseTargetUri(url);
    assert.ok(target);
    return findIdentifiers(target, matchUrl(table, "GET", url)).map(({ name, value }) => `${name}=${value}`);
  };
  assert.deepEqual(names("/api/boilers/bl-7/telemetry"), ["boiler=bl-7"]);
  assert.deepEqual(names("/api/boilers/bl-7/readings"), ["boiler=bl-7"]);
  assert.deepEqual(names("/v2/api/boilers/bl-7"), ["boiler=bl-7"]);
  assert.deepEqual(names("/albums/lena/"), ["slug=lena"]);
  assert.deepEqual(names("/feeds/kernel/episode/41"), ["feed=kernel", "guid=41"]);
  assert.deepEqual(names("/g/2"), ["id=2"]);
});

test("what a route takes as a parameter is one, though it looks like a version, unless it is called so", async () => {
  const table = await readTable({
    "app.js": `const app = require("express")();
app.get("/rehearsals/:day", (req, res) => res.json({}));
app.get("/api/:version/releases/:tag", (req, res) => res.json({}));
app.get("/packages/:name/:version", (req, res) => res.json({}));
app.listen(3000);
`,
  });
  const identify = (url: string) => {
    const target = parseTargetUri(url);
    assert.ok(target);
    return findIdentifiers(target, matchUrl(table, "GET", url)).map(({ name, value }) => `${name} ${value}`);
  };
  assert.deepEqual(identify("http://h/rehearsals/2026-09-04"), ["day 2026-09-04"]);
  assert.deepEqual(identify("http://h/api/v2/releases/v3.1.0"), ["tag v3.1.0"]);
  assert.deepEqual(identify("http://h/packages/lute/2.1.0"), ["name lute", "version 2.1.0"]);
  assert.deepEqual(identify("http://h/v2/nothing"), []);
});
