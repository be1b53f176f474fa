import type { Responder } from "../../model/diagnosis.ts";
import type { Exchange } from "../../model/exchange.ts";
import { readBodyHints } from "../responses/bodyHints.ts";
import { readCacheVerdict } from "../responses/cacheVerdict.ts";
import { guessResponder } from "./responderGuess.ts";
import { matchesRule, prepareResponse, type SeenResponse } from "./responderMatch.ts";
import { responderRules } from "./rules/all.ts";
import type { Miss, ResponderRule } from "./rules/rule.ts";

/** Who answered, as far as one response tells. */
export interface ResponderFinding {
  /** The last in the chain that decided the answer: the cache when it was stored there, else the author. */
  readonly responder: Responder;
  /** Who else gives the very same answer; never empty when the product or its layer cannot be told from one response. */
  readonly alternatives: readonly Responder[];
  /** Who wrote the body: the responder itself, or whose answer a cache repeats; null when nothing tells. */
  readonly author: Responder | null;
  /** The last hop that put its name into Server or Via; it passed the answer on or made it. */
  readonly sentBy: string | null;
  /** Which lookup failed, as far as this one answer tells. */
  readonly miss: Miss;
  /** Between 0 and 1. */
  readonly confidence: number;
  /** The rule of the table that held; null when none did. */
  readonly rule: string | null;
}

/** Says who wrote the last response of an exchange and at which layer; with no response nobody answered, and it says so. */
export function identifyResponder(exchange: Exchange): ResponderFinding {
  const response = exchange.response;
  if (response === null) {
    const responder: Responder = { layer: "unknown", name: "nobody", because: "no response came back" };
    return { responder, alternatives: [], author: null, sentBy: null, miss: "unknown", confidence: 0, rule: null };
  }
  const seen = prepareResponse(response, exchange.hops.at(-1)?.method ?? "GET");
  const rule = responderRules.find(({ when }) => matchesRule(seen, when));
  const sentBy = nameSender(seen);
  const hints = readBodyHints(response);
  const sentences = [hints.problem?.detail, hints.message, ...hints.codes.map(({ value }) => value)];
  const found =
    rule === undefined
      ? guessResponder(
          seen,
          sentences.filter((sentence) => typeof sentence === "string"),
          exchange.hops.at(-1)?.url ?? "",
        )
      : { responder: describeRule(rule, sentBy), miss: rule.miss, confidence: rule.confidence };
  const cache = readCacheVerdict(response);
  const stored = cache.stored === "yes" && cache.where === "shared";
  const author = found.responder.layer === "unknown" ? null : found.responder;
  return {
    responder: stored
      ? { layer: "cache", name: cache.by ?? sentBy ?? "a cache", because: cache.because }
      : found.responder,
    alternatives: (rule?.alternatives ?? []).map(({ name, layer }) => ({
      name,
      layer,
      because: "gives the same answer",
    })),
    author,
    sentBy,
    miss: found.miss,
    confidence: stored ? Math.max(found.confidence, 0.9) : found.confidence,
    rule: rule?.id ?? null,
  };
}

/** A body of one product in the name of another proves that the other passed it on. */
function describeRule(rule: ResponderRule, sentBy: string | null): Responder {
  const passed = sentBy !== null && isProxyName(sentBy) && !rule.product.toLowerCase().includes(sentBy.toLowerCase());
  const because = passed && rule.layer !== "edge" ? `${rule.because} (passed on by ${sentBy})` : rule.because;
  return { layer: rule.layer, name: rule.product, because };
}

/** Edge networks stand before everything else; elsewhere the last hop of Via is nearer to the client than Server. */
function nameSender(seen: SeenResponse): string | null {
  const server = nameServer(seen.fields.get("server") ?? "");
  if (server !== null && /^(?:cloudflare|AkamaiGHost|Vercel|Netlify|Fly)\b/i.test(server)) return server;
  return nameVia(seen.fields.get("via") ?? "") ?? server;
}

/** The first product token of Server; the last field wins when several were sent. */
function nameServer(value: string): string | null {
  const last = value.split(",").at(-1)?.trim() ?? "";
  // Some name their language before themselves.
  const own = last.replace(/^Python\/[\d.]+ (?=\w)/, "");
  const name = /^[^/(\s][^/(]{0,80}/.exec(own)?.[0].trim() ?? "";
  return name === "" ? null : name;
}

/** The last hop of Via: the product in its comment, else its own name. */
function nameVia(value: string): string | null {
  const last = value.split(",").at(-1)?.trim() ?? "";
  const found = /^(?:[A-Za-z]+\/)?[\d.]+\s+([^\s(]{1,200})(?:\s+\(([^)]{1,100})\))?/.exec(last);
  if (found === null) return /^[A-Za-z][\w.-]{0,80}$/.test(last) ? last : null;
  const comment = found[2]?.split("/")[0]?.trim();
  return comment ?? found[1] ?? null;
}

function isProxyName(name: string): boolean {
  return /^(?:nginx|openresty|apache|caddy|envoy|istio-envoy|cloudflare|cloudfront|varnish|haproxy|traefik|kong|akamaighost|fly|vegur|google|squid)/i.test(
    name,
  );
}
