import type { Responder } from "../../model/diagnosis.ts";
import type { SeenResponse } from "./responderMatch.ts";
import type { Miss } from "./rules/rule.ts";

/** What can be said of an answer that no rule knows. */
export interface Guess {
  readonly responder: Responder;
  readonly miss: Miss;
  readonly confidence: number;
}

/**
 * Judges an answer that no rule knows by its status and by the words it uses; `sentences` are its message and its codes,
 * and the URL tells which of those words belong to the application's own subject.
 */
export function guessResponder(seen: SeenResponse, sentences: readonly string[], url: string): Guess {
  const name = nameApplication(seen);
  if (seen.status === 405) {
    const because = "405 says that the path is known and the method is not";
    return { responder: { layer: "router", name, because }, miss: "router", confidence: 0.7 };
  }
  if (seen.content !== "text" || seen.status < 400) {
    return guessFromFields(seen, name);
  }
  const said = sentences.map((sentence) => sentence.slice(0, 300));
  const ofRoute = said.find((sentence) => speaksOfRoute(sentence, url));
  if (ofRoute !== undefined) return guessFromRouteWords(seen, name, ofRoute);
  const ofThing = said.find((sentence) => namesThing(sentence, url));
  if (ofThing !== undefined) {
    const because = `its own words for a thing that it did not find: "${shorten(ofThing)}"`;
    return { responder: { layer: "application", name, because }, miss: "handler", confidence: 0.75 };
  }
  if (seen.json !== null) {
    const responder: Responder = { layer: "application", name, because: "a JSON body of its own making" };
    return { responder, miss: "unknown", confidence: 0.5 };
  }
  const because = "a body that matches no known product";
  return { responder: { layer: "unknown", name: "a page of its own", because }, miss: "unknown", confidence: 0.2 };
}

/** An answer without words of its own is known by X-Powered-By alone. */
function guessFromFields({ fields }: SeenResponse, name: string): Guess {
  const powered = fields.get("x-powered-by");
  return powered === undefined || name === plainName
    ? {
        responder: { layer: "unknown", name: "unknown", because: "nothing in the answer names its author" },
        miss: "unknown",
        confidence: 0,
      }
    : {
        responder: { layer: "application", name, because: `X-Powered-By: ${shorten(powered)}` },
        miss: "unknown",
        confidence: 0.3,
      };
}

/** A page that says "page not found" may stand for a missing thing as well; data that says so speaks of an address. */
function guessFromRouteWords(seen: SeenResponse, name: string, sentence: string): Guess {
  if (seen.json === null && /^\s*</.test(seen.text)) {
    const because = `a page of its own that says "${shorten(sentence)}"`;
    return { responder: { layer: "application", name, because }, miss: "unknown", confidence: 0.4 };
  }
  const because = `its own words for an address that it does not serve: "${shorten(sentence)}"`;
  return { responder: { layer: "router", name, because }, miss: "router", confidence: 0.7 };
}

/**
 * True for words about routes, endpoints, paths, pages and URLs as what was not found. Where the URL itself has such a
 * word (`/pages/7`, `/routes/42`) it is a subject of the application and counts only beside a method and a path.
 */
function speaksOfRoute(sentence: string, url: string): boolean {
  const plain = spaceWords(sentence);
  if (/\b(?:get|post|put|patch|delete|head|options) ?\//.test(plain)) return true;
  if (/\bcannot (?:get|post|put|patch|delete|head|options)\b/.test(plain)) return true;
  const nouns = routeNouns.filter((noun) => !isSubject(noun, url)).join("|");
  if (nouns === "") return false;
  const lost = "(?:not found|not exist|unknown|not available|not match|no match|not recognized)";
  const none = "(?:no|unknown|invalid|unrecognized|unmatched|undefined|no such|no matching|not a valid|non existent)";
  return (
    new RegExp(`\\b(?:${nouns})s?\\b.{0,80}\\b${lost}\\b`).test(plain) ||
    new RegExp(`\\b${none} (?:\\w{1,30} )?(?:${nouns})s?\\b`).test(plain)
  );
}

/** True when a sentence or code says which kind of thing was not found, such as `order_not_found` or "Customer 7 does not exist". */
function namesThing(sentence: string, url: string): boolean {
  const plain = spaceWords(sentence);
  const before = thingBefore.exec(plain)?.[1] ?? "";
  const after = thingAfter.exec(plain)?.[1] ?? "";
  const nouns = `${before} ${after}`.split(" ").filter((word) => /^[a-z]{3,}$/.test(word));
  return nouns.some((word) => !emptyWords.has(word) || (routeNouns.includes(word) && isSubject(word, url)));
}

const routeNouns: readonly string[] = ["route", "endpoint", "path", "url", "uri", "page", "operation"];

const thingBefore =
  /^(.{1,120}?)\b(?:(?:was|were|is|could|can|has|have) ?n(?:ot|t)? (?:be )?found|not found|does(?: not|n t) exist|do not exist|not exist|is missing|unknown|no longer exists?|has been (?:deleted|removed|archived)|is gone)\b/;

const thingAfter =
  /\b(?:no such|could(?: not|n t) find|can(?: ?not|n t) find|unable to find|did(?: not|n t) find|not find|unknown|no) (?:an? |the |any )?([a-z]{2,40})\b/;

/** Words that name no kind of thing. */
const emptyWords = new Set([
  ...routeNouns,
  ...(
    "the this that requested resource resources object item entity entry data record content error errors err http status code " +
    "not found was were has have been could cannot can sorry oops whoops you your are looking for what with longer such any " +
    "request server exception and but may might file document target address site website here there nothing something " +
    "access permission our because reason"
  ).split(" "),
]);

/** True when a segment of the URL's path is this noun or its plural. */
function isSubject(noun: string, url: string): boolean {
  return new RegExp(`/${noun}s?(?:[/?#]|$)`, "i").test(url.slice(0, 4096).replace(/^[a-z]+:\/\/[^/]*/i, ""));
}

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

const plainName = "the application";

function nameApplication(seen: SeenResponse): string {
  const powered = /^[A-Za-z][\w .#-]{1,40}/.exec(seen.fields.get("x-powered-by") ?? "")?.[0].trim();
  return powered === undefined ? plainName : `the ${powered} application`;
}
