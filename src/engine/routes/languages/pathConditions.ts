import type { PathTest } from "../facts.ts";

/** One path that a condition compares with. */
export type ComparedPath = Pick<PathTest, "text" | "kind">;

/** What a condition says of the path and the method of a request. */
export interface Condition {
  readonly paths: readonly ComparedPath[];
  readonly methods: readonly string[];
  /** True when it holds for everything else (`method !== "GET"`). */
  readonly isNegated: boolean;
}

/** Patterns by the names they are kept under. */
export type NamedPatterns = (name: string) => ComparedPath | undefined;

const SUBJECT = String.raw`[\w.$?![\]]*(?:url|URL|[pP]ath(?:name)?)[!)]*(?:\??\.(?:href|pathname|split\([^)]*\)\[0\]|toString\(\)))*`;
const TEXT = String.raw`(?:[rfb]?(["'\x60])((?:(?!\1)[^\\\n]|\\.)*)\1)`;
const REGEXP = String.raw`\/((?:[^\/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/[a-z]*`;

const EQUAL = new RegExp(String.raw`${SUBJECT}\s*(!|=)==?\s*${TEXT.replace(/\\1/g, "\\2")}`, "g");
const EQUAL_BEFORE = new RegExp(String.raw`${TEXT}\s*(!|=)==?\s*${SUBJECT}`, "g");
const STARTS = new RegExp(String.raw`${SUBJECT}\.starts[wW]ith\(\s*${TEXT}`, "g");
const LISTED = new RegExp(
  String.raw`\[([^\]]*)\]\.includes\(\s*${SUBJECT}|${SUBJECT}\s+in\s+[([{]([^)\]}]*)[)\]}]`,
  "g",
);
const TESTED = new RegExp(String.raw`${REGEXP}\.(?:test|exec)\(\s*${SUBJECT}|${SUBJECT}\.match\(\s*${REGEXP}`, "g");
const PYTHON_TESTED = new RegExp(
  String.raw`\bre\.(match|fullmatch|search)\(\s*${TEXT.replace(/\\1/g, "\\2")}\s*,\s*${SUBJECT}`,
  "g",
);
const NAMED = new RegExp(String.raw`\b([\w$]+)\.(test|exec|match|fullmatch)\(\s*(?:\{[^}]*)?${SUBJECT}`, "g");
const METHOD = /\b(?:method|command|REQUEST_METHOD)["'\])!]*\s*(!|=)==?\s*["'`]([A-Za-z]+)["'`]/g;

/** Reads from the text of a condition what it compares the path and the method of a request with. */
export function readCondition(text: string, patternOf: NamedPatterns): Condition {
  const paths: ComparedPath[] = [];
  const methods: string[] = [];
  let isNegated = false;
  const add = (path: string | undefined, kind: ComparedPath["kind"], mark?: string) => {
    if (path === undefined || (kind !== "pattern" && !path.startsWith("/"))) return;
    paths.push({ text: path, kind });
    isNegated ||= mark === "!";
  };
  for (const [, mark, , path] of text.matchAll(EQUAL)) add(path, "whole", mark);
  for (const [, , path, mark] of text.matchAll(EQUAL_BEFORE)) add(path, "whole", mark);
  for (const [, , path] of text.matchAll(STARTS)) add(path, "prefix");
  for (const [, before, after] of text.matchAll(LISTED)) {
    for (const [, , path] of (before ?? after ?? "").matchAll(new RegExp(TEXT, "g"))) add(path, "whole");
  }
  for (const [, before, after] of text.matchAll(TESTED)) add(before ?? after, "pattern");
  for (const [, name, , source] of text.matchAll(PYTHON_TESTED)) add(anchored(source ?? "", name ?? ""), "pattern");
  for (const [, name = "", how = ""] of text.matchAll(NAMED)) {
    const known = patternOf(name);
    if (known !== undefined)
      paths.push({ ...known, text: how.endsWith("match") ? anchored(known.text, how) : known.text });
  }
  for (const [, mark, method = ""] of text.matchAll(METHOD)) {
    methods.push(method.toUpperCase());
    isNegated ||= mark === "!";
  }
  return { paths, methods, isNegated };
}

/** What `re.match` and `re.fullmatch` add to an expression by themselves. */
function anchored(source: string, how: string): string {
  const head = how === "search" || source.startsWith("^") ? source : `^${source}`;
  return how === "fullmatch" && !head.endsWith("$") ? `${head}$` : head;
}

const DECLARED = new RegExp(
  String.raw`([\w$]+)\s*(?::\s*\w+\s*)?=\s*(?:${REGEXP}|re\.compile\(\s*[rf]?(["'])((?:(?!\3)[^\\\n]|\\.)*)\3|new\s+URLPattern\(\s*\{[^}]*\bpathname\s*:\s*(["'\x60])(.*?)\5)`,
  "g",
);

/** The regular expressions and URL patterns that a text keeps under names. */
export function namedPatternsIn(text: string): ReadonlyMap<string, ComparedPath> {
  const found = new Map<string, ComparedPath>();
  for (const [, name = "", script, , python, , template] of text.matchAll(DECLARED)) {
    const source = script ?? python;
    if (source !== undefined) found.set(name, { text: source, kind: "pattern" });
    else if (template !== undefined) found.set(name, { text: template, kind: "template" });
  }
  return found;
}
