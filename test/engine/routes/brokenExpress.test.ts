import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { describe, it } from "node:test";
import type { RouteProblem } from "../../../src/engine/model/route.ts";
import { readTable } from "./workspace.ts";

const require = createRequire(import.meta.url);

const head = `const express = require("express");
const handlers = { list(req, res) { res.end(); } };
const app = express();
`;

interface BrokenCase {
  readonly line: string;
  readonly problem: RouteProblem | null;
}

// Each line is registered alone on the real Express, which throws exactly where the table names a problem.
const cases: readonly BrokenCase[] = [
  { line: `app.get("/a", handlers.list);`, problem: null },
  { line: `app.get("/a", handlers.lost);`, problem: "missing-handler" },
  { line: `app.get("/a", handlers.list, undefined);`, problem: "missing-handler" },
  { line: `app.route("/a").get(handlers.lost);`, problem: "missing-handler" },
  { line: `app.get("/a");`, problem: null },
  { line: `app.post("/a");`, problem: "missing-handler" },
  { line: `app.get("/a", [handlers.list, handlers.lost]);`, problem: "missing-handler" },
  { line: `app.get("/a/:id(\\\\d+)", handlers.list);`, problem: "constraint-conflict" },
  { line: `app.get("/a/:id?", handlers.list);`, problem: "constraint-conflict" },
  { line: `app.get("/a/*", handlers.list);`, problem: "constraint-conflict" },
  { line: `app.get("*", handlers.list);`, problem: "constraint-conflict" },
  { line: `app.get("/a/:", handlers.list);`, problem: "constraint-conflict" },
  { line: `app.get(["/a", "/b+"], handlers.list);`, problem: "constraint-conflict" },
  { line: `app.get("/a/*rest", handlers.list);`, problem: null },
  { line: `app.get("/a{/:id}", handlers.list);`, problem: null },
  { line: `app.get("/a\\\\(b\\\\)", handlers.list);`, problem: null },
  { line: `app.get("/a/:from-:to.:ext", handlers.list);`, problem: null },
  { line: `app.get(/^\\/a(b)?$/, handlers.list);`, problem: null },
];

describe("routes that the real Express 5 refuses to register", () => {
  for (const { line, problem } of cases) {
    it(`${problem ?? "none"}: ${line}`, async () => {
      const register = () => new Function("require", head + line)(require);
      if (problem === null) register();
      else assert.throws(register, TypeError);
      const { routes } = await readTable({
        "package.json": `{ "dependencies": { "express": "^5.1.0" } }`,
        "app.js": head + line,
      });
      const found = new Set(routes.flatMap((route) => route.problems));
      assert.deepEqual([...found], problem === null ? [] : [problem]);
    });
  }

  it("says nothing of constraints to those who use Express 4, or do not say which", async () => {
    for (const range of ["^4.18.0", "5.0.0-beta.1", "latest"]) {
      const { routes } = await readTable({
        "package.json": `{ "dependencies": { "express": "${range}" } }`,
        "app.js": `${head}app.get("/a/:id(\\\\d+)", handlers.list);`,
      });
      assert.deepEqual(
        routes.map((route) => route.problems),
        [[]],
      );
    }
  });
});
