import type { RouteParameter } from "../../model/route.ts";
import type { PathPattern } from "../graph/routers.ts";
import { HOLE, textOf, type Value } from "../graph/values.ts";

interface Draft {
  readonly template: string;
  /** The template with optional groups that are one segment each left in, as `{/name}`. */
  readonly written: string;
  readonly parameters: readonly RouteParameter[];
}

/**
 * Translates a path of Express 4 or 5 (path-to-regexp 0.1 and 8) into patterns in the shared spelling; an optional group
 * makes one pattern with and one without it. Neither version serves a path that does not start with a slash.
 */
export function readExpressPath(text: string): readonly PathPattern[] {
  const known = paths.get(text);
  if (known !== undefined) return known;
  const read = translate(text);
  if (paths.size === MOST_PATHS) paths.clear();
  paths.set(text, read);
  return read;
}

/** What paths were translated to: each link of an edited workspace meets the same ones. */
const paths = new Map<string, readonly PathPattern[]>();
const MOST_PATHS = 5_000;

function translate(text: string): readonly PathPattern[] {
  const drafts = readSequence(text, 0, "").drafts;
  const lacksSlash = text !== "" && !/^[/*{(\uE000]/.test(text);
  return drafts.map(({ template, written, parameters }) => ({
    template,
    parameters,
    problems: lacksSlash ? ["missing-slash"] : [],
    ...(written === template ? {} : { written }),
  }));
}

/**
 * True for a path that path-to-regexp 8 refuses, which Express has used since version 5: unescaped `()[]?+!`, and a colon or a
 * wildcard without a name (https://expressjs.com/en/guide/migrating-5.html).
 */
export function isRefusedByExpress5(text: string): boolean {
  if (text.includes(HOLE)) return false;
  return /[()[\]?+!]|[:*](?![\p{L}_$"])/u.test(text.replace(/\\./g, ""));
}

const PIECES =
  /\\?\/|\\[.-]|[\w~-]+(?![*+?{])|\((?:\?<\w+>)?(?!\?)(?:\\[^/]|\[(?:\\.|[^\]])*\]|[^()\\/[\]])*\)(?![*+?{])|(?:\\[dw]|\[\^\\?\/\])(?:[+*]|\{[\d,]+\})/gy;

/** A regular expression that is a path with parameters, from end to end: `/^\/reports\/(\d{4})$/`; undefined for any other. */
function readSimplePattern(source: string): PathPattern | undefined {
  const inside = /^\^(.*?)(\\?\/\?)?\$$/.exec(source);
  const pieces = inside?.[1]?.match(PIECES) ?? [];
  if (inside === null || pieces.length === 0 || pieces.join("") !== inside[1]) return undefined;
  const parameters: RouteParameter[] = [];
  const template = pieces.map((piece) => {
    if (!/^(?:\(|\\[dw]|\[)/.test(piece)) return piece.replace("\\", "");
    const named = /^\((?:\?<(\w+)>)?([\s\S]*)\)$/.exec(piece);
    const name = named?.[1] ?? `part${parameters.length + 1}`;
    parameters.push({ name, pattern: named?.[2] ?? piece, optional: false });
    return `{${name}}`;
  });
  return { template: template.join(""), parameters, problems: [], isExact: inside[2] === undefined };
}

/** The pattern of a regular expression given as a path. */
function readExpressPattern(source: string, flags = ""): PathPattern {
  const simple = flags.includes("i") ? undefined : readSimplePattern(source);
  if (simple !== undefined) return simple;
  const plain = source.replaceAll("\\/", "/");
  const parameters = [{ name: "pattern", pattern: plain, optional: false }];
  return { template: "/{pattern*}", parameters, problems: [], isExact: !flags.includes("i") };
}

const PATH_WORDS = /(?:prefix|path|url|base|route|endpoint|version|mount|root)\w*$/i;
const SETTING =
  /(?:^|[._])(?:config|configuration|conf|cfg|settings|options|opts|env|environment|constants)\b.*\.\w+$/i;
const MIDDLEWARE =
  /(?:auth|cors|middleware|handle|guard|limit|log|session|check|require|ensure|valid|parse|protect)\w*$/i;

/** True for an unknown value whose words say that it holds a path, such as `process.env.API_PREFIX`: a constant, or one of the settings. */
function isUnknownPath(value: Value | undefined): boolean {
  if (value?.kind !== "unknown" && (value?.kind !== "external" || value.path.length === 0)) return false;
  const source = value.kind === "unknown" ? value.source : value.path.join(".");
  // What packages export is a router or middleware more often than a path.
  const isNamed = value.kind === "unknown" ? PATH_WORDS.test(source) : /(?:prefix|path|url|base|root)$/i.test(source);
  return isNamed || /(?:^|\.)[A-Z][A-Z0-9_]+$/.test(source) || (SETTING.test(source) && !MIDDLEWARE.test(source));
}

/** The patterns of a value given as a path: a text, a regular expression or a list of these; undefined when it is none. */
export function readExpressPaths(value: Value | undefined): readonly PathPattern[] | undefined {
  if (value === undefined) return undefined;
  if (isUnknownPath(value)) return readExpressPath(textOf(value));
  if (value.kind === "text") return readExpressPath(value.value);
  if (value.kind === "pattern") return [readExpressPattern(value.source, value.flags)];
  if (value.kind !== "list" || value.items.length === 0) return undefined;
  const each = value.items.map(readExpressPaths);
  return each.every((patterns) => patterns !== undefined) ? each.flat() : undefined;
}

interface Sequence {
  readonly drafts: readonly Draft[];
  readonly end: number;
}

/** Characters that stand for themselves wherever they are; most paths are little else. */
const PLAIN = /(?:[\w/.~-](?!\?))+/y;

function readSequence(text: string, start: number, close: string): Sequence {
  let drafts: readonly Draft[] = [{ template: "", written: "", parameters: [] }];
  let at = start;
  while (at < text.length && text[at] !== close) {
    if (text[at] === "{") {
      const group = readSequence(text, at + 1, "}");
      drafts = addGroup(drafts, group.drafts, text.slice(at + 1, group.end));
      at = group.end + 1;
      continue;
    }
    PLAIN.lastIndex = at;
    const plain = PLAIN.exec(text)?.[0];
    const token = plain === undefined ? readToken(text, at) : literal(plain, plain.length);
    drafts = drafts.flatMap((draft) => token.texts.map((piece) => append(draft, piece, token.parameter)));
    at += token.length;
  }
  return { drafts, end: at };
}

function addGroup(drafts: readonly Draft[], group: readonly Draft[], source: string): readonly Draft[] {
  const mayBeEmpty = /^\*\w+$/.test(source);
  const inside = mayBeEmpty ? group.map((each) => ({ ...each, parameters: [] })) : group;
  const name = /^\/:(\w+)$/.exec(source)?.[1];
  // A path starts with a slash, so that a group at its start cannot be left in.
  const folded = (draft: Draft) =>
    name === undefined || draft.template === "" ? undefined : `${draft.written}{/${name}}`;
  const withGroup = drafts.flatMap((draft) =>
    inside.map((each) => ({
      template: draft.template + each.template,
      written: folded(draft) ?? draft.written + each.written,
      parameters: [...draft.parameters, ...each.parameters],
    })),
  );
  const without = drafts.map((draft) => ({ ...draft, written: folded(draft) ?? draft.written }));
  return mayBeEmpty ? withGroup : [...withGroup, ...without];
}

function append(draft: Draft, text: string, parameter: RouteParameter | null): Draft {
  const parameters = parameter === null ? draft.parameters : [...draft.parameters, parameter];
  return { template: draft.template + text, written: draft.written + text, parameters };
}

interface Token {
  readonly texts: readonly string[];
  readonly parameter: RouteParameter | null;
  readonly length: number;
}

function readToken(text: string, at: number): Token {
  const rest = text.slice(at);
  const known = /^\uE000[^\uE000]*\uE000/.exec(rest)?.[0];
  if (known !== undefined) return literal(known, known.length);
  if (rest[0] === "\\" && rest.length > 1) return literal(rest[1] ?? "", 2);
  const named = /^:(?:(\w+)|"([^"]*)")/.exec(rest);
  if (named !== null) return readNamed(named[1] ?? named[2] ?? "", named[0].length, rest);
  if (rest[0] === "*") return readWildcard(rest);
  if (rest[0] === "(") {
    const length = closingParenthesis(rest);
    const suffix = rest[length] === "?" ? 1 : 0;
    return group("group", rest.slice(1, length - 1), suffix === 1, length + suffix);
  }
  if (rest[0] === "/" && rest[1] === "?") return { texts: [""], parameter: null, length: 2 };
  if (rest[1] === "?" && /\w/.test(rest[0] ?? "")) return { texts: [rest[0] ?? "", ""], parameter: null, length: 2 };
  return literal(rest[0] ?? "", 1);
}

function literal(text: string, length: number): Token {
  return { texts: [text], parameter: null, length };
}

function group(name: string, pattern: string | null, optional: boolean, length: number): Token {
  const plain = pattern === null && !optional;
  return { texts: [`{${name}}`], parameter: plain ? null : { name, pattern, optional }, length };
}

function readNamed(name: string, length: number, rest: string): Token {
  let end = length;
  let pattern: string | null = null;
  if (rest[end] === "(") {
    const size = closingParenthesis(rest.slice(end));
    pattern = rest.slice(end + 1, end + size - 1);
    end += size;
  }
  const modifier = rest[end];
  if (modifier === "*" || modifier === "+") {
    if (pattern === ".") pattern = null;
    const parameter = { name, pattern: modifier === "+" ? ".+" : null, optional: modifier === "*" };
    return { texts: [`{${name}*}`], parameter, length: end + 1 };
  }
  if (modifier === "?") return group(name, pattern, true, end + 1);
  if (pattern !== null && /^\.[*+]$/.test(pattern)) return { texts: [`{${name}*}`], parameter: null, length: end };
  return group(name, pattern, false, end);
}

function readWildcard(rest: string): Token {
  const name = /^\*(\w+)/.exec(rest)?.[1];
  if (name === undefined) return literal("{path*}", 1);
  return { texts: [`{${name}*}`], parameter: { name, pattern: ".+", optional: false }, length: name.length + 1 };
}

function closingParenthesis(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === "(") depth++;
    else if (text[at] === ")" && --depth === 0) return at + 1;
  }
  return text.length;
}
