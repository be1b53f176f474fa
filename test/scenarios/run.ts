import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { allScenarios } from "./allScenarios.ts";
import { freshScenarios } from "./freshScenarios.ts";
import { findFaults, layOutFailures, layOutResults, layOutTotals } from "./layOut.ts";
import { checkFacts, mapConcurrently, runScenario, whySkipped } from "./runScenario.ts";
import { addUp } from "./totals.ts";

/**
 * Measures the diagnosis on real workspaces with real servers: `node test/scenarios/run.ts [--only PART]… [--set fresh] [--facts] [--json] [--cli FILE]`.
 * `--set fresh` takes the scenarios no floor is set by; `--facts` only checks that the servers answer as the scenarios say; `--cli` names another entry of the command line.
 */
const { values } = parseArgs({
  options: {
    only: { type: "string", multiple: true },
    set: { type: "string" },
    facts: { type: "boolean" },
    json: { type: "boolean" },
    cli: { type: "string", default: "src/cli/main.ts" },
  },
});

// The command line is started for every scenario; it need not be compiled each time.
process.env["NODE_COMPILE_CACHE"] ??= join(tmpdir(), "diagnose-404-compiled");

const CONCURRENCY = 2;
const set = values.set === "fresh" ? freshScenarios : allScenarios;
const wanted = set.filter(({ name }) => values.only?.some((part) => name.includes(part)) ?? true);
const skipped = wanted.filter((scenario) => whySkipped(scenario) !== null);
const chosen = wanted.filter((scenario) => whySkipped(scenario) === null);
for (const scenario of skipped) {
  console.error(`skipped ${scenario.name}: ${whySkipped(scenario)}`);
}

async function printFacts(): Promise<number> {
  const wrong = await mapConcurrently(chosen, CONCURRENCY, async (scenario) => {
    const sentences = await checkFacts(scenario).catch((error: Error) => [error.message]);
    return sentences.map((sentence) => `${scenario.name}: ${sentence}`);
  });
  console.log(wrong.flat().join("\n"));
  console.log(`${chosen.length} scenarios, ${wrong.flat().length} facts do not hold`);
  return wrong.flat().length;
}

async function printMeasure(): Promise<number> {
  const results = await mapConcurrently(chosen, CONCURRENCY, (scenario) => runScenario(scenario, values.cli));
  const totals = addUp(results);
  if (values.json) {
    const list = results.map((result) => ({
      name: result.scenario.name,
      faults: findFaults(result),
      ...result.run,
      ...result.conduct,
    }));
    console.log(JSON.stringify({ totals, results: list }, null, 2));
  } else {
    console.log(`${layOutResults(results)}\n\n${layOutTotals(totals)}\n${layOutFailures(results)}`);
  }
  return results.filter((result) => findFaults(result).length > 0).length;
}

const faults = values.facts ? await printFacts() : await printMeasure();
process.exitCode = faults === 0 ? 0 : 1;
