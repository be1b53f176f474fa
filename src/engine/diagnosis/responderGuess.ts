import type { Responder } from "../model/diagnosis.ts";
import type { SeenResponse } from "./responderMatch.ts";
import type { Miss } from "./responderRules/rule.ts";

/** What can be said of an answer that no rule knows. */
export interface Guess {
  readonly responder: Responder;
  readonly miss: Miss;
  readonly confidence: number;
}

/** Judges an answer that no rule knows by its status and by the words it uses; `sentences` are its message and its codes. */
export function guessResponder(seen: SeenResponse, sentences: readonly string[]): Guess {
  const name = nameApplication(seen);
  if (seen.status === 405) {
    const because = "405 says that the path is known and the method is not";
    return { responder: { layer: "router", name, because }, miss: "router", confidence: 0.7 };
  }
  if (seen.content !== "text" || seen.status < 400) {
    return {
      responder: { layer: "unknown", name: "unknown", because: "nothing in the answer names its author" },
      miss: "unknown",
      confidence: 0,
    };
  }
  const words = sentences.map((sentence) => sentence.slice(0, 300));
  const routeWord = words.find((sentence) => speaksOfRoute(sentence));
  if (routeWord !== undefined) {
    const because = `its own words for an address that it does not serve: "${shorten(routeWord)}"`;
    return { responder: { layer: "router", name, because }, miss: "router", confidence: 0.7 };
  }
  const thing = words.find((sentence) => namesThing(sentence));
  if (thing !== undefined) {
    const because = `its own words for a thing that it did not find: "${shorten(thing)}"`;
    return { responder: { layer: "application", name, because }, miss: "handler", confidence: 0.75 };
  }
  if (seen.json !== null) {
    const because = "a JSON body of its own making";
    return { responder: { layer: "application", name, because }, miss: "unknown", confidence: 0.5 };
  }
  const because = "a body that matches no known product";
  return { responder: { layer: "unknown", name: "a page of its own", because }, miss: "unknown", confidence: 0.2 };
}

/** True for words about routes, endpoints, paths, pages, URLs and methods as the thing that was not found. */
export function speaksOfRoute(sentence: string): boolean {
  const plain = spaceWords(sentence);
  return (
    /\b(?:route|endpoint|path|url|uri|page|api|operation|action|method)s?\b.{0,80}\b(?:not found|not exist|unknown|not available|not match|not supported|no match)/.test(
      plain,
    ) ||
    /\b(?:no|unknown|invalid|unrecognized|unmatched|undefined|missing|not a valid|no such|no matching|non existent) (?:\w+ )?(?:route|endpoint|path|url|uri|page|operation)\b/.test(
      plain,
    ) ||
    /\bcannot (?:get|post|put|patch|delete|head|options)\b/.test(plain)
  );
}

/** True when a sentence or code says which kind of thing was not found, such as `order_not_found` or "Customer 7 does not exist". */
export function namesThing(sentence: string): boolean {
  const plain = spaceWords(sentence);
  const before =
    /^(.{1,120}?)\b(?:(?:was|were|is|could|can|has|have)(?: not|n ?t) (?:be )?found|not found|does(?: not|n t) exist|do not exist|not exist|is missing|unknown|no longer exists?|has been (?:deleted|removed|archived)|is gone)\b/.exec(
      plain,
    )?.[1];
  const after =
    /\b(?:no such|could(?: not|n t) find|can(?: ?not|n t) find|unable to find|did(?: not|n t) find|not find|unknown|no) (?:an? |the |any )?([a-z]{2,40})\b/.exec(
      plain,
    )?.[1];
  const nouns = `${before ?? ""} ${after ?? ""}`.split(" ").filter((word) => /^[a-z]{3,}$/.test(word));
  return nouns.some((word) => !emptyWords.has(word));
}

/** Words that name no kind of thing. */
const emptyWords = new Set(
  (
    "the this that requested resource resources object item entity entry data record content error errors err http status code " +
    "not found was were has have been could cannot can page path route url uri endpoint sorry oops whoops you your are looking for what with " +
    "request server exception and but may might file document target address site website here there nothing something it we our"
  ).split(" "),
);

/** `OrderNotFound`, `order_not_found` and `ORDER-NOT-FOUND` read as words. */
function spaceWords(sentence: string): string {
  return sentence
    .slice(0, 300)
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .replace(/[^a-z0-9/]+/g, " ")
    .trim();
}

function shorten(sentence: string): string {
  const line = sentence.replace(/\s+/g, " ").trim();
  return line.length > 90 ? `${line.slice(0, 89)}…` : line;
}

function nameApplication(seen: SeenResponse): string {
  const powered = /^[A-Za-z][\w .#-]{1,40}/.exec(seen.fields.get("x-powered-by") ?? "")?.[0].trim();
  return powered === undefined ? "the application" : `the ${powered} application`;
}
