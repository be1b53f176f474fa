import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { investigate, verdictOf } from "../../investigate.ts";

const app = `const app = require("express")();
const { all, find } = require("./sails");
app.get("/sails", (req, res) => res.json(all()));
app.get("/sails/:no", (req, res) => {
  const sail = find(req.params.no);
  return sail ? res.json(sail) : res.status(404).json({ error: "no such sail" });
});
app.listen(3000);
`;
const python = (lookup: string) => `from flask import Flask, abort

from sails import all_sails, find

app = Flask(__name__)


@app.get("/sails")
def sails():
    return all_sails()


@app.get("/sails/<no>")
def sail(no):
    return find(no) or abort(404)
${lookup}`;

/** A loft whose list names S-18 and, where it is `listed`, the sail that is asked for and missed. */
function ask(files: Readonly<Record<string, string>>, listed = true) {
  return investigate({
    files,
    server: ({ url }, response) => {
      const list = [{ no: "S-18" }, ...(listed ? [{ no: "S-19" }] : [])];
      const found = { "/sails": list, "/sails/S-18": { no: "S-18" } }[url ?? ""];
      response.writeHead(found ? 200 : 404, { "content-type": "application/json" });
      response.end(JSON.stringify(found ?? { error: url?.startsWith("/sails/") ? "no such sail" : "no path" }));
    },
    http: "GET ORIGIN/sails/S-19\n",
  });
}

const map = `const sails = [];
const answers = new Map();
exports.all = () => sails;
exports.find = (no) => {
  if (!answers.has(no)) answers.set(no, sails.find((sail) => sail.no === no) ?? null);
  return answers.get(no);
};
`;
const keeping: readonly (readonly [what: string, files: Readonly<Record<string, string>>, at: string])[] = [
  ["a map", { "app.js": app, "sails.js": map }, "sails.js:5"],
  [
    "a wrapper",
    {
      "app.js": app,
      "sails.js":
        'const { remember } = require("./remember");\nexports.all = () => sails;\nexports.find = remember((no) => sails.find((sail) => sail.no === no));\n',
    },
    "sails.js:3",
  ],
  [
    "a decorator",
    {
      "app.py": python(""),
      "sails.py":
        "from functools import lru_cache\n\n\ndef all_sails():\n    return SAILS\n\n\n@lru_cache(maxsize=None)\ndef find(no):\n    return SAILS.get(no)\n",
    },
    "sails.py:8",
  ],
];

describe("a lookup that keeps what it did not find", () => {
  for (const [what, files, at] of keeping) {
    it(`is an old miss where the list names the thing: ${what}`, async () => {
      const diagnosis = await ask(files);
      assert.equal(verdictOf(diagnosis), "cached-miss/framework-cache", diagnosis.verdict.summary);
      assert.ok(diagnosis.verdict.summary.includes(at), diagnosis.verdict.summary);
    });
  }

  it("is none where the list does not name it", async () => {
    const diagnosis = await ask({ "app.js": app, "sails.js": map }, false);
    assert.equal(verdictOf(diagnosis), "stale-identifier/unknown-id", diagnosis.verdict.summary);
  });

  it("is none where nothing is kept", async () => {
    const plain =
      "const sails = [];\nexports.all = () => sails;\nexports.find = (no) => sails.find((sail) => sail.no === no);\n";
    const diagnosis = await ask({ "app.js": app, "sails.js": plain });
    assert.notEqual(verdictOf(diagnosis), "cached-miss/framework-cache", diagnosis.verdict.summary);
  });
});

const shelves = `const app = require("express")();
const { rendered } = require("./rendered");
app.get("/weeks/:week", rendered, (req, res) => {
  const count = counts.get(req.params.week);
  return count ? res.json(count) : res.status(404).json({ error: "not counted" });
});
app.listen(3000);
`;
const rendered = `const shelf = new Map();
exports.rendered = async (req, res, next) => {
  const kept = shelf.get(req.originalUrl);
  if (kept) return res.status(kept.status).json(kept.body);
  const json = res.json.bind(res);
  res.json = (body) => {
    shelf.set(req.originalUrl, { status: res.statusCode, body });
    return json(body);
  };
  next();
};
`;

/** A counter of fish whose old miss is kept under its URL where it `keeps`. */
function askWeek(keeps: boolean) {
  return investigate({
    files: { "app.js": shelves, "rendered.js": rendered },
    server: ({ url }, response) => {
      const isFound = url === "/weeks/46" || (keeps && url?.startsWith("/weeks/47?"));
      response.writeHead(isFound ? 200 : 404, { "content-type": "application/json" });
      response.end(isFound ? '{"eel":4}' : `{"error":"${url?.startsWith("/weeks/") ? "not counted" : "no path"}"}`);
    },
    http: "GET ORIGIN/weeks/47\n\n###\nGET ORIGIN/weeks/46\n",
  });
}

describe("a program that keeps its answers by their URL", () => {
  it("is past its old miss with a query that it has not kept", async () => {
    const { verdict, ...diagnosis } = await askWeek(true);
    assert.equal(verdictOf({ verdict, ...diagnosis }), "cached-miss/framework-cache", verdict.summary);
    assert.ok(verdict.summary.includes("rendered.js:7"), verdict.summary);
  });

  it("keeps no old miss where a new query misses alike", async () => {
    const diagnosis = await askWeek(false);
    assert.equal(verdictOf(diagnosis), "stale-identifier/unknown-id", diagnosis.verdict.summary);
  });
});
