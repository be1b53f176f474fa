import type { Location } from "../../../model/place.ts";
import { decodeSegment } from "../../../routes/match/segmentLikeness.ts";
import { inTurns } from "../../../turns.ts";
import { isResourceWord } from "../../identifiers/identifiers.ts";
import type { Known } from "../../known.ts";
import { namesModule } from "../handlers/importedNames.ts";
import { isTest, type Text } from "../texts.ts";
import { longestLine, readWrittenUrls, type WrittenSegment, type WrittenUrl } from "./writtenUrls.ts";

/** A line of client code, a page, a mail or a dashboard that builds the URL that missed. */
export interface UrlBuilder {
  readonly url: WrittenUrl;
  /** What it puts where it writes no word: expression and value, by the 0-based segment of the path. */
  readonly filled: readonly { readonly segment: number; readonly expression: string; readonly value: string }[];
}

/** The files that may ask a server for something, or have somebody ask: code, pages, mails, scripts and what draws dashboards. */
export const builderFiles =
  /\.(?:vue|svelte|astro|kts?|swift|dart|rs|exs?|html?|mjml|hbs|ejs|liquid|njk|pug|erb|jinja2?|j2|txt|eml|sh|ps1)$/i;
const data = /\.(?:json|ya?ml|csv|sql|toml|ini|conf|properties)$/i;
const dataField = /(?:url|uri|href|endpoint|link|target|request|action|src)\w*["']?\s*[:=]/i;
const apart =
  /redirect|rewrite|alias|openapi|swagger|\.env\.json$|(?:^|\/)(?:fixtures?|seeds?|mocks?|testdata|logs?)\/|(?:^|\/)(?:data|db|database)\/.*\.(?:json|ya?ml|txt)$/i;
const apartLine = /redirect|rewrite|^\s*(?:\/\/|#|\*|<!--)/i;
const mostBuilders = 6;

/** The lines that build the very path, best known first; those that register routes, redirect, or store data are none. */
export async function findUrlBuilders(known: Known, texts: readonly Text[]): Promise<readonly UrlBuilder[]> {
  const words = known.target.segments.filter(isTelling).map(decodeSegment);
  const routed = new Set(
    known.routes.routes
      .flatMap((route) => [route, ...route.mounts])
      .map(({ file, line }: Location) => `${file}:${line}`),
  );
  const found: UrlBuilder[] = [];
  for await (const { file, text } of inTurns(texts)) {
    if (apart.test(file) || isTest(file) || !words.some((word) => text.includes(word))) {
      continue;
    }
    for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
      const isTold = line.length <= longestLine && words.some((word) => line.includes(word));
      const isAsking =
        isTold && !apartLine.test(line) && !namesModule(line) && (!data.test(file) || dataField.test(line));
      if (isAsking && !routed.has(`${file}:${index + 1}`)) {
        found.push(...readWrittenUrls(file, line, index + 1).flatMap((url) => fitUrl(known, url) ?? []));
      }
    }
  }
  return found.toSorted((one, other) => other.url.segments.length - one.url.segments.length).slice(0, mostBuilders);
}

/** Whether a URL with names for its parameters is what a route of the same file is registered by, on whatever line of its registration. */
function isRegistered({ routes }: Known, url: WrittenUrl): boolean {
  const template = url.text.replace(/:(\w+)(?:\([^)]*\))?|<(?:\w+:)?(\w+)>/g, (_, one, other) => `{${one ?? other}}`);
  const isTemplate = /\{\w+\}/.test(template) && !url.text.includes("${");
  return isTemplate && routes.routes.some(({ file, path }) => file === url.location.file && path.endsWith(template));
}

function fitUrl(known: Known, url: WrittenUrl): readonly UrlBuilder[] | null {
  const { target, request } = known;
  if (isRegistered(known, url)) {
    return null;
  }
  const filled = fillSegments(url, target.segments);
  return filled === null || (url.method !== null && url.method !== request.method) ? null : [{ url, filled }];
}

/** What the expressions of a URL stand for where it is laid against the end of a path; null when the path is not what it gives. */
export function fillSegments(url: WrittenUrl, path: readonly string[]): UrlBuilder["filled"] | null {
  const { segments, isWhole } = url;
  const shift = path.length - segments.length;
  const isLongEnough = segments.length > 1 || shift === 0;
  const isWritten = segments.some(({ literals }) => literals.length === 1 && isTelling(literals[0] ?? ""));
  if (shift < 0 || (isWhole && shift > 0) || !isLongEnough || !isWritten) {
    return null;
  }
  const filled = segments.map((segment, index) => fillSegment(segment, path[index + shift] ?? ""));
  return filled.every((values) => values !== null)
    ? filled.flatMap((values, index) => values.map((one) => ({ ...one, segment: index + shift })))
    : null;
}

function fillSegment(
  { literals, expressions }: WrittenSegment,
  actual: string,
): readonly { readonly expression: string; readonly value: string }[] | null {
  const escaped = literals.map((literal) => decodeSegment(literal).replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&"));
  const values = new RegExp(`^${escaped.join("(.+?)")}$`, "s").exec(decodeSegment(actual));
  return values && expressions.map((expression, index) => ({ expression, value: values[index + 1] ?? "" }));
}

/** A word that names a resource, so that a path which holds it is hardly another one. */
function isTelling(segment: string): boolean {
  return isResourceWord(segment) && /[a-z]{3}/i.test(segment);
}
