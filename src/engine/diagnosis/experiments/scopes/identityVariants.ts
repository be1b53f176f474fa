import type { ResolvedRequest } from "../../../model/request.ts";
import { isCredentialField } from "../../../secrets.ts";
import { parseTargetUri } from "../../../targetUri.ts";
import { beginWith, nameLookedUp } from "../../identifiers/lookedUp.ts";
import type { Experiment, Known } from "../../known.ts";
import { asSafe } from "../vary.ts";

/** Probes as another identity of the file, at the same origin, and of the same path at another entry point of the host. */
export function planIdentityVariants(known: Known): readonly Experiment[] {
  return [...planIdentities(known), ...planEntrypoints(known)];
}

const mostIdentities = 2;
const mostEntrypoints = 2;

/** The same request with the credentials of a sibling or environment that the person wrote for this very origin. */
function planIdentities(known: Known): readonly Experiment[] {
  const own = credentialsOf(known.request);
  // Where a person chose whom to compare, nobody else is asked.
  if (own.length === 0 || known.identities !== null) {
    return [];
  }
  const others = [...known.siblings, ...known.elsewhere].filter(
    (other) => other.unresolved.length === 0 && parseTargetUri(other.url)?.origin === known.target.origin,
  );
  const sets = new Map(others.map((other) => [JSON.stringify(credentialsOf(other)), other] as const));
  sets.delete(JSON.stringify(own));
  sets.delete("[]");
  return [...sets.values()].slice(0, mostIdentities).map((other) => {
    const name = other.name ?? other.environment ?? `line ${other.line}`;
    const rest = known.request.headers.filter(([field]) => !isCredentialField(field));
    return {
      id: `identity:${name}`,
      role: "variant",
      varies: "credentials",
      why: `with the credentials of ${name}`,
      request: asSafe({ ...known.request, headers: [...rest, ...credentialsOf(other)] }),
      tests: ["access-masking/masked-resource", "stale-identifier/unknown-id"],
      value: 0.7,
      reading: {
        step: "masking",
        answers: "identity-answers",
        misses: null,
        claim: (status) =>
          `${beginWith(nameLookedUp(known))} is hidden from this identity: with the credentials of ${name} the same request answers ${status}.`,
        statement: (status) => `With the credentials of ${name} the same request answers ${status}.`,
      },
    };
  });
}

function credentialsOf(request: ResolvedRequest): readonly (readonly [string, string])[] {
  return request.headers.filter(([name]) => isCredentialField(name));
}

/** The other schemes and ports of the same host that the file names; credentials stay behind, they were not written for those. */
function planEntrypoints(known: Known): readonly Experiment[] {
  const hostname = (host: string) => host.replace(/:\d+$/, "");
  // The origins that other environments name are asked as those environments, not as entry points.
  const environments = new Set(known.elsewhere.map((other) => parseTargetUri(other.url)?.origin));
  const redirected = new Set(known.replay?.exchange.hops.map((hop) => parseTargetUri(hop.url)?.origin));
  const origins = known.siblings
    .map((other) => parseTargetUri(other.url))
    .filter((target) => target !== null && hostname(target.host) === hostname(known.target.host))
    .map((target) => target?.origin ?? "")
    .filter((origin) => origin !== known.target.origin && !environments.has(origin) && !redirected.has(origin));
  return [...new Set(origins)].slice(0, mostEntrypoints).map((origin) => ({
    id: `entrypoint:${origin}`,
    role: "variant",
    varies: origin.split(":")[0] === known.target.scheme ? "host" : "scheme",
    why: `at ${origin}, which another request of the file uses`,
    request: {
      ...asSafe(known.request),
      url: `${origin}${known.target.path}${known.target.query}`,
      headers: known.request.headers.filter(([name]) => !isCredentialField(name)),
    },
    tests: ["other-responder/wrong-entrypoint"],
    value: 0.5,
    reading: {
      step: "routing",
      answers: "entrypoint-answers",
      misses: null,
      claim: (status) => `Another entry point of the same host serves this path: ${origin} answers ${status}.`,
      statement: (status) => `At ${origin} the same path answers ${status}.`,
    },
  }));
}
