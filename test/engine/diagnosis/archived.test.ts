import assert from "node:assert/strict";
import { test } from "node:test";
import { findPastParameter } from "../../../src/engine/diagnosis/experiments/archived.ts";

test("the parameter by which a handler shows what is past is read in the ways frameworks read a query", () => {
  const handlers: readonly (readonly [string, string | null])[] = [
    ['rows.filter((row) => !row.archived || req.query.include === "archived")', "include=archived"],
    ['if request.args.get("archived") == "true":', "archived=true"],
    ['return row if request.args.get("withdrawn") == "1" else None', "withdrawn=1"],
    ["const all = c.req.query('show_deleted');", "show_deleted=true"],
    ['if (url.searchParams.get("state") !== "closed") return next();', "state=closed"],
    ["const { rows } = query.with_trashed ? everything : live;", "with_trashed=true"],
    ['items = request.GET.get("status", "") == "inactive"', "status=inactive"],
    ["const page = req.query.page ?? 1;", null],
    ["if (row.archived) return res.sendStatus(404);", null],
  ];
  for (const [text, parameter] of handlers) {
    assert.equal(findPastParameter(text), parameter, text);
  }
});
