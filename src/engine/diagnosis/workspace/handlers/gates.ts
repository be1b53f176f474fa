import type { Location } from "../../../model/place.ts";
import type { Route } from "../../../model/route.ts";
import type { Files } from "../../../ports.ts";
import { callersIn, findNotedCallers } from "./callerLookup.ts";
import { listPassed, type Passed } from "./wayIn.ts";

/** Code on the way to a handler that can itself answer that nothing is there: what it asks, the line that asks, and where that stands. */
export interface Gate {
  readonly asks: "caller" | "else";
  readonly location: Location;
  readonly text: string;
  readonly of: Passed["of"];
}

const miss =
  /\bcallNotFound\b|\.notFound\s*\(|(?<![.\w])notFound\s*\(|\b404\b|\bHttp404\b|\b(?:HTTP)?NotFound(?:Error|Exception)?\b|\bnext\(.*["'`]rout(?:e|er)["'`]|\bNOT_FOUND\b/;
// Koa answers 404 where nobody sets a body.
const leaves = /\bif\b.*\breturn\s*;?\s*\}?\s*$/;
const asking = /\b(?:if|elif|unless|switch)\b|\?(?![.?:])|&&|\|\|/;
const caller =
  /\b(?:role|roles|permissions?|scopes?|grants?|abilit(?:y|ies)|is_?(?:admin|staff|editor|owner|member|superuser|internal)|authori[sz]\w*|authenticated|api[-_]?key|credentials?|token|staff|principal|identity|session)\b|["'`]x-[\w-]*(?:key|token|auth|role|staff|user)["'`]/i;
/** What a credential is read from: whoever does so before the miss asks who is calling, whatever the answer is called. */
const credential =
  /["'`](?:authorization|cookie|(?:x-)?api[-_]?key|x-[\w-]*token)["'`]|\bHTTP_AUTHORIZATION\b|\bcookies?\s*[.[]|\bbearer\b/i;
/** A field of an application's own in the request that is asked for, but for those that select a version, a feature or a scope. */
const ownField =
  /(?:\bheaders?\b[^"'`]*|\b(?:req|ctx|request)\.get\(\s*)["'`]x-(?![\w-]*(?:version|feature|beta|tenant|region|org|forwarded|request-id|trace))[\w-]+["'`]/i;
/** What is asked of the whole request, such as where it comes from. */
const ofRequest =
  /(?:!\s*|\bnot\s+)(?:await\s+)?[\w.]+\(\s*(?:self\.)?(?:request|req|ctx|c)\s*\)|\b(?:remote_?addr\w*|request\.remote|req\.ip)\b/i;
const ofPath = /\b(?:path|pathname|url)\w*\.starts_?with\(\s*["'`](\/[^"'`]*)/gi;
const mostLinesUp = 3;

/** The first code on the way to a route's handler that can answer 404 by itself; one that asks who is calling comes before any other. Never rejects. */
export async function findGate(route: Route, files: Files): Promise<Gate | null> {
  const passed = await listPassed(route, files);
  const noted = findNotedCallers(passed.map(({ file, lines }) => ({ file, text: lines.join("\n") })));
  const gates = passed.flatMap((one) => readGate(one, route, callersIn("", noted)));
  return gates.find(({ asks }) => asks === "caller") ?? gates[0] ?? null;
}

function readGate({ file, index, lines, of }: Passed, { framework, path }: Route, callers: RegExp): readonly Gate[] {
  const beginnings = [...lines.join("\n").matchAll(ofPath)].map(([, beginning = ""]) => beginning);
  if (beginnings.length > 0 && !beginnings.some((beginning) => `${path}/`.startsWith(beginning))) {
    return [];
  }
  const missing = lines.findIndex(
    (line) => !/^\s*(?:\/\/|#|\*)/.test(line) && (miss.test(line) || (framework === "koa" && leaves.test(line))),
  );
  if (missing < 0) {
    return [];
  }
  const first = Math.max(0, missing - mostLinesUp);
  const above = lines.slice(first, missing + 1).findLastIndex((line) => asking.test(line));
  const at = above < 0 ? missing : first + above;
  const text = lines[at] ?? "";
  const location = { file, line: index + at + 1, column: Math.max(0, text.search(/\S/)) + 1 };
  const isCaller =
    callers.test(text) ||
    caller.test(text) ||
    ownField.test(text) ||
    ofRequest.test(text) ||
    readsHeader(lines.slice(0, missing), text) ||
    lines.slice(0, missing).some((line) => credential.test(line));
  return [{ asks: isCaller ? "caller" : "else", location, text: text.trim(), of }];
}

const headerParameter = /\b(\w+)\s*(?::[^=()]*)?=\s*Header\(/g;

/** Whether the condition asks what a line above reads from a field of the request's own, be it a parameter of FastAPI. */
function readsHeader(above: readonly string[], text: string): boolean {
  const read = above.flatMap((line) => (ownField.test(line) ? (/\b(\w+)\s*=(?!=)/.exec(line)?.[1] ?? []) : []));
  const names = [...read, ...[...above.join("\n").matchAll(headerParameter)].map(([, name = ""]) => name)];
  return names.some(
    (name) =>
      new RegExp(`\\b${name}\\b`).test(text) &&
      !/version|edition|revision|feature|beta|tenant|region|lang|trace/i.test(name),
  );
}
