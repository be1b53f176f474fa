import type { RouteParameter } from "../../model/route.ts";
import type { PathPattern } from "../graph/routers.ts";

const CONVERTERS: Readonly<Record<string, string>> = {
  int: "[0-9]+",
  slug: "[-a-zA-Z0-9_]+",
  uuid: "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
};

/** Translates a route of `path()`: `<name>`, `<int:name>`, `<path:name>`, and converters of one's own; Django joins such texts as they are. */
export function readDjangoPath(text: string, own: ReadonlyMap<string, string> = new Map()): PathPattern {
  const parameters: RouteParameter[] = [];
  const template = text.replace(/<(?:(\w+):)?(\w+)>/g, (_, converter: string | undefined, name: string) => {
    const pattern = converter === "path" ? ".+" : (CONVERTERS[converter ?? ""] ?? own.get(converter ?? ""));
    if (pattern !== undefined) parameters.push({ name, pattern, optional: false });
    return converter === "path" ? `{${name}*}` : `{${name}}`;
  });
  return { template, parameters, problems: [], isRaw: true };
}

const OPTIONAL_GROUP =
  /\(\?:((?:\\.|\[(?:\\.|[^\]])*\]|\((?:\\.|\[(?:\\.|[^\]])*\]|[^()\\[])*\)|[^()\\[|])*)\)\?(?!\?)/;
const MOST_VARIANTS = 8;

/** The expressions that one with optional groups such as `(?:/(?P<year>[0-9]+))?` stands for: with each of them, and without. */
export function variantsOf(source: string): readonly string[] {
  let variants: readonly string[] = [source];
  while (variants.length < MOST_VARIANTS && variants.some((each) => OPTIONAL_GROUP.test(each))) {
    variants = variants.flatMap((each) =>
      OPTIONAL_GROUP.test(each)
        ? [each.replace(OPTIONAL_GROUP, (_, inside: string) => inside), each.replace(OPTIONAL_GROUP, "")]
        : [each],
    );
  }
  return variants;
}

/** Translates a regular expression of `re_path()`: groups become parameters, anchors and escapes go. */
export function readDjangoPattern(source: string): PathPattern {
  const parameters: RouteParameter[] = [];
  const text = source.replace(/^\^/, "").replace(/(?:\\Z|\$)$/, "");
  let template = "";
  for (let at = 0; at < text.length; ) {
    const piece = readPiece(text, at, parameters);
    template += piece.text;
    at = piece.end;
  }
  const endsLoosely = /\/\?$/.test(text);
  return { template, parameters, problems: [], isRaw: true, ...(endsLoosely ? { strictSlash: false } : {}) };
}

interface Piece {
  readonly text: string;
  readonly end: number;
}

function readPiece(text: string, at: number, parameters: RouteParameter[]): Piece {
  const rest = text.slice(at);
  if (rest[0] === "(") return readGroup(text, at, parameters);
  const hole = /^\uE000[^\uE000]*\uE000/.exec(rest)?.[0];
  if (hole !== undefined) return { text: hole, end: at + hole.length };
  const wild = /^(?:\.[*+]\??)/.exec(rest)?.[0];
  if (wild !== undefined) return { text: "{path*}", end: at + wild.length };
  const repeated = /^(?:\\[dwDWsS]|\[[^\]]+\]|\.)(?:[*+?]|\{[\d,]+\})*\??/.exec(rest)?.[0];
  if (repeated !== undefined)
    return parameter(`part${parameters.length + 1}`, repeated, at + repeated.length, false, parameters);
  if (rest[0] === "\\") return { text: rest[1] ?? "", end: at + 2 };
  if (rest[1] === "?") return { text: rest[0] === "/" ? "" : (rest[0] ?? ""), end: at + 2 };
  return { text: /[\^$?*+|]/.test(rest[0] ?? "") ? "" : (rest[0] ?? ""), end: at + 1 };
}

function parameter(name: string, pattern: string, end: number, optional: boolean, parameters: RouteParameter[]): Piece {
  const takesAll = /^\.[*+]\??$/.test(pattern);
  parameters.push({ name, pattern: takesAll && pattern.startsWith(".*") ? null : pattern, optional });
  return { text: takesAll ? `{${name}*}` : `{${name}}`, end };
}

function readGroup(text: string, start: number, parameters: RouteParameter[]): Piece {
  const end = closing(text, start);
  const inside = text.slice(start + 1, end - 1);
  const optional = text[end] === "?";
  const after = optional ? end + 1 : end;
  const named = /^\?P?<(\w+)>/.exec(inside);
  if (named !== null) return parameter(named[1] ?? "", inside.slice(named[0].length), after, optional, parameters);
  if (inside.startsWith("?:")) {
    if (optional) return { text: "", end: after };
    const first = inside.slice(2).split("|")[0] ?? "";
    return inside.includes("|")
      ? parameter(`part${parameters.length + 1}`, inside.slice(2), after, false, parameters)
      : { text: readDjangoPattern(first).template, end: after };
  }
  if (/^\?[=!<]/.test(inside)) return { text: "", end: after };
  return parameter(`part${parameters.length + 1}`, inside, after, optional, parameters);
}

function closing(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === "[") at = Math.max(at, text.indexOf("]", at + 2));
    else if (text[at] === "(") depth++;
    else if (text[at] === ")" && --depth === 0) return at + 1;
  }
  return text.length;
}
