import type { Coordinate, StepId } from "../../../model/diagnosis.ts";
import type { ResolvedRequest } from "../../../model/request.ts";
import { parseTargetUri, type TargetUri } from "../../../targetUri.ts";
import { beginWith, nameLookedUp } from "../../identifiers/lookedUp.ts";
import type { Experiment, Known } from "../../known.ts";
import { findMisser } from "../../responses/answers.ts";
import { isHostField, isRegionField, isScopeField, isTenantField } from "../../scopeFields.ts";
import { isEnvironmentName, isRegionName } from "../../scopeNames.ts";
import type { CauseKind } from "../../verdict/causes.ts";
import type { RuleId } from "../../verdict/weights/index.ts";
import { findOwnerFilter } from "../../workspace/handlers/ownerFilter.ts";
import { planParents } from "../controls/parents.ts";
import { asSafe } from "../vary.ts";
import { planHostTenants } from "./hostTenants.ts";
import { planLentScopes } from "./lentScopes.ts";
import { planOtherBases } from "./otherBases.ts";

const mostElsewhere = 6;

/** Probes of the same request in another scope: the other environments and base URLs of the file, what its other requests have in the query, the hosts of other tenants, and the other parents it may belong to. */
export function planScopeVariants(known: Known): readonly Experiment[] {
  return [
    ...planElsewhere(known),
    ...planOtherBases(known),
    ...planLentScopes(known),
    ...planHostTenants(known),
    ...planParents(known),
  ];
}

interface Scope {
  readonly varies: Coordinate;
  readonly tests: CauseKind;
  readonly answers: RuleId;
  readonly step: StepId;
}

const scopes = {
  environment: {
    varies: "environment",
    tests: "wrong-scope/wrong-environment",
    answers: "environment-answers",
    step: "comparison",
  },
  region: { varies: "region", tests: "wrong-scope/wrong-region", answers: "region-answers", step: "comparison" },
  tenant: { varies: "tenant", tests: "wrong-scope/wrong-tenant", answers: "tenant-answers", step: "comparison" },
  identity: {
    varies: "credentials",
    tests: "access-masking/masked-resource",
    answers: "identity-answers",
    step: "masking",
  },
  endpoint: {
    varies: "credentials",
    tests: "access-masking/masked-endpoint",
    answers: "endpoint-identity-answers",
    step: "masking",
  },
  host: { varies: "host", tests: "other-responder/host-unmatched", answers: "host-answers", step: "comparison" },
  entrypoint: {
    varies: "host",
    tests: "other-responder/wrong-entrypoint",
    answers: "entrypoint-answers",
    step: "comparison",
  },
} as const satisfies Readonly<Record<string, Scope>>;

function planElsewhere(known: Known): readonly Experiment[] {
  const usable = known.elsewhere.filter((request) => request.unresolved.length === 0 && !isSameRequest(known, request));
  return usable.slice(0, mostElsewhere).map((request) => {
    const scope: Scope = scopes[findScope(known, request)];
    const name = request.environment ?? "the other environment";
    return {
      id: `elsewhere:${name}`,
      role: "elsewhere",
      varies: scope.varies,
      why: `the same request in environment ${name}`,
      request: asSafe(request),
      tests: [scope.tests, "stale-identifier/unknown-id", "route-not-served/not-deployed"],
      value: 0.7,
      reading: {
        step: scope.step,
        answers: scope.answers,
        misses: null,
        claim: (status) => claimScope(known, scope, request, status),
        statement: (status) => `In environment ${name} the same request answers ${status}.`,
      },
    };
  });
}

function claimScope(known: Known, scope: Scope, other: ResolvedRequest, status: number): string {
  const name = other.environment ?? "the other environment";
  const here = known.request.environment ?? "this environment";
  const thing = nameLookedUp(known);
  switch (scope.tests) {
    case "access-masking/masked-resource":
      return `${beginWith(thing)} is hidden from the identity of ${here}: as ${name} the same request answers ${status}.`;
    case "access-masking/masked-endpoint":
      return `The whole endpoint ${known.target.path} is hidden from the identity of ${here}: as ${name} the same request answers ${status}.`;
    case "other-responder/host-unmatched":
      return `The server does not serve the host ${known.target.host}: in environment ${name}, with its host, the same request answers ${status}.`;
    case "other-responder/wrong-entrypoint":
      return `Another port of the same host serves this path: in environment ${name} it answers ${status}.`;
    default:
      if (isOtherRecord(known, other)) {
        return `Environment ${name} asks for another one, ${parseTargetUri(other.url)?.path}, which answers ${status}; in ${here} ${thing} is not found.`;
      }
      return `${beginWith(thing)} is not found in ${here} but in ${name}: the same request answers ${status} there.`;
  }
}

