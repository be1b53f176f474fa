import type { Coordinate } from "../../model/diagnosis.ts";
import type { Location } from "../../model/place.ts";
import type { ResolvedRequest } from "../../model/request.ts";
import { isCredentialField } from "../../secrets.ts";
import { parseTargetUri } from "../../targetUri.ts";
import { beginWith, nameLookedUp } from "../identifiers/lookedUp.ts";
import type { Experiment, Known } from "../known.ts";
import { findMisser, isFound, variesQuery } from "../responses/answers.ts";
import { isScopeField } from "../scopeFields.ts";
import type { CauseKind } from "../verdict/causes.ts";
import type { RuleId } from "../verdict/weights/index.ts";
import { asSafe } from "./vary.ts";

/** Probes that change a field of the request: a version selector, credentials, Host, or the cache key. */
export function planSelectorVariants(known: Known): readonly Experiment[] {
  return [...borrowFields(known), ...planSupportedVersion(known), ...planHost(known), ...planFresh(known)];
}

/** What the request sends of a field itself. */
function sayOwn(known: Known, name: string): string {
  const own = known.request.headers.find(([other]) => other.toLowerCase() === name.toLowerCase());
  return own ? `which is "${own[1]}" here` : "which this request does not send";
}

/** A field that selects a version: by its name, by the media type it holds, or by a name of the kind with a number or date for a value. */
function isVersionSelector(name: string, value: string): boolean {
  const isNumbered = /^v?\d{1,3}(?:\.\d+){0,2}$|^\d{4}-\d{2}(?:-\d{2})?$/i.test(value);
  return (
    selectorShape.test(name) ||
    isVersionedType(name, value) ||
    (isNumbered && levelShape.test(name) && !isCredentialField(name))
  );
}

const levelShape = /version|level|revision|release|generation|edition|schema|contract|profile|compat|api/i;
const selectorShape = /^(x-)?(api-|accept-)?version$|^x-ms-version$|^x-api-version$/i;

/** Fields that sibling requests to the same origin carry and this one does not: version selectors, then credentials. */
function borrowFields(known: Known): readonly Experiment[] {
  const experiments: Experiment[] = [];
  for (const [name, value] of lendableFields(known)) {
    const isSelector = isVersionSelector(name, value);
    if (name.toLowerCase() === "host") {
      experiments.push(lendHost(known, name, value));
      continue;
    }
    if (!isSelector && isScopeField(name)) {
      experiments.push(lendScope(known, name, value));
      continue;
    }
    if (!isSelector && !isCredentialField(name)) {
      continue;
    }
    experiments.push(
      readField(known, withField(known.request, name, value), {
        id: `field:${name.toLowerCase()}`,
        varies: isSelector ? "negotiation" : "credentials",
        why: `with ${name}, as another request to this origin sends it`,
        tests: isSelector ? "route-drift/version-selector" : "access-masking/masked-endpoint",
        answers: isSelector ? "selector-answers" : "credentials-answer",
        claim: isSelector
          ? `The version travels in ${name}, ${sayOwn(known, name)}: with "${value}", as another request sends it, this one is served`
          : `This endpoint hides from requests without ${name}: with ${name}, as another request of the file sends it, this one is served`,
        value: isSelector ? 1 : 0.8,
      }),
    );
  }
  return experiments;
}

/** A field that says whose data is meant, as another request has it: what is not found under one may be there under the other. */
function lendScope(known: Known, name: string, value: string): Experiment {
  return readField(known, withField(known.request, name, value), {
    id: `scope:${name.toLowerCase()}=${value}`,
    varies: "tenant",
    why: `with ${name}: ${value}, as another request to this origin sends it`,
    tests: "wrong-scope/wrong-tenant",
    also: ["stale-identifier/unknown-id"],
    answers: "tenant-answers",
    claim: `${beginWith(nameLookedUp(known))} is there under ${name}: ${value}, ${sayOwn(known, name)}: with it the same request is served`,
    value: 0.9,
  });
}

/** Where the application looked something up, another host it serves is another tenant; else this host is served by nobody. */
function lendHost(known: Known, name: string, value: string): Experiment {
  const isTenant = findMisser(known) === "handler" || known.surroundings.hostReader !== null;
  const own = known.request.headers.find(([other]) => other.toLowerCase() === "host")?.[1] ?? known.target.host;
  return readField(known, withField(known.request, name, value), {
    id: `host:${value}`,
    varies: isTenant ? "tenant" : "host",
    why: `with Host: ${value}, as another request to this origin sends it`,
    tests: isTenant ? "wrong-scope/wrong-tenant" : "other-responder/host-unmatched",
    also: ["route-not-served/not-registered", "route-not-served/not-deployed", "stale-identifier/unknown-id"],
    answers: isTenant ? "tenant-answers" : "host-answers",
    claim: isTenant
      ? `${beginWith(nameLookedUp(known))} is not under the host ${own} but under ${value}: there the same request is served`
      : `The server does not serve the host ${own}: with Host ${value}, as another request of the file sends it, the same request is served`,
    value: 1,
  });
}

function isVersionedType(name: string, value: string): boolean {
  return name.toLowerCase() === "accept" && /vnd\.|version=/i.test(value);
}

