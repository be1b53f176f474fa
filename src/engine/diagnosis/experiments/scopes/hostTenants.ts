import type { ResolvedRequest } from "../../../model/request.ts";
import { beginWith, nameLookedUp } from "../../identifiers/lookedUp.ts";
import type { Experiment, Known } from "../../known.ts";
import { findMisser, hasLivingRelative } from "../../responses/answers.ts";
import { withoutCredentials } from "../../workspace/clients/otherBases.ts";
import type { Clue } from "../../workspace/clues.ts";
import { asSafe } from "../vary.ts";

const mostHosts = 3;

/** Probes under the hosts that the workspace names, where its code chooses whose data is looked up by a host that is none of them. */
export function planHostTenants(known: Known): readonly Experiment[] {
  return listTenantHosts(known).map((clue) => planTenantHost(known, clue));
}

/**
 * Whether code chooses whose data is looked up by a host that is none of those that the workspace names, and nothing else was found under it: then what
 * is not found may be another tenant's.
 */
export function isHostScopeOpen(known: Known): boolean {
  const isAsked =
    known.surroundings.hostReader !== null && findMisser(known) === "handler" && !hasLivingRelative(known);
  return isAsked && !listHosts(known).has(nameOf(ownHost(known)));
}

function listTenantHosts(known: Known): readonly Clue[] {
  return isHostScopeOpen(known) ? [...listHosts(known).values()].slice(0, mostHosts) : [];
}

/** The first line that names each host. */
function listHosts({ clues }: Known): ReadonlyMap<string, Clue> {
  const named = clues.filter(({ kind, value }) => kind === "host" && !value.startsWith("."));
  return new Map(named.toReversed().map((clue) => [nameOf(clue.value), clue]));
}

function ownHost({ request, target }: Known): string {
  return request.headers.find(([field]) => field.toLowerCase() === "host")?.[1] ?? target.host;
}

function nameOf(host: string): string {
  return host.replace(/:\d+$/, "").toLowerCase();
}

/** A request at its own address under another Host, which is another origin (RFC 9110 7.2): without its credentials. */
export function underHost(request: ResolvedRequest, host: string): ResolvedRequest {
  return { ...asSafe(request), headers: [...withoutCredentials(request), ["Host", host]] };
}

/** The same request under the host that a line of the workspace names, as another tenant has it. */
export function planTenantHost(known: Known, { value, location }: Clue): Experiment {
  const place = `${location.file}:${location.line}`;
  return {
    id: `host:${value}`,
    role: "variant",
    varies: "tenant",
    why: `with Host ${value}, which ${place} names`,
    request: underHost(known.request, value),
    tests: ["wrong-scope/wrong-tenant", "stale-identifier/unknown-id"],
    value: 0.8,
    reading: {
      step: "comparison",
      answers: "tenant-answers",
      misses: null,
      location,
      claim: (status) =>
        `${beginWith(nameLookedUp(known))} is not under the host ${ownHost(known)} but under ${value}, which ${place} names: there the same request answers ${status}.`,
      statement: (status) =>
        `With Host ${value} the same request answers ${status}: the host says whose data is looked up.`,
    },
  };
}
