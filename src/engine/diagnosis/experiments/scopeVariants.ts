import type { ResolvedRequest } from "../../model/request.ts";
import { parseTargetUri, type TargetUri } from "../../targetUri.ts";
import { sortAnswer } from "../answers.ts";
import { readCollection } from "../collection.ts";
import { type Experiment, type Known, resultsOf } from "../known.ts";
import { asSafe, joinPath, varyMethod, varyPath } from "./vary.ts";

const mostElsewhere = 4;
const mostParents = 3;

/** Probes of the same request in another scope: the other environments of the file, and the other parents it may belong to. */
export function planScopeVariants(known: Known): readonly Experiment[] {
  return [...planElsewhere(known), ...planParents(known)];
}

type Scope = "environment" | "region" | "tenant";

function planElsewhere(known: Known): readonly Experiment[] {
  const usable = known.elsewhere.filter((request) => request.unresolved.length === 0 && !isSameRequest(known, request));
  return usable.slice(0, mostElsewhere).map((request) => {
    const scope = findScope(known, request);
    const name = request.environment ?? "the other environment";
    return {
      id: `elsewhere:${name}`,
      role: "elsewhere" as const,
      varies: scope,
      why: `the same request in environment ${name}`,
      request: asSafe(request),
      tests: [`wrong-scope/wrong-${scope}` as const, "stale-identifier/unknown-id" as const],
      value: 0.7,
      reading: {
        step: "comparison" as const,
        answers: `${scope}-answers` as const,
        misses: null,
        claim: (status: number) =>
          `It is not in ${known.request.environment ?? "this environment"} but in ${name}: the same request answers ${status} there.`,
        statement: (status: number) => `In environment ${name} the same request answers ${status}.`,
      },
    };
  });
}

function isSameRequest(known: Known, other: ResolvedRequest): boolean {
  return other.url === known.request.url && JSON.stringify(other.headers) === JSON.stringify(known.request.headers);
}

const tenantShape = /tenant|org|account|workspace/i;
const regionName =
  /^(us|eu|ap|sa|ca|me|af|uk|de|emea|apac|amer|americas?|europe|asia|africa|oceania|pacific|north|south|east|west)([-_]?(north|south|east|west|central)+)?([-_]?\d+)?$/i;

/** Which coordinate of the scope two environments differ in: a tenant field or segment, a region of the host, or all of it. */
function findScope(known: Known, other: ResolvedRequest): Scope {
  const target = parseTargetUri(other.url);
  const differing = other.headers.find(
    ([name, value]) => tenantShape.test(name) && !known.request.headers.some(([n, v]) => n === name && v === value),
  );
  if (differing) {
    return "tenant";
  }
  const names = [known.request.environment ?? "", other.environment ?? ""];
  const isRegional =
    names.every((name) => regionName.test(name)) || (target !== null && areRegions(known.target, target));
  if (isRegional) {
    return "region";
  }
  return target && target.origin === known.target.origin && target.path !== known.target.path
    ? "tenant"
    : "environment";
}

function areRegions(one: TargetUri, other: TargetUri): boolean {
  const labels = other.host.split(".");
  const differing = one.host.split(".").filter((label, index) => label !== labels[index]);
  return differing.length > 0 && differing.every((label) => label.split("-").some((word) => regionName.test(word)));
}

/** The other parents that hold such a resource: `/projects/7/items/3` is asked as `/projects/8/items/3`. */
function planParents(known: Known): readonly Experiment[] {
  const [parent, child] = known.identifiers.slice(-2);
  if (!parent || !child || parent === child || parent.segment === 0) {
    return [];
  }
  const listing = resultsOf(known, "parents")[0];
  if (!listing) {
    return [
      {
        id: "parents",
        role: "parents",
        varies: "path",
        why: `the collection that holds the parents of ${child.name}`,
        request: varyPath(varyMethod(known.request, "GET"), joinPath(known.target.segments.slice(0, parent.segment))),
        tests: ["wrong-scope/wrong-project", "stale-identifier/unknown-id"],
        value: 0.6,
      },
    ];
  }
  if (sortAnswer(listing.probe) !== "answers") {
    return [];
  }
  const { values } = readCollection(listing.probe.exchange.response?.text ?? "", parent);
  return values
    .filter((value) => value !== parent.value)
    .slice(0, mostParents)
    .map((value) => planParent(known, value));
}

function planParent(known: Known, value: string): Experiment {
  const [parent, child] = known.identifiers.slice(-2);
  const segment = parent?.segment ?? 0;
  const path = joinPath(known.target.segments.with(segment, encodeURIComponent(value)));
  return {
    id: `parent:${value}`,
    role: "variant",
    varies: "path",
    why: `under the parent ${value}`,
    request: varyPath(asSafe(known.request), path),
    tests: ["wrong-scope/wrong-project", "stale-identifier/unknown-id"],
    value: 0.65,
    reading: {
      step: "existence",
      answers: "parent-answers",
      misses: null,
      claim: (status) =>
        `${child?.name} "${child?.value}" does not belong to ${parent?.name} "${parent?.value}" but to "${value}": ${path} answers ${status}.`,
      statement: (status) => `Under ${parent?.name} "${value}" it answers ${status}.`,
    },
  };
}
