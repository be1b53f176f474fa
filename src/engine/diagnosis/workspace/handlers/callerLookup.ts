import type { Location } from "../../../model/place.ts";
import type { Known } from "../../known.ts";
import { isTest, type Text } from "../texts.ts";
import { isImported } from "./importedNames.ts";

/** A field of the kind that a gateway sets for the service behind it, and that says who asks: `X-User`, `X-Client-Id`. */
const identityField =
  /\bx[-_](?:\w+[-_])*(?:user|member|customer|person|client|staff|employee|actor|caller)(?:[-_]?(?:id|name|no|nr))?\b/;

/** Words by which a handler speaks of who sent the request. */
const callerWords =
  /\b(?:req|request|ctx|context|c|self\.request|info|g)\.(?:user|auth|session|tenant|account|principal|identity|(?:state|locals)\.\w*(?:user|person|account|member|customer|tenant|viewer|identity|session|auth))\w*|\b(?:c|ctx|context)\.get\(\s*["'](?:user|account|session|principal|identity|jwtPayload|currentUser)["']\s*\)|current_?user|\bcurrentUser\b|@CurrentUser|request\.user|locals\.(?:user|tenant)|\b(?:user|viewer|principal|caller|claims|session|auth)\.\w+/i;

const given =
  /\b(\w+)\s*:\s*Annotated\[[^\]]*(?:Depends|Security)\(\s*([\w.]+)|\b(\w+)\s*(?::[^,=()]*)?=\s*(?:Depends|Security)\(\s*([\w.]+)/g;
const identifying =
  /user|current|sign(?:ed)?|auth|viewer|identity|principal|caller|session|account|member|whoami|(?:^|_)me$/i;

/**
 * Words by which one handler speaks of who sent the request: the usual ones, the names under which it is given the caller, and the properties under
 * which `noted` code keeps the caller.
 */
export function callersIn(handler: string, noted: readonly string[]): RegExp {
  const names = [...handler.matchAll(given)].flatMap(([, one, how, other, by]) =>
    identifying.test(how ?? by ?? "") ? [one ?? other ?? ""] : [],
  );
  const words = [
    callerWords.source,
    `(?<![\\w.])(?:\\w+\\.)*\\w+(?:\\.get\\(|\\.header\\(|\\[)\\s*["'](?:HTTP_)?${identityField.source}["']`,
    ...(names.length === 0 ? [] : [`\\b(?:${names.join("|")})\\b`]),
    ...(noted.length === 0 ? [] : [`\\b(?:req|request|ctx|c|g|state|locals)\\.(?:${noted.join("|")})\\b`]),
    ...(noted.length === 0 ? [] : [`\\brequest\\[\\s*["'](?:${noted.join("|")})["']\\s*\\]`]),
    ...(noted.length === 0 ? [] : [`\\bget\\(\\s*["'](?:${noted.join("|")})["']\\s*\\)`]),
  ];
  return new RegExp(words.join("|"), "i");
}

const credential = /\bauthorization\b|cookies?\b|\bapi[-_]?key\b|\bbearer\b|\btokens?\b|\bsession\b/i;
const naming = new RegExp(`${credential.source}|${identityField.source}`, "i");
const keeping =
  /\b(?:req|request|ctx|c|g|res\.locals|ctx\.state|request\.state)\.(?:state\.|locals\.)?([A-Za-z_]\w{2,30})\s*=(?![=>])|\bc\.set\(\s*["'](\w{3,30})["']|\brequest\[\s*["'](\w{3,30})["']\s*\]\s*=(?!=)/g;
const notCallers =
  /^(?:body|url|query|params|headers|method|path|status|state|locals|log|logger|id|ip|start\w*|time\w*|db|trace\w*)$/i;
const mostNoted = 8;

/** The properties of a request or context under which code that reads a credential keeps who sent it, such as `customer` of `req.customer`; at most 8. */
export function findNotedCallers(texts: readonly Text[]): readonly string[] {
  const names = texts
    .filter(({ file, text }) => /\.(?:py|[cm]?[jt]sx?)$/.test(file) && !isTest(file) && naming.test(text))
    .flatMap(({ text }) => [...text.matchAll(keeping)].map(([, ...kept]) => kept.find((name) => name) ?? ""));
  return [...new Set(names)].filter((name) => name !== "" && !notCallers.test(name)).slice(0, mostNoted);
}

// What stands in the parentheses is only looked at, so that the calls within it are found too; a function that is given is no argument.
const call = /([A-Za-z_$][\w$.]*)\s*\((?=((?:[^(){}]|\([^(){}]*\))*)\))/g;

/**
 * Where the function is defined to which the handler gives both what was asked for and who asks, so that it finds only what is the caller's:
 * in the handler's file, or in one that it imports. `noted` is what `findNotedCallers` found. Null when there is none.
 */
export function findCallerLookup(known: Known, texts: readonly Text[], noted: readonly string[]): Location | null {
  const route = known.match.matched;
  const at = route?.handler ?? route;
  const own = texts.find(({ file }) => file === at?.file);
  const name = known.identifiers.at(-1)?.name ?? "";
  if (!at || !own || !known.handler || name === "") {
    return null;
  }
  const asked = new RegExp(`\\bparams\\b|\\b${name.replace(/\W/g, "")}\\b`);
  // Its own definition names what it is given as well.
  const body = known.handler.text.replace(/\b(?:def|function\*?)\s+\w+\s*\(/g, " (");
  const callers = callersIn(known.handler.text, noted);
  for (const [, callee = "", passed = ""] of body.matchAll(call)) {
    const found = callers.test(passed) && asked.test(passed) ? findDefinition(callee, at, own, texts) : null;
    if (found) {
      return found;
    }
  }
  return null;
}

/** Where a function is defined that the handler at a place calls; the handler may have the name of a method that it calls. */
function findDefinition(callee: string, at: Location, own: Text, texts: readonly Text[]): Location | null {
  const name = callee.slice(callee.lastIndexOf(".") + 1).replace(/\$/g, "\\$");
  const defining = new RegExp(
    `(?:\\b(?:function\\*?|def|const|let|var)\\s+${name}\\b|^\\s*(?:(?:public|static|async|private)\\s+)*${name}\\s*\\([^)]*\\)\\s*[:{])`,
  );
  for (const { file, text } of [own, ...texts.filter((one) => one !== own && isImported(own.text, one.file))]) {
    const lines = text.split(/\r\n|\r|\n/);
    const index = lines.findIndex((line, each) => defining.test(line) && !(file === at.file && each === at.line - 1));
    if (index >= 0) {
      return { file, line: index + 1, column: (lines[index] ?? "").search(/\S/) + 1 };
    }
  }
  return null;
}
