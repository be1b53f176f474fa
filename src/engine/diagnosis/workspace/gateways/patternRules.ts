import type { Location } from "../../../model/place.ts";
import { isTest, type Text } from "../texts.ts";

/** A rule that gives paths of a pattern another path, by a regular expression. */
export interface PatternRule {
  readonly pattern: string;
  readonly location: Location;
  /** Whether the path has that pattern; false where it would if what the groups take were any segment. */
  readonly isTaken: boolean;
  /** The path that the rule makes of it, or would make. */
  readonly becomes: string;
}

/** Files that hold such rules and are read for nothing else. */
export const ruleFiles = /(?:^|\/)(?:\.htaccess|Caddyfile)$/;

interface Written {
  readonly pattern: string;
  readonly replacement: string;
  /** Whether the replacement takes the place of the whole path, and not of what the pattern found of it. */
  readonly isWhole: boolean;
}

const longest = 1000;
/** What follows is an assignment to the path of the request that is served. */
const served = /\b(?:req|request|ctx|context|event)(?:\.\w+)*\.(?:url|path)\s*=[^=>]/;
const replaced = /\.replace\(\s*(?:\/((?:\\.|[^/\\])+)\/\w*|(\w+))\s*,\s*(["'`])([^"'`]*)\3\s*\)/;
const servedByPython = /(?:PATH_INFO|\bscope\[["']path)["']\]\s*=\s*re\.sub\(\s*r?(["'])(.+?)\1\s*,\s*r?(["'])(.*?)\3/;

/**
 * The first rule of nginx, of Apache or Caddy, or of code that sets the path of a request anew, which takes a path; else the first that nearly does. Redirects are none. Null
 * where there is neither.
 */
export function findPatternRule(path: string, texts: readonly Text[]): PatternRule | null {
  const rules = texts
    .filter(({ file, text }) => !isTest(file) && /\brewrite|RewriteRule|path_regexp|\.replace\(|re\.sub\(/.test(text))
    .flatMap(({ file, text }) => readRules(text.split(/\r\n|\r|\n/), file))
    .flatMap((rule) => apply(rule, path) ?? []);
  return rules.find(({ isTaken }) => isTaken) ?? rules[0] ?? null;
}

function readRules(lines: readonly string[], file: string): readonly (Written & { readonly location: Location })[] {
  return lines.flatMap((line, index) => {
    const rule = line.length > longest || /^\s*(?:#|\/\/|\*)/.test(line) ? null : readRule(line, lines, file);
    return rule === null ? [] : [{ ...rule, location: { file, line: index + 1, column: line.search(/\S/) + 1 } }];
  });
}

function readRule(line: string, lines: readonly string[], file: string): Written | null {
  if (/\.[cm]?[jt]s$/.test(file)) {
    const [, literal, name, , replacement = ""] = (served.test(line) && replaced.exec(line)) || [];
    const pattern = literal ?? (name === undefined ? undefined : findPattern(name, lines));
    return pattern === undefined || replacement.includes("${") ? null : { pattern, replacement, isWhole: false };
  }
  const [, , sub, , by] = (file.endsWith(".py") && servedByPython.exec(line)) || [];
  if (sub !== undefined && by !== undefined) {
    return { pattern: sub, replacement: by.replace(/\\(?:g<)?(\d)>?/g, "$$$1"), isWhole: false };
  }
  const [, pattern, replacement, flag = ""] =
    /^\s*(?:rewrite|RewriteRule|uri\s+path_regexp)\s+"?([^\s"]+)"?\s+"?([^\s;"]+)"?(?:\s+([^\s;]+))?;?\s*$/.exec(
      line,
    ) ?? [];
  const isRedirect = /^(?:permanent|redirect)$|\bR\b/.test(flag) || /^https?:/.test(replacement ?? "");
  const isPath = replacement?.startsWith("/") === true && !/%\{|\$[a-z]/i.test(replacement);
  return pattern === undefined || replacement === undefined || isRedirect || !isPath
    ? null
    : { pattern, replacement: replacement.replace(/\?.*$/, ""), isWhole: true };
}

/** The regular expression that a constant of the same file holds. */
function findPattern(name: string, lines: readonly string[]): string | undefined {
  const setting = new RegExp(`\\b(?:const|let|var)\\s+${name}\\s*=\\s*/((?:\\\\.|[^/\\\\])+)/\\w*`);
  return lines.flatMap((line) => setting.exec(line)?.[1] ?? [])[0];
}

function apply(
  { pattern, replacement, isWhole, location }: Written & { readonly location: Location },
  path: string,
): PatternRule | null {
  // Rules of a folder (`.htaccess`) see the path without its first slash.
  const source = pattern.replace(/^\^(?=[\w(])/, "^/");
  const fits = [compile(source), compile(loosen(source))].map((one) => (one?.test(path) ? one : null));
  const expression = fits[0] ?? fits[1];
  if (!expression) {
    return null;
  }
  const [whole = "", ...groups] = expression.exec(path) ?? [];
  const put = replacement.replace(/\$(\d)/g, (_, number) => groups[Number(number) - 1] ?? "");
  const becomes = isWhole ? put : path.replace(whole, () => put);
  return becomes === path ? null : { pattern, location, isTaken: expression === fits[0], becomes };
}

/** The pattern with any segment in the place of what its groups take, and a last slash more. */
function loosen(source: string): string {
  return source
    .replace(/(?<!\\)\((?!\?:)(?:\?<\w+>)?([^()]*)\)/g, (group, body: string) =>
      /^\.[*+]/.test(body) ? group : "([^/]+)",
    )
    .replace(/\$$/, "/?$");
}

function compile(source: string): RegExp | null {
  try {
    return new RegExp(source);
  } catch {
    return null;
  }
}
