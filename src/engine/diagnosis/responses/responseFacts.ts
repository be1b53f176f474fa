import type { Exchange, Response } from "../../model/exchange.ts";
import { type BodyHints, type ProblemDetails, readBodyHints, type TombstoneHint } from "./bodyHints.ts";
import { type CacheVerdict, readCacheVerdict } from "./cacheVerdict.ts";
import { readDateField, readField, readParameters, splitField } from "./fieldValues.ts";
import { type NamedValue, readIds, readPlaces, readTraceId } from "./responseIds.ts";

/** A typed link of a response (RFC 8288); one per relation. */
interface LinkRelation {
  readonly rel: string;
  readonly target: string;
}

/** What the last response of an exchange tells besides its status; all of it is empty when there was no response. */
export interface ResponseFacts {
  /** The ids to quote to whoever keeps the logs, best first. */
  readonly ids: readonly NamedValue[];
  /** The first of `ids`; null when there is none. */
  readonly requestId: NamedValue | null;
  readonly traceId: string | null;
  /** Regions and points of presence, those of the data before those of the edge. */
  readonly places: readonly NamedValue[];
  /** The methods of Allow in upper case; null when the field is absent. */
  readonly allow: readonly string[] | null;
  readonly links: readonly LinkRelation[];
  /** Deprecation (RFC 9745); `since` in ms since 1970, null when only the fact is stated. */
  readonly deprecation: { readonly since: number | null } | null;
  /** Sunset (RFC 8594) in ms since 1970. */
  readonly sunset: number | null;
  readonly problem: ProblemDetails | null;
  readonly cache: CacheVerdict;
  readonly tombstones: readonly TombstoneHint[];
  /** The challenges of WWW-Authenticate: scheme in lower case, and the error and scope it names. */
  readonly challenges: readonly Challenge[];
  /** The scopes that the credentials have and those of which the resource accepts any; null when no field tells. */
  readonly scopes: { readonly granted: readonly string[]; readonly accepted: readonly string[] } | null;
  /** The server's clock, in ms since 1970. */
  readonly serverDate: number | null;
  /** Error codes of platforms (fields) and of the body, fields first. */
  readonly errorCodes: readonly NamedValue[];
  readonly message: string | null;
  /** Whether the gateway that answered says that it asked a server behind it. */
  readonly upstream: "asked" | "not-asked" | "unknown";
  /** Retry-After in seconds. */
  readonly retryAfter: number | null;
}

/** One challenge of WWW-Authenticate. */
interface Challenge {
  readonly scheme: string;
  readonly error: string | null;
  readonly scope: string | null;
}

/** Reads the facts of an exchange's last response; never throws, whatever the fields and the body hold. */
export function readResponseFacts(exchange: Exchange): ResponseFacts {
  const response = exchange.response ?? nothing;
  const hints = readBodyHints(response);
  const ids = readIds(response, hints.ids);
  return {
    ids,
    requestId: ids[0] ?? null,
    traceId: readTraceId(response)?.value ?? null,
    places: readPlaces(response),
    allow: readAllow(response),
    links: readLinks(response),
    deprecation: readDeprecation(response),
    sunset: readDateField(response, "sunset"),
    problem: hints.problem,
    cache: readCacheVerdict(response),
    tombstones: readTombstoneFields(response, hints),
    challenges: readChallenges(response),
    scopes: readScopes(response),
    serverDate: readDateField(response, "date"),
    errorCodes: [...readErrorFields(response), ...hints.codes],
    message: hints.message,
    upstream: readUpstream(response),
    retryAfter: readRetryAfter(response),
  };
}

const nothing: Response = {
  status: 0,
  reason: "",
  headers: [],
  body: new Uint8Array(),
  text: "",
  size: 0,
  truncated: false,
};

function readAllow(response: Response): readonly string[] | null {
  const value = readField(response, "allow");
  return value === null ? null : splitField(value, ",").map((method) => method.toUpperCase());
}