/** Whether another environment has another identifier in the place of the last one, which is then no other scope of the same thing. */
function isOtherRecord({ identifiers, target }: Known, other: ResolvedRequest): boolean {
  const segment = identifiers.at(-1)?.segment;
  const segments = parseTargetUri(other.url)?.segments ?? [];
  return (
    segment !== undefined &&
    segments.length === target.segments.length &&
    segments[segment] !== target.segments[segment]
  );
}

function isSameRequest(known: Known, other: ResolvedRequest): boolean {
  return other.url === known.request.url && JSON.stringify(other.headers) === JSON.stringify(known.request.headers);
}

const addressShape = /^(\d+\.\d+\.\d+\.\d+|\[[0-9a-f:.]+\])(:\d+)?$/i;

/** Which coordinate two environments differ in: who asks, for which tenant, in which region, at which host or port, or all of it. */
function findScope(known: Known, other: ResolvedRequest): keyof typeof scopes {
  const target = parseTargetUri(other.url);
  const isOther = ([name, value]: readonly [string, string]) =>
    !known.request.headers.some(([own, held]) => own === name && held === value);
  const differing = other.headers.filter(isOther);
  if ([...differing.map(([name]) => name), ...differingParameters(known, other)].some(isRegionField)) {
    return "region";
  }
  const isUnrouted = findMisser(known) === "router";
  const scoping = differing.filter(([name]) => isScopeField(name) && !(isUnrouted && isHostField(name)));
  const isAsking = other.url === known.request.url && scoping.every(([name]) => saysWhoAsks(known, name));
  if (scoping.length > 0 && !isAsking) {
    return "tenant";
  }
  if (differing.some(([name]) => isHostField(name))) {
    return "host";
  }
  if (other.url === known.request.url) {
    const isOne = known.identifiers.length > 0 || findMisser(known) === "handler" || isBelowSibling(known);
    return isOne ? "identity" : "endpoint";
  }
  // At one origin only the path or the query can say whose it is.
  if (target && target.origin === known.target.origin) {
    return "tenant";
  }
  return target ? findPlace(known, target, other.environment ?? "") : "environment";
}

/** Whether a field of the application's own says who asks: its handler asks who may see the thing, and names nothing that the field is called by. */
function saysWhoAsks(known: Known, name: string): boolean {
  const source = `${known.handler?.text}\n${known.handler?.called}`.toLowerCase();
  const words = name.toLowerCase().split(/[-_]/);
  const isNamed = words.some((word) => word.length > 2 && source.includes(word));
  return !isTenantField(name) && !isHostField(name) && !isNamed && findOwnerFilter(known) !== null;
}

/** The names of the query parameters that hold something else there. */
function differingParameters(known: Known, other: ResolvedRequest): readonly string[] {
  const read = (url: string) => new URLSearchParams(parseTargetUri(url)?.query ?? "");
  const own = read(known.request.url);
  return [...read(other.url)].filter(([name, value]) => own.get(name) !== value).map(([name]) => name);
}

/** Whether another request of the file asks for what this path lies below, so that the path names one thing of many. */
function isBelowSibling({ siblings, target }: Known): boolean {
  const asked = siblings.map(({ url }) => parseTargetUri(url)).filter((one) => one?.origin === target.origin);
  return asked.some((one) => (one?.path.length ?? 0) > 1 && target.path.startsWith(`${one?.path.replace(/\/$/, "")}/`));
}

function findPlace(known: Known, target: TargetUri, name: string): keyof typeof scopes {
  const names = [known.request.environment ?? "", name];
  if (names.every((one) => isRegionName(one)) || areRegions(known.target, target)) {
    return "region";
  }
  const [here, there] = [known.target.host, target.host].map((host) => host.replace(/:\d+$/, ""));
  const [port, otherPort] = [known.target.host, target.host].map((host) => /:(\d+)$/.exec(host)?.[1]);
  if (here !== there && port === otherPort && addressShape.test(known.target.host) !== addressShape.test(target.host)) {
    return "host";
  }
  const isNamed = names.some((one) => isEnvironmentName(one));
  return here === there && !isNamed && findMisser(known) !== "handler" ? "entrypoint" : "environment";
}

function areRegions(one: TargetUri, other: TargetUri): boolean {
  const labels = other.host.split(".");
  const differing = one.host.split(".").filter((label, index) => label !== labels[index]);
  return differing.length > 0 && differing.every((label) => label.split("-").some((word) => isRegionName(word)));
}
