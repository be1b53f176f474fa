import type { Location } from "../../../model/place.ts";
import { isSecretName } from "../../../secretNames.ts";
import { parseTargetUri, type TargetUri } from "../../../targetUri.ts";
import { beginWith, nameLookedUp } from "../../identifiers/lookedUp.ts";
import type { Experiment, Known } from "../../known.ts";
import { isScopeField } from "../../scopeFields.ts";
import type { CauseKind } from "../../verdict/causes.ts";
import type { RuleId } from "../../verdict/weights/index.ts";
import { asSafe } from "../vary.ts";

const mostLent = 3;
const paging = /^(?:page|limit|offset|cursor|size|per_?page|sort|order|fields|q|search|from|to|since|until|date)$/i;

interface LentScope {
  readonly tests: CauseKind;
  readonly answers: RuleId;
  readonly varies: "version" | "region" | "tenant";
}

/**
 * Probes with a parameter of the query as other requests of the file to this origin have it, `edition=winter` in the place of `edition=summer`, or as the key
 * is called under which data holds the thing, beside the one that the request names.
 */
export function planLentScopes(known: Known): readonly Experiment[] {
  const own = new URLSearchParams(known.target.query);
  const lent = new Map<string, Experiment>();
  for (const { value, location, beside } of known.enclosing) {
    const isBeside = ([name, named]: readonly [string, string]) =>
      named !== value && beside.includes(named) && !isSecretName(name);
    const where = `as ${location.file}:${location.line} calls what holds it`;
    for (const [name] of [...own].filter(isBeside)) {
      lent.set(`${name}=${value}`, planLent(known, { name, value, as: where, location }));
    }
    for (const [name] of known.request.headers.filter((field) => isScopeField(field[0]) && isBeside(field))) {
      lent.set(`${name}: ${value}`, planLent(known, { name, value, as: where, location, isField: true }));
    }
  }
  for (const other of listSiblings(known)) {
    for (const [name, value] of new URLSearchParams(other.query)) {
      const isUsable = own.get(name) !== value && !paging.test(name) && !isSecretName(name);
      if (isUsable && (own.has(name) || isSameTemplate(known, other))) {
        lent.set(`${name}=${value}`, planLent(known, { name, value, as: "as another request of the file has it" }));
      }
    }
  }
  return [...lent.values()].slice(0, mostLent);
}

function listSiblings({ siblings, target }: Known): readonly TargetUri[] {
  return siblings
    .filter(({ unresolved }) => unresolved.length === 0)
    .flatMap(({ url }) => parseTargetUri(url) ?? [])
    .filter(({ origin, query }) => origin === target.origin && query !== "");
}

/** The same path but for its identifiers: only such a request shows that this one lacks a parameter. */
function isSameTemplate({ target, identifiers }: Known, { segments }: TargetUri): boolean {
  const variable = new Set(identifiers.map(({ segment }) => segment));
  return (
    segments.length === target.segments.length &&
    segments.every((segment, index) => variable.has(index) || segment === target.segments[index])
  );
}

interface Lent {
  readonly name: string;
  readonly value: string;
  /** Who calls it so. */
  readonly as: string;
  readonly location?: Location;
  /** True for a header field. */
  readonly isField?: boolean;
}

function planLent(known: Known, { name, value, as, location, isField = false }: Lent): Experiment {
  const { headers } = known.request;
  const was = isField
    ? (headers.find(([field]) => field === name)?.[1] ?? null)
    : new URLSearchParams(known.target.query).get(name);
  const scope = scopeOf(name);
  const sign = isField ? ": " : "=";
  const said = `${name}${sign}${value}`;
  const changed = isField
    ? { headers: headers.map(([field, held]) => [field, field === name ? value : held] as const) }
    : { url: withParameter(known, name, value) };
  return {
    id: `lent:${said}`,
    role: "variant",
    varies: scope.varies,
    why: `with ${said}, ${as}`,
    request: { ...asSafe(known.request), ...changed },
    tests: [scope.tests, "stale-identifier/unknown-id"],
    value: 0.75,
    reading: {
      step: "comparison",
      answers: scope.answers,
      misses: null,
      ...(location ? { location } : {}),
      claim: (status) =>
        `${was === null ? `The request lacks ${said}` : `${beginWith(nameLookedUp(known))} is there under ${said}, not ${name}${sign}${was}`}: with it the same request answers ${status}.`,
      statement: (status) => `With ${said}, ${as}, the same request answers ${status}.`,
    },
  };
}

/** The URL with one parameter of the query set; all others stay as they were written. */
function withParameter({ target, request }: Known, name: string, value: string): string {
  const pair = `${encodeURIComponent(name)}=${encodeURIComponent(value)}`;
  const pairs = target.query
    .replace(/^\?/, "")
    .split("&")
    .filter((one) => one !== "");
  const at = pairs.findIndex((one) => new URLSearchParams(one).has(name));
  const query = at < 0 ? [...pairs, pair] : pairs.with(at, pair);
  return `${request.url.replace(/[?#].*$/, "")}?${query.join("&")}`;
}

function scopeOf(name: string): LentScope {
  if (/version|^v$|revision/i.test(name)) {
    return { tests: "route-drift/version-selector", answers: "selector-answers", varies: "version" };
  }
  return /region|zone|country|geo|continent|data-?cent/i.test(name)
    ? { tests: "wrong-scope/wrong-region", answers: "region-answers", varies: "region" }
    : { tests: "wrong-scope/wrong-tenant", answers: "tenant-answers", varies: "tenant" };
}
