import type { Location } from "../../../model/place.ts";
import type { Known } from "../../known.ts";
import { callersIn } from "./callerLookup.ts";

const ownership = /owner|user_?id|author|tenant|account|org|created_?by|member|belongs|patient|customer/i;
/** A condition of SQL that takes the owner of a row from what the statement is given. */
const ownerColumn =
  /\b(?:where|and)\b[^"'`]*\b\w*(?:owner|user|author|account|member|customer|patient|created_by)\w*\s*=\s*(?:\?|%s|%\(\w+\)s|:\w+|\$\d)/i;
const linesToMiss = 4;
const miss =
  /404|not_?found|NotFound|notFound|get_object_or_404|next\(\)|abort\(|\bdef get_queryset\b|ViewSet\b|\bDetailView\b|\bRetrieve\w*APIView\b/;
const lookingUp = /find|get|filter|where|query|select|lookup|load|fetch|objects|first|\bone\b/i;

/** Where something is looked up for the caller only: in the handler itself, or in what it gives the caller to. */
export interface OwnerFilter {
  readonly by: "handler" | "lookup";
  readonly location: Location;
}

/** The owner filter of a handler that also answers not found: a line that compares an owner with the caller, or the same one call deeper. */
export function findOwnerFilter(known: Known): OwnerFilter | null {
  const route = known.match.matched;
  const text = known.handler?.text;
  if (!route || text === undefined || !miss.test(text)) {
    return null;
  }
  const lines = text.split("\n");
  const callers = callersIn(text, known.surroundings.callers);
  const isCallers = callers.test(text);
  const index = lines.findIndex(
    (line, at) =>
      comparesOwner(line, callers) ||
      (isCallers && ownerColumn.test(line)) ||
      asksRole(lines, at, callers) ||
      asksPermission(lines, at),
  );
  if (index >= 0) {
    const { file, line } = route.handler ?? route;
    return { by: "handler", location: { file, line: line + index, column: (lines[index]?.search(/\S/) ?? 0) + 1 } };
  }
  const deeper = known.surroundings.callerLookup;
  return deeper && { by: "lookup", location: deeper };
}

/** Whether a line compares an owner with the caller, or looks something up by a field that is the caller. */
function comparesOwner(line: string, callers: RegExp): boolean {
  // What a handler is given it has not looked at yet.
  if (!callers.test(line) || /\bDepends\(|\bSecurity\(|^\s*(?:async\s+)?(?:def|function)\b/.test(line)) {
    return false;
  }
  const compared = `[\\w\\]]\\s*(?:!==?|===?)\\s*(?:${callers.source})|(?:${callers.source})[\\w.]*\\s*(?:!==?|===?)\\s*\\w+[.\\[]`;
  const isCompared = /\bif\b|&&|\|\||\?/.test(line) && new RegExp(compared, "i").test(line);
  const isOwner = isCompared || (ownership.test(line.replace(callers, "")) && /[=:(!]/.test(line));
  return (
    isOwner || (lookingUp.test(line) && new RegExp(`[({,]\\s*\\w+\\s*[=:]\\s*(?:${callers.source})`, "i").test(line))
  );
}

/** Whether a condition asks a record's state and the caller together, and answers not found: `if (plan.draft && !request.user.isForeman)`. */
function asksRole(lines: readonly string[], at: number, callers: RegExp): boolean {
  const line = lines[at] ?? "";
  const [, before = "", after = ""] = /^(.*?)(?:&&|\band\b)(.*)$/.exec(line) ?? [];
  const isTogether = [before, after].some((side) => callers.test(side)) && /\b[a-z_]\w*(?:\.|\[["'])\w+/i.test(before);
  const isDenied = /!\s*[\w.]*$|\bnot\b|!==?|!\s*\w/.test(line);
  return /\bif\b/.test(line) && isTogether && isDenied && miss.test(lines.slice(at, at + linesToMiss).join("\n"));
}

// What can_prepare() of aiohttp asks is whether a request is a handshake.
const permission =
  /(?:\bnot\s+|!\s*)[\w.]*\b(?!can_prepare\()(?:(?:may|can)(?:_[a-z]|[A-Z])\w*|(?:is_?)?(?:allowed|permitted|visible|readable|accessible|authori[sz]ed)\w*|has_?(?:perm|access)\w*|owns\w*|belongs\w*)\(/i;

/** Whether a condition asks if the record may be seen, and answers not found where it may not: `if not can_view(reader, letter): abort(404)`. */
function asksPermission(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? "";
  const isAsked = /\b(?:if|elif|unless|or|and)\b|&&|\|\||\?/.test(line) && permission.test(line);
  return isAsked && miss.test(lines.slice(at, at + linesToMiss).join("\n"));
}
