import { decodeSegment } from "../../../routes/match/segmentLikeness.ts";
import { parseTargetUri } from "../../../targetUri.ts";
import { readCollection } from "../../identifiers/collection.ts";
import type { Identifier } from "../../identifiers/identifiers.ts";
import { beginWith, joinWords, nameKey, readKey } from "../../identifiers/lookedUp.ts";
import { type Known, type Observation, reportStep, resultsOf, type StepReport } from "../../known.ts";
import { isFound, sortAnswer } from "../../responses/answers.ts";
import { observeVariants } from "../variants.ts";
import { observeChecks, remarkChecks } from "./checks.ts";
import { observeEarlier } from "./earlier.ts";
import { observeKeptMiss } from "./kept.ts";
import { observeLifecycle } from "./lifecycle.ts";
import { observeMissedNeighbours, observeSharedMiss } from "./shared.ts";

/** Step existence: whether the collection lists the identifier, whether its neighbours answer, what a tombstone or an earlier response says. */
export function examineExistence(known: Known): StepReport {
  const report = examineNow(known);
  const earlier = observeEarlier(known);
  return earlier.length === 0
    ? report
    : {
        ...report,
        status: report.status === "skipped" ? "done" : report.status,
        observations: [...report.observations, ...earlier],
      };
}

/** What the server and the configured checks say of it now. */
function examineNow(known: Known): StepReport {
  const identifier = known.identifiers.at(-1);
  const lifecycle = observeLifecycle(known);
  if (!identifier) {
    const seen = [...lifecycle, ...observeChecks(known)];
    return seen.length > 0
      ? reportStep("existence", seen, [])
      : skip("The path holds nothing that is known to be an identifier.");
  }
  const observations = [
    ...lifecycle,
    ...observeCollection(known, identifier),
    ...observeKeptMiss(known),
    ...observeSharedMiss(known),
    ...observeMissedNeighbours(known),
    ...observeNeighbours(known, identifier),
    ...observeChecks(known),
    ...observeVariants(known, "existence"),
  ];
  const remarks = remarkChecks(known);
  if (observations.length > 0) {
    return reportStep("existence", observations, remarks);
  }
  if (resultsOf(known, "collection").length > 0 || resultsOf(known, "neighbour").length > 0) {
    const remark = `Neither its collection nor a neighbour shows whether ${nameKey(known, identifier)} exists.`;
    return { id: "existence", status: "inconclusive", remarks: [remark, ...remarks], observations: [] };
  }
  return skip("Not looked up: something before the lookup already decides.");
}

function skip(reason: string): StepReport {
  return { id: "existence", status: "skipped", remarks: [reason], observations: [] };
}

function observeCollection(known: Known, identifier: Identifier): readonly Observation[] {
  const result = resultsOf(known, "collection")[0];
  if (!result || sortAnswer(result.probe) !== "answers") {
    return [];
  }
  const { values, key, isWhole } = readCollection(result.probe.exchange.response?.text ?? "", identifier);
  const own = decodeSegment(identifier.value);
  const isListed = values.includes(own) || values.includes(identifier.value);
  if (key === null || (!isListed && !isWhole)) {
    return [];
  }
  const shown = `${values.slice(0, 4).join(", ")}${values.length > 4 ? ", …" : ""}`;
  const { value, collection } = readKey(known, identifier);
  return [
    {
      step: "existence",
      rule: isListed ? "collection-has-it" : "collection-lacks-it",
      statement: isListed
        ? `The collection lists ${key} ${own}.`
        : `The collection lists ${values.length} (${key} ${shown}), not ${own}.`,
      claim: isListed ? null : `There is no "${value}" in ${collection}: the collection lists ${shown}.`,
      probe: result.probe.id,
      location: null,
    },
  ];
}

function observeNeighbours(known: Known, identifier: Identifier): readonly Observation[] {
  const living = resultsOf(known, "neighbour").filter((result) => isFound(known, result.probe));
  const [first] = living;
  if (!first) {
    return [];
  }
  const status = first.probe.exchange.response?.status;
  const near = living.filter((result) => differingIn(known, result.probe.url).length === 1);
  const [blamed, ...others] = differingIn(known, (near[0] ?? first).probe.url);
  const shown = blamed && others.length === 0 ? blamed : identifier;
  const alike = near.filter((result) => differingIn(known, result.probe.url)[0]?.segment === shown.segment);
  const values = alike.map(({ probe }) => readKey(known, shown, parseTargetUri(probe.url)?.segments ?? []).value);
  const said = `${joinWords(values)} ${values.length === 1 ? "answers" : "answer"} ${status} on the same route`;
  const path = parseTargetUri(first.probe.url)?.path ?? "";
  const { name, value, collection } = readKey(known, shown);
  return [
    {
      step: "existence",
      rule: "neighbour-answers",
      statement: values.length === 0 ? `${path} answers ${status} on the same route.` : `${beginWith(name)} ${said}.`,
      claim:
        values.length === 0
          ? `One of the identifiers in this path is not there: ${path} answers ${status} on the same route.`
          : `There is no "${value}" in ${collection}: ${said}.`,
      probe: first.probe.id,
      location: null,
    },
  ];
}

/** The identifiers of the failing path that another path of the same route has otherwise. */
function differingIn(known: Known, url: string): readonly Identifier[] {
  return known.identifiers.filter((identifier) => identifierIn(url, identifier) !== identifier.value);
}

function identifierIn(url: string, identifier: Identifier): string {
  return (
    url
      .replace(/^\w+:\/\/[^/]*\/?/, "")
      .replace(/[?#].*$/, "")
      .split("/")[identifier.segment] ?? ""
  );
}
