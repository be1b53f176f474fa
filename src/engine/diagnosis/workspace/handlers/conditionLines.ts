import { type AskedSwitch, flip, readSwitches, type Switch } from "./switches.ts";

/** A line that decides whether what stands elsewhere is registered or answered, and the switches that it asks, as they must be for that. */
export interface ConditionLine {
  readonly index: number;
  readonly switches: readonly Switch[];
  /** True where it is asked of the thing or its owner, so that it may hold for another one. */
  readonly isOfRecord?: boolean;
}

const looseShape = /flag|feature|enable|disable|toggle|experiment|beta|preview|\bplan\b|rollout|env\b|config|settings/i;
const ofStarting = /__name__|require\.main|import\.meta\.(?:url|main|filename)|\bcluster\.|process\.argv/;

/** The condition around a line: an `if` that holds it, or one before it in the same block that leaves the block. Null when there is none. */
export function findEnclosing(lines: readonly string[], at: number): ConditionLine | null {
  const own = lines[at] ?? "";
  if (isConditional(own)) {
    return ofBranch(lines, at, "then");
  }
  let depth = own.search(/\S/);
  let isElse = false;
  for (let index = at - 1; index >= 0 && (depth > 0 || isElse); index -= 1) {
    const line = lines[index] ?? "";
    const indent = line.search(/\S/);
    if (indent < 0 || indent > depth) {
      continue;
    }
    if (leaves(lines, index)) {
      return ofBranch(lines, index, "else");
    }
    if (indent < depth) {
      depth = indent;
      if (isConditional(line)) {
        return ofBranch(lines, index, isElse ? "else" : "then");
      }
    }
    // The `if` of an `else` stands beside it.
    if (indent === depth && isElse && isConditional(line)) {
      return ofBranch(lines, index, "else");
    }
    isElse = indent === depth && /^\s*(?:\}\s*)?else\s*[:{]\s*$/.test(line);
  }
  return null;
}

function isConditional(line: string): boolean {
  return (
    /^\s*(?:\}\s*)?(?:if|elif|else if|unless)\b/.test(line) &&
    (looseShape.test(line) || readSwitches(line).length > 0 || readLookup(line) !== null) &&
    !ofStarting.test(line)
  );
}

const lookup =
  /^\s*(?:\}\s*)?(?:if|elif|else if|unless)\b\s*\(?\s*(not\s+|!)?[A-Za-z_$][\w$.]*(?:\.(?:get|getboolean|has)\(\s*["']([\w.-]+)["'][^()]*\)|\[\s*["']([\w.-]+)["']\s*\])\s*\)?\s*[:{]?\s*$/;

/** A condition that is nothing but one literal key of an object, whatever that is called: `if offers.get("reservations", False):`. */
function readLookup(line: string): Switch | null {
  const [whole, negation, called, indexed] = lookup.exec(line) ?? [];
  const key = called ?? indexed ?? "";
  return whole === undefined ? null : { keys: [key], holdsWhen: negation === undefined ? "on" : "off" };
}

/** Whether a line is an `if` on a switch whose block does nothing but leave: what follows is done only where it does not hold. */
function leaves(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? "";
  const [, condition = "", rest = ""] =
    /^\s*if\b(.*?)((?:(?<=\))\s*\{?\s*return\b|:\s*return\b|[{:]\s*$|\)\s*$).*)$/.exec(line) ?? [];
  if (condition === "" || readSwitches(line).length === 0) {
    return false;
  }
  const body = /\breturn\b/.test(rest) ? rest.slice(rest.indexOf("return")) : (lines[index + 1] ?? "").trim();
  return /^return\b\s*(?:[Nn]one|undefined|null|this|app|server|api|\w*[rR]out\w*)?\s*;?\s*\}?\s*$/.test(body);
}

function ofBranch(lines: readonly string[], index: number, branch: "then" | "else"): ConditionLine {
  const line = lines[index] ?? "";
  const isTurned = (branch === "else") !== /^\s*unless\b/.test(line);
  const looked = readLookup(line);
  const asked: readonly Switch[] = readSwitches(line);
  const switches = asked.length > 0 || looked === null ? asked : [looked];
  return { index, switches: switches.map((one) => asWanted(one, isTurned)) };
}

function asWanted({ keys, holdsWhen }: Switch, isTurned: boolean): Switch {
  return { keys, holdsWhen: isTurned ? flip(holdsWhen) : holdsWhen };
}

const mostLinesOfExpression = 4;

/** The condition inside the expression that holds a place of a line: `isOn("x") ? [here] : []`, `isOn("x") && here`, `[here] if settings.X else []`. */
export function findInline(lines: readonly string[], at: number, column: number): ConditionLine | null {
  const first = Math.max(0, at - mostLinesOfExpression);
  const above = lines.slice(first, at);
  const before = [...above, (lines[at] ?? "").slice(0, column)].join("\n");
  for (const asked of readSwitches(before).toReversed()) {
    const branch = branchTo(before.slice(asked.end));
    if (branch !== null) {
      const index = first + before.slice(0, asked.start).split("\n").length - 1;
      return { index, switches: [asWanted(asked, branch === "else")] };
    }
  }
  const after = (lines[at] ?? "").slice(column);
  const asked = readSwitches(after).find((one) => isAfterIf(after, one));
  return asked ? { index: at, switches: [asWanted(asked, false)] } : null;
}

/** Which branch of a conditional expression a text leads into from the end of its condition; null when it leads into none. */
function branchTo(between: string): "then" | "else" | null {
  const [opening, operator] = /^\s*\)*\s*(\?(?![.?])|&&)/.exec(between) ?? [];
  if (opening === undefined) {
    return null;
  }
  let depth = 0;
  let branch: "then" | "else" = "then";
  for (const letter of between.slice(opening.length).replace(/(["'`])(?:(?!\1).)*\1/g, "")) {
    depth += /[([{]/.test(letter) ? 1 : /[)\]}]/.test(letter) ? -1 : 0;
    if (depth < 0 || letter === ";" || (depth === 0 && letter === ",")) {
      return null;
    }
    if (letter === ":" && depth === 0 && operator === "?") {
      branch = "else";
    }
  }
  return branch;
}

/** Python's conditional expression: the condition stands behind what it decides about. */
function isAfterIf(after: string, { start }: AskedSwitch): boolean {
  const between = after.slice(0, start);
  return /\bif\s+(?:not\s+)?\(?$/.test(between) && !/\b(?:else|for)\b/.test(between) && !/[;{]/.test(between);
}

const listed =
  /\b(flag|feature|switch|toggle|enabled|when|only_?[iI]f|requires|gate)["']?\s*[:=]\s*(?:["'`]([\w.:-]+)["'`]|(false|False)\b)/;

/** The switch that a list of modules keeps beside one of them, where the list is filtered by it. */
export function findListed(lines: readonly string[], at: number): ConditionLine | null {
  const [, key = "", name] = listed.exec(lines[at] ?? "") ?? [];
  const asks = new RegExp(`[.["'\\s{(]${key}\\b`);
  const isFiltered = lines.some(
    (line, index) => index !== at && /\bfilter\(|^\s*(?:\}\s*)?if\b|\bif\s/.test(line) && asks.test(line),
  );
  return key === "" || !isFiltered
    ? null
    : { index: at, switches: name === undefined ? [] : [{ keys: [name], holdsWhen: "on" }] };
}