/** One value of each field that a sibling to the same origin sends and this request does not send alike. */
function lendableFields(known: Known): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const sibling of known.siblings) {
    if (sibling.unresolved.length > 0 || parseTargetUri(sibling.url)?.origin !== known.target.origin) {
      continue;
    }
    for (const [name, value] of sibling.headers) {
      const own = known.request.headers.find(([other]) => other.toLowerCase() === name.toLowerCase());
      const isMissing =
        own === undefined ||
        (isScopeField(name) && own[1].toLowerCase() !== value.toLowerCase()) ||
        (isVersionSelector(name, value) && own[1] !== value);
      if (isMissing && !fields.has(name)) {
        fields.set(name, value);
      }
    }
  }
  return fields;
}

/** The newest version that the server says it supports, as the query parameter that such servers read. */
function planSupportedVersion(known: Known): readonly Experiment[] {
  const fields = known.replay?.exchange.response?.headers ?? [];
  const supported = fields.find(([name]) => name.toLowerCase() === "api-supported-versions")?.[1];
  const version = supported?.split(",").at(-1)?.trim();
  const asked = /([?&]api-version=)[^&]*/i;
  if (!version || known.target.query.includes(`api-version=${encodeURIComponent(version)}`)) {
    return [];
  }
  const value = encodeURIComponent(version);
  const url = asked.test(known.target.query)
    ? known.request.url.replace(asked, `$1${value}`)
    : withQuery(known, `api-version=${value}`);
  return [
    readField(
      known,
      { ...known.request, url },
      {
        id: "supported-version",
        varies: "negotiation",
        why: `with api-version=${version}, which the server says it supports`,
        tests: "route-drift/version-selector",
        answers: "selector-answers",
        claim: `The version travels in the query, and this request names none that is served: with api-version=${version} it is`,
        value: 1.5,
      },
    ),
  ];
}

function withQuery(known: Known, parameter: string): string {
  return `${known.request.url.replace(/#.*$/, "")}${known.target.query === "" ? "?" : "&"}${parameter}`;
}

function planHost(known: Known): readonly Experiment[] {
  const host = known.request.headers.find(([name]) => name.toLowerCase() === "host");
  if (!host || host[1].toLowerCase() === known.target.host.toLowerCase()) {
    return [];
  }
  const headers = known.request.headers.filter((field) => field !== host);
  return [
    readField(
      known,
      { ...known.request, headers },
      {
        id: "host",
        varies: "host",
        why: `with the Host of the URL instead of ${host[1]}`,
        tests: "other-responder/host-unmatched",
        answers: "host-answers",
        claim: `The server does not serve the Host ${host[1]}; under the host of the URL the same request is served`,
        value: 1.5,
      },
    ),
  ];
}

const ofTheThing: readonly CauseKind[] = [
  "lifecycle/archived",
  "lifecycle/deleted",
  "stale-identifier/unknown-id",
  "route-not-served/not-deployed",
];

/** A query that means nothing, which no cache has seen: worth asking where the answer says that it was stored, or code that it keeps answers by their URL, or where another query answers. */
function planFresh(known: Known): readonly Experiment[] {
  const answering = known.results.filter(
    ({ experiment, probe }) => variesQuery(known, experiment) && isFound(known, probe),
  );
  const isStored = known.facts?.cache.stored === "yes";
  const { keptMiss } = known.surroundings;
  const kept = !isStored && keptMiss?.isByUrl ? keptMiss : null;
  if (!isStored && answering.length === 0 && !kept) {
    return [];
  }
  const url = withQuery(known, "diagnose-404=fresh");
  return [
    readField(
      known,
      { ...known.request, url },
      {
        id: "fresh",
        varies: "cache",
        why: "past the cache, with a query that it has not stored",
        tests: kept ? "cached-miss/framework-cache" : "cached-miss/shared-cache",
        // Whatever the workspace says of the thing, a stored answer is older than it.
        also: [...ofTheThing, ...answering.flatMap(({ experiment }) => experiment.tests)],
        answers: kept ? "fresh-answers-kept" : "fresh-answers",
        misses: "fresh-misses",
        claim: kept
          ? `The application keeps an old miss: ${kept.file}:${kept.line} keeps answers by their URL, and past them the same request is served`
          : "A cache still serves an old 404 for this URL: past the cache the same request is served",
        value: 1.5,
        ...(kept ? { location: kept } : {}),
      },
    ),
  ];
}

interface FieldVariant {
  readonly id: string;
  readonly varies: Coordinate;
  readonly why: string;
  readonly tests: CauseKind;
  /** The kinds that an answer speaks against. */
  readonly also?: readonly CauseKind[];
  readonly answers: RuleId;
  readonly misses?: RuleId;
  readonly claim: string;
  readonly value: number;
  readonly location?: Location;
}

function readField(known: Known, request: ResolvedRequest, variant: FieldVariant): Experiment {
  const { id, varies, why, tests, also = [], answers, misses = null, claim, value, location } = variant;
  const path = known.target.path;
  return {
    id,
    role: "variant",
    varies,
    why,
    request: asSafe(request),
    tests: [tests, ...also],
    value,
    reading: {
      step: varies === "credentials" ? "masking" : "routing",
      answers,
      misses,
      ...(location ? { location } : {}),
      claim: (status) => `${claim} (${status}).`,
      statement: (status) => `${path} answers ${status} ${why}.`,
    },
  };
}

function withField(request: ResolvedRequest, name: string, value: string): ResolvedRequest {
  const others = request.headers.filter(([other]) => other.toLowerCase() !== name.toLowerCase());
  return { ...request, headers: [...others, [name, value]] };
}