function readLinks(response: Response): readonly LinkRelation[] {
  const links: LinkRelation[] = [];
  for (const item of splitField(readField(response, "link") ?? "", ",")) {
    const target = /^<([^<>]*)>/.exec(item)?.[1];
    const relations = readParameters(item).get("rel") ?? "";
    if (target === undefined) continue;
    for (const rel of relations.toLowerCase().split(/\s+/)) if (rel !== "") links.push({ rel, target });
  }
  return links;
}

/** Before the RFC the value was `true` or an HTTP date; both are still sent. */
function readDeprecation(response: Response): ResponseFacts["deprecation"] {
  const value = readField(response, "deprecation");
  if (value === null || /^(?:false|\?0)$/i.test(value)) return null;
  const stamp = /^@(-?\d{1,12})\b/.exec(value)?.[1];
  return { since: stamp === undefined ? readDateField(response, "deprecation") : Number(stamp) * 1000 };
}

function readTombstoneFields(response: Response, hints: BodyHints): readonly TombstoneHint[] {
  const marker = readField(response, "x-amz-delete-marker");
  if (marker?.toLowerCase() !== "true") return hints.tombstones;
  return [{ kind: "deleted", field: "X-Amz-Delete-Marker", value: marker }, ...hints.tombstones];
}

/** A comma separates challenges as well as their parameters, so an item without `scheme ` in front belongs to the one before. */
function readChallenges(response: Response): readonly Challenge[] {
  const challenges: { scheme: string; parameters: string }[] = [];
  for (const item of splitField(readField(response, "www-authenticate") ?? "", ",")) {
    const start = /^([A-Za-z][\w-]{0,40})(?:\s+([^=\s].*)?)?$/.exec(item);
    const last = challenges.at(-1);
    if (start !== null && !/^[\w-]+\s*=/.test(item)) {
      challenges.push({ scheme: (start[1] ?? "").toLowerCase(), parameters: start[2] ?? "" });
    } else if (last !== undefined) last.parameters += `;${item}`;
  }
  return challenges.map(({ scheme, parameters }) => {
    const read = readParameters(`;${parameters}`);
    return { scheme, error: read.get("error") ?? null, scope: read.get("scope") ?? null };
  });
}

function readScopes(response: Response): ResponseFacts["scopes"] {
  const granted = readField(response, "x-oauth-scopes");
  const accepted = readField(response, "x-accepted-oauth-scopes");
  if (granted === null && accepted === null) return null;
  return { granted: splitField(granted ?? "", ","), accepted: splitField(accepted ?? "", ",") };
}

const errorFields = (
  "X-Vercel-Error X-Amzn-ErrorType X-Ms-Error-Code Ngrok-Error-Code X-Render-Routing X-Railway-Fallback " +
  "X-Debug-Exception X-Cascade Proxy-Status X-Deny-Reason X-Error-Code"
).split(" ");

function readErrorFields(response: Response): readonly NamedValue[] {
  const codes: NamedValue[] = [];
  for (const from of errorFields) {
    const value = readField(response, from);
    if (value === null || value === "") continue;
    // The exception text of a debug page comes percent-encoded, an AWS error type with a colon and a URL behind it.
    const plain = from === "X-Amzn-ErrorType" ? (value.split(":")[0] ?? value) : decodePercent(value);
    codes.push({ from, value: plain.slice(0, 300) });
  }
  return codes;
}

/** Envoy and Kong tell the time the server behind them took, and leave it out when they answered by themselves. */
function readUpstream(response: Response): ResponseFacts["upstream"] {
  const names = new Set(response.headers.map(([name]) => name.toLowerCase()));
  if (names.has("x-envoy-upstream-service-time") || names.has("x-kong-upstream-latency")) return "asked";
  if (names.has("x-kong-response-latency")) return "not-asked";
  const server = readField(response, "server") ?? "";
  return /^(?:istio-)?envoy$/i.test(server) ? "not-asked" : "unknown";
}

function readRetryAfter(response: Response): number | null {
  const value = readField(response, "retry-after");
  if (value === null) return null;
  if (/^\d{1,9}$/.test(value)) return Number(value);
  const until = readDateField(response, "retry-after");
  const now = readDateField(response, "date");
  return until === null || now === null ? null : Math.max(0, Math.round((until - now) / 1000));
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
