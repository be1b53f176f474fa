import type { Response } from "../../../model/exchange.ts";
import { findByJsonPath } from "../../../requests/variables/jsonPath.ts";
import type { ExistenceCheck, Expectation } from "../../checks/existenceCheck.ts";
import { nameRecord } from "../../identifiers/lookedUp.ts";
import { type Known, type Observation, type Result, resultsOf } from "../../known.ts";

/** What a configured check found: the thing, the thing marked as deleted, nothing, or an answer that tells neither. */
type Finding = "there" | "deleted" | "not there" | "untold";

/** What the configured checks say of the thing that the endpoint missed, each with the line that configures it. */
export function observeChecks(known: Known): readonly Observation[] {
  return known.checks.checks.flatMap(({ check }) => {
    const result = resultOf(known, check);
    return result ? observe(known, check, result) : [];
  });
}

/** Why checks say nothing: they cannot be used, or were answered with something else. */
export function remarkChecks(known: Known): readonly string[] {
  const untold = known.checks.checks.flatMap(({ check }) => {
    const result = resultOf(known, check);
    const { response = null, failure = null } = result?.probe.exchange ?? {};
    const isUntold = result !== undefined && judge(check, response) === "untold";
    return isUntold
      ? [`The check "${check.name}" tells nothing: it answers ${response?.status ?? failure?.code}.`]
      : [];
  });
  return [...known.checks.problems, ...untold];
}

/** The name of a check that finds the thing alive; null when none does. */
export function findHolding(known: Known): string | null {
  const found = known.checks.checks.find(({ check }) => {
    const response = resultOf(known, check)?.probe.exchange.response ?? null;
    return judge(check, response) === "there";
  });
  return found?.check.name ?? null;
}

function resultOf(known: Known, { name }: ExistenceCheck): Result | undefined {
  return resultsOf(known, "check").find(({ experiment }) => experiment.id === `check:${name}`);
}

function judge({ exists, deleted }: ExistenceCheck, response: Response | null): Finding {
  if (response === null || response.status >= 500 || response.status === 401 || response.status === 403) {
    return "untold";
  }
  if (deleted !== null && holds(deleted, response)) {
    return "deleted";
  }
  if (holds(exists, response)) {
    return "there";
  }
  const isAnswer = response.status < 300 || response.status === 404 || response.status === 410;
  return isAnswer ? "not there" : "untold";
}

function holds({ status, jsonPath }: Expectation, response: Response): boolean {
  const isStatus = status === null ? response.status >= 200 && response.status < 300 : response.status === status;
  return isStatus && (jsonPath === null || isSomething(findByJsonPath(response.text, jsonPath)));
}

function isSomething(found: string | null): found is string {
  return found !== null && !/^(null|false|0|\s*|\[\s*\]|\{\s*\})$/.test(found);
}

function observe(known: Known, check: ExistenceCheck, { probe }: Result): readonly Observation[] {
  const what = nameRecord(known);
  const { response } = probe.exchange;
  const common = { step: "existence" as const, probe: probe.id, location: check.location };
  switch (judge(check, response)) {
    case "there":
      return [
        {
          ...common,
          rule: "check-has-it",
          statement: `The check "${check.name}" finds ${what} (${response?.status}): it exists.`,
          claim: null,
        },
      ];
    case "deleted": {
      const found = check.deleted?.jsonPath ? findByJsonPath(response?.text ?? "", check.deleted.jsonPath) : null;
      const mark = found === null ? `${response?.status}` : `${check.deleted?.jsonPath} is ${found.slice(0, 60)}`;
      return [
        {
          ...common,
          rule: "check-deleted",
          statement: `The check "${check.name}" finds ${what} marked as deleted: ${mark}.`,
          claim: `${what} was deleted, not lost: the check "${check.name}" still finds it, marked as deleted (${mark}).`,
        },
      ];
    }
    case "not there":
      return [
        {
          ...common,
          rule: "check-lacks-it",
          statement: `The check "${check.name}" does not find ${what} either (${response?.status}).`,
          claim: `There is no ${what}: the check "${check.name}" does not find it either.`,
        },
      ];
    default:
      return [];
  }
}
