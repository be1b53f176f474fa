import type { HopChange } from "../../engine/exchange/hops/hopChanges.ts";
import type { HopNote, Timings } from "../../engine/model/exchange.ts";

const parts: readonly (readonly [keyof Timings, string])[] = [
  ["dns", "DNS"],
  ["connect", "connect"],
  ["tls", "TLS"],
  ["sent", "sent"],
  ["firstByte", "first byte"],
  ["content", "content"],
];

/** The parts of a hop that took place with their times, in their order, such as `connect 0.4 ms, first byte 12 ms`; empty when none did. */
export function sayTimings(timings: Timings): string {
  return parts
    .flatMap(([part, name]) => {
      const ms = timings[part];
      return ms === null ? [] : [`${name} ${sayMs(ms)}`];
    })
    .join(", ");
}

/** A time as a person reads it: one decimal below 10 ms. */
export function sayMs(ms: number): string {
  return ms < 10 ? `${ms.toFixed(1)} ms` : `${Math.round(ms)} ms`;
}

/** What a redirect dropped or changed, in a few words; not masked. */
export function sayChange(change: HopChange): string {
  switch (change.kind) {
    case "scheme":
    case "host":
    case "method":
      return `changes the ${change.kind} from ${change.from} to ${change.to}`;
    case "prefix-dropped":
      return `drops the prefix ${change.prefix}`;
    case "prefix-added":
      return `adds the prefix ${change.prefix}`;
    case "locale-dropped":
      return `drops the locale ${change.locale}`;
    case "locale-added":
      return `adds the locale ${change.locale}`;
    case "segment-dropped":
      return `drops the segment ${change.segment}`;
    case "segment-added":
      return `adds the segment ${change.segment}`;
    case "segment-changed":
      return `changes the segment ${change.from} to ${change.to}`;
    case "case":
      return `changes the case of ${change.from} to ${change.to}`;
    case "slash-dropped":
      return "drops the trailing slash";
    case "slash-added":
      return "adds a trailing slash";
    case "query-dropped":
      return `drops the parameters ${change.names.join(", ")}`;
    case "query-added":
      return `adds the parameters ${change.names.join(", ")}`;
    case "query-changed":
      return `changes the parameters ${change.names.join(", ")}`;
    case "content-dropped":
      return `drops the content of ${change.size} bytes`;
    case "credentials-dropped":
      return `leaves out ${change.fields.join(", ")}, because the origin changes`;
  }
}

/** What a reader must know of a hop besides request and response, as a sentence; not masked. */
export function sayNote(note: HopNote): string {
  switch (note.kind) {
    case "credentials-dropped":
      return `Left out on another origin: ${note.fields.join(", ")}.`;
    case "recorded":
      return "Nothing was sent: the response is the one that was recorded.";
    case "https-to-http":
      return "Redirected from https to http.";
    case "certificate-not-verified":
      return `The certificate was not verified: ${note.reason}`;
    case "informational":
      return `Informational responses came first: ${note.statuses.join(", ")}.`;
    case "soft-redirect":
      return sayRefresh(note);
    case "proxied":
      return `Through the proxy ${note.by}.`;
    case "sent-twice":
      return `Sent twice: ${note.reason}.`;
  }
}

function sayRefresh({ to, by }: HopNote & { kind: "soft-redirect" }): string {
  const ways = {
    refresh: "A Refresh field",
    "meta-refresh": "A meta refresh of the page",
    script: "A script of the page",
  };
  return `${ways[by]} leads to ${to}; it was not followed.`;
}
