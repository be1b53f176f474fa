import assert from "node:assert/strict";
import { availableParallelism } from "node:os";
import { before, describe, it } from "node:test";
import { allScenarios } from "./allScenarios.ts";
import { lineOf } from "./compare.ts";
import { findFaults, layOutResults, layOutTotals } from "./layOut.ts";
import { checkFacts, mapConcurrently, type Result, runScenario, whySkipped } from "./runScenario.ts";
import { addUp, type Totals } from "./totals.ts";
import { causeOf } from "./vocabulary.ts";

/** A scenario waits for its servers and for the pace of probes more than it works. */
const concurrency = Math.min(8, 2 * availableParallelism());
const here = allScenarios.filter((scenario) => whySkipped(scenario) === null);

describe("the scenarios themselves", { concurrency }, () => {
  it("are at least 60, each with a name of its own", () => {
    assert.ok(allScenarios.length >= 60);
    assert.equal(new Set(allScenarios.map(({ name }) => name)).size, allScenarios.length);
  });

  it("name kinds of the vocabulary and lines that stand in their files", () => {
    for (const scenario of allScenarios) {
      scenario.truth.kinds.forEach(causeOf);
      for (const place of scenario.truth.links ?? []) {
        assert.ok(lineOf(place, scenario) > 0);
      }
    }
  });

  for (const scenario of allScenarios) {
    it(`${scenario.name}: the servers answer as the truth needs`, { skip: whySkipped(scenario) ?? false }, async () => {
      assert.deepEqual(await checkFacts(scenario), []);
    });
  }
});

describe("the diagnosis, measured on all scenarios", () => {
  let results: readonly Result[] = [];
  let totals: Totals;

  before(async () => {
    results = await mapConcurrently(here, concurrency, (scenario) => runScenario(scenario, "dist/cli.js"));
    totals = addUp(results);
    console.log(`${layOutResults(results)}\n\n${layOutTotals(totals)}`);
  });

  it("sends nothing unsafe without consent, and no credential to a server it was not written for", () => {
    const breaches = results.filter((result) =>
      findFaults(result).some((fault) => fault === "unsafe" || fault === "credentials"),
    );
    assert.deepEqual(
      breaches.map(({ scenario }) => scenario.name),
      [],
    );
  });

  it("keeps to its budget of probes", () => {
    assert.ok(totals.probes.max <= 12, `${totals.probes.max} probes`);
    assert.ok(totals.probes.median <= 8, `${totals.probes.median} probes`);
  });

  // What was reached, less a little: a floor that rises with the engine and never falls.
  const floors = { outcome: 0.99, cause: 0.96, kind: 0.95, link: 0.95, fix: 0.95, verified: 0.94 } as const;
  for (const name of ["outcome", "cause", "kind", "link", "fix", "verified"] as const) {
    it(`is right about the ${name} at least as often as before`, () => {
      assert.ok(totals[name] >= floors[name], `${name} ${totals[name].toFixed(3)}`);
    });
  }

  it("is as sure as it is right", () => {
    assert.ok(totals.calibrationError <= 0.06, `calibration error ${totals.calibrationError.toFixed(3)}`);
  });
});
