import { type Comparison, compareWithTruth } from "./compare.ts";
import { findFalseFacts } from "./facts.ts";
import { findPython } from "./python.ts";
import { type CommandRun, runDiagnose } from "./runDiagnose.ts";
import { type Conduct, judgeConduct } from "./safety.ts";
import type { Scenario } from "./scenario.ts";
import { openStage } from "./stage.ts";

/** The measure of one scenario. */
export interface Result {
  readonly scenario: Scenario;
  readonly run: CommandRun;
  readonly comparison: Comparison;
  readonly conduct: Conduct;
}

/** Why a scenario cannot run on this machine, or null. */
export function whySkipped(scenario: Scenario): string | null {
  const missing = scenario.servers
    .map((server) => server.needs)
    .find((module) => module !== undefined && findPython(module) === null);
  return missing === undefined ? null : `no Python interpreter here has ${missing}`;
}

/** Diagnoses one scenario by the command line and compares what it says, and what it sent, with the truth. */
export async function runScenario(scenario: Scenario, cli: string): Promise<Result> {
  const stage = await openStage(scenario, "scenarios");
  try {
    const wrong = await findFalseFacts(scenario.before ?? [], stage);
    if (wrong.length > 0) {
      throw new Error(`${scenario.name}: ${wrong.join("; ")}`);
    }
    const skip = new Map(stage.servers.map((server) => [server.name, server.readLog().requests.length]));
    const run = await runDiagnose(scenario.ask, stage, cli);
    const conduct = judgeConduct(scenario, stage, skip, run.document);
    return { scenario, run, comparison: compareWithTruth(scenario, run.document, stage.ports), conduct };
  } finally {
    await stage.close();
  }
}

/** Starts a scenario's servers and returns a sentence for each of its facts that does not hold. */
export async function checkFacts(scenario: Scenario): Promise<readonly string[]> {
  const stage = await openStage(scenario, "scenario-facts");
  try {
    return await findFalseFacts([...(scenario.before ?? []), ...scenario.facts], stage);
  } finally {
    await stage.close();
  }
}

/** Runs a job for every item, `width` at a time, and returns the results in the order of the items. */
export async function mapConcurrently<Item, Out>(
  items: readonly Item[],
  width: number,
  job: (item: Item) => Promise<Out>,
): Promise<readonly Out[]> {
  const results: Out[] = [];
  let next = 0;
  const work = async () => {
    while (next < items.length) {
      const index = next++;
      results[index] = await job(items[index] as Item);
    }
  };
  await Promise.all(Array.from({ length: width }, work));
  return results;
}
