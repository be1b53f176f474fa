import type { Location } from "../../../model/place.ts";
import { inTurns } from "../../../turns.ts";
import type { Known } from "../../known.ts";
import { isTest, type Text } from "../texts.ts";

/** A path that a line of code or configuration writes, and what it does with it as far as the line shows. */
export interface PathLiteral {
  readonly value: string;
  readonly location: Location;
  /** True where the line compares, cuts or mounts by it. */
  readonly isCompared: boolean;
}

/** Lines that hand requests on by their path: rules written as data, and the code that follows them. */
export interface Passing {
  readonly rules: readonly PathLiteral[];
  readonly code: readonly PathLiteral[];
}

const code = /\.(?:[cm]?[jt]sx?|py|rb|go|java|php)$/;
const settings = /\.(?:json|ya?ml|toml|ini|conf|properties)$/;
const description = /(?:^|\/)(?:package|tsconfig[\w.-]*|composer)\.json$|(?:openapi|swagger)[\w.-]*\.(?:json|ya?ml)$/i;
const literal = /(?:["'`]|[:=]\s*)(\/[a-z][\w-]*(?:\/[\w-]+){0,3})\/?\*{0,2}(?=["'`\s,;]|$)/gi;
const comparing = /startsWith|prefix|mount|base|strip|slice|replace|target|upstream|proxy|location|pathname|\burl\b/i;
const importing = /^\s*(?:import\b|from\b|export\b.*\bfrom\b|\/\/|#|\*)|\brequire\(|readFile|\bopen\(/;
const longestLine = 500;
const mostPrefixes = 3;

/**
 * The literals that share their first segments with the path and have one or two more there, those that a line compares with first; at most
 * three. What a route is written with is none.
 */
export async function findPrefixLiterals(known: Known, texts: readonly Text[]): Promise<readonly PathLiteral[]> {
  const routed = new Set(known.routes.routes.map(({ path }) => path));
  const found = new Map<string, PathLiteral>();
  const begin = `/${known.target.segments[0] ?? ""}`;
  for await (const { file, text } of inTurns(texts.filter((one) => isSearched(one.file)))) {
    for (const one of readLiterals(file, text, begin)) {
      const isBetter = one.isCompared && found.get(one.value)?.isCompared === false;
      if (
        !routed.has(one.value) &&
        completePath(one.value, known.target.segments) !== null &&
        (isBetter || !found.has(one.value))
      ) {
        found.set(one.value, one);
      }
    }
  }
  return [...found.values()]
    .toSorted((one, other) => Number(other.isCompared) - Number(one.isCompared))
    .slice(0, mostPrefixes);
}

/** The path with the one or two segments that a literal has more after those that both begin with; null where it has none or more. */
export function completePath(value: string, segments: readonly string[]): string | null {
  const parts = value.split("/").slice(1);
  const differing = parts.findIndex((part, index) => part !== segments[index]);
  const more = differing < 0 ? [] : parts.slice(differing);
  const isUsable = differing > 0 && differing < segments.length && more.length <= 2;
  return isUsable ? `/${[...parts, ...segments.slice(differing)].join("/")}` : null;
}

const passingKey =
  /\b(?:strip\w*|(?:path)?_?rewrites?|target|upstreams?|proxy\w*|forward\w*|backend|pass(?:ed)?_?(?:on|to)?|change_?origin)["']?\s*[:=(]/i;
const passingName = /pass|proxy|gateway|forward|upstream|rewrite/i;
const passingCode = /\.pipe\(|\bproxyRequest\b|createProxy|http-proxy|\bfetch\(|\brequests\.request\(|urlopen\(/;
const serving = /createServer\(|BaseHTTPRequestHandler|\b(?:Deno|Bun)\.serve\(/;
const cutting = /\.(?:startsWith|startswith|slice|replace|removeprefix|lstrip)\(/;
const ofRequest = /\burl\b|\bpath(?:name)?\b/i;
const mostOfEach = 2;

/** The rules and the code by which something of the workspace hands this path on; bounded. */
export async function findPassing(known: Known, texts: readonly Text[]): Promise<Passing> {
  const [first] = known.target.segments;
  const mounts = new Set(
    known.routes.routes.flatMap(({ mounts: all }) => all.map(({ file, line }) => `${file}:${line}`)),
  );
  const rules: PathLiteral[] = [];
  const lines: PathLiteral[] = [];
  for await (const { file, text } of inTurns(texts.filter((one) => isSearched(one.file)))) {
    const isPassing = code.test(file) && serving.test(text) && passingCode.test(text);
    lines.push(...(isPassing ? readCutting(file, text) : []));
    const all = text.split(/\r\n|\r|\n/);
    const isRule = ({ value, location: { line } }: PathLiteral) =>
      value.split("/")[1] === first &&
      !mounts.has(`${file}:${line}`) &&
      (passingKey.test(all.slice(Math.max(0, line - 3), line + 2).join("\n")) ||
        (settings.test(file) && passingName.test(file)));
    rules.push(...readLiterals(file, text, `/${first ?? ""}`).filter(isRule));
  }
  const fitting = rules.toSorted((one, other) => Number(isOn(known, other)) - Number(isOn(known, one)));
  return { rules: fitting.slice(0, mostOfEach), code: lines.slice(0, mostOfEach) };
}

/** Whether the path goes below the literal. */
function isOn({ target }: Known, { value }: PathLiteral): boolean {
  return `${target.path}/`.startsWith(`${value}/`);
}

function readCutting(file: string, text: string): readonly PathLiteral[] {
  return text
    .split(/\r\n|\r|\n/)
    .flatMap((line, index) =>
      line.length <= longestLine && !importing.test(line) && cutting.test(line) && ofRequest.test(line)
        ? [{ value: line.trim(), location: { file, line: index + 1, column: line.search(/\S/) + 1 }, isCompared: true }]
        : [],
    );
}

function readLiterals(file: string, text: string, begin: string): readonly PathLiteral[] {
  if (!text.includes(begin)) {
    return [];
  }
  return text.split(/\r\n|\r|\n/).flatMap((line, index) => {
    if (line.length > longestLine || importing.test(line)) {
      return [];
    }
    return [...line.matchAll(literal)].map((found) => ({
      value: found[1] ?? "",
      location: { file, line: index + 1, column: found.index + found[0].indexOf(found[1] ?? "") + 1 },
      isCompared: comparing.test(line),
    }));
  });
}

function isSearched(file: string): boolean {
  return (code.test(file) || settings.test(file)) && !description.test(file) && !isTest(file);
}
