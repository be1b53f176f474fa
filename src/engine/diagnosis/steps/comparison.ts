import type { Coordinate } from "../../model/diagnosis.ts";
import { parseTargetUri } from "../../targetUri.ts";
import { isHostScopeOpen } from "../experiments/scopes/hostTenants.ts";
import type { Known, Observation, Result, StepReport } from "../known.ts";
import { isFound } from "../responses/answers.ts";
import { describeDifference } from "./routing/near.ts";
import { observeVariants } from "./variants.ts";

/** Step comparison: the failing request beside a working example of the same type, and what differs between the two. */
export function examineComparison(known: Known): StepReport {
  const working = findWorkingExample(known);
  const observations = [...observeVariants(known, "comparison"), ...observeHostScope(known)];
  if (working) {
    // What an observation says already is not said again.
    const isSaid = observations.some(({ probe }) => probe === working.probe.id);
    return {
      id: "comparison",
      status: "finding",
      remarks: isSaid
        ? []
        : [
            `${working.probe.method} ${working.probe.url} answers ${working.probe.exchange.response?.status}: only ${describe(known, working)} ${working.experiment.varies === "credentials" ? "differ" : "differs"}.`,
          ],
      observations,
    };
  }
  const near = known.match.near[0];
  if (near && near.differs.length > 0 && !known.match.matched) {
    const remark = `No working example was found. The nearest route is ${near.route.method} ${near.route.path}: ${describeDifference(near)}.`;
    return { id: "comparison", status: "done", remarks: [remark], observations };
  }
  const reason = known.replay ? "No working example of the same type was found." : "Nothing was sent to compare with.";
  return { id: "comparison", status: known.replay ? "inconclusive" : "skipped", remarks: [reason], observations };
}

/** Code that chooses whose data is looked up by the host, for one that the workspace does not name. */
function observeHostScope(known: Known): readonly Observation[] {
  const reader = known.surroundings.hostReader;
  if (reader === null || !isHostScopeOpen(known)) {
    return [];
  }
  const statement = `${reader.file}:${reader.line} chooses whose data is looked up by the host, and nothing shows that ${known.target.host} is anybody's.`;
  return [{ step: "comparison", rule: "host-scope-open", statement, claim: null, probe: null, location: reader }];
}

/** The probe that shows what success looks like: the right route first, then a neighbour of the same route. */
function findWorkingExample(known: Known): Result | null {
  const isWorking = (result: Result) => isFound(known, result.probe);
  const roles = ["near", "variant", "elsewhere", "identity", "neighbour", "twin"];
  const working = known.results.filter((result) => roles.includes(result.experiment.role) && isWorking(result));
  return working.sort((a, b) => roles.indexOf(a.experiment.role) - roles.indexOf(b.experiment.role))[0] ?? null;
}

const fields: Readonly<Partial<Record<Coordinate, string>>> = {
  cache: "a query that no cache has stored",
  negotiation: "what the request fields negotiate",
};

function describe(known: Known, working: Result): string {
  const { varies } = working.experiment;
  const differing = describeSegments(known.target.segments, parseTargetUri(working.probe.url)?.segments ?? []);
  return differing !== null && varies !== "slash"
    ? `the ${varies} (${differing})`
    : (fields[varies] ?? `the ${varies}`);
}

/** What one path has otherwise than the other, such as `"v2" for "v1"`; null where that is nothing, or too much to read. */
function describeSegments(own: readonly string[], other: readonly string[]): string | null {
  if (own.length === other.length) {
    const differing = other.flatMap((text, index) => (text === own[index] ? [] : [`"${text}" for "${own[index]}"`]));
    return differing.length === 0 || differing.length > 2 ? null : differing.join(", ");
  }
  const shortest = Math.min(own.length, other.length);
  const headEnd = own.findIndex((text, index) => text !== other[index]);
  const head = headEnd < 0 ? shortest : Math.min(headEnd, shortest);
  let tail = 0;
  while (tail < shortest - head && own.at(-1 - tail) === other.at(-1 - tail)) {
    tail += 1;
  }
  const [less, more] = [own, other].map((segments) => segments.slice(head, segments.length - tail).join("/"));
  if (less === "" || more === "") {
    return less === "" ? `with one more "/${more}"` : `without "/${less}"`;
  }
  return `"/${more}" for "/${less}"`;
}
