import type { Fix } from "../../model/diagnosis.ts";
import type { Location } from "../../model/place.ts";
import type { ResolvedPart } from "../../model/request.ts";
import type { Route } from "../../model/route.ts";
import type { Files } from "../../ports.ts";
import { findRoute } from "../../routes/match/matchUrl.ts";
import { parseTargetUri } from "../../targetUri.ts";
import type { Known } from "../known.ts";
import { isFound } from "../responses/answers.ts";

/** Where an edit goes: the request itself, or the variable that the wrong stretch of the URL came from. */
export interface UrlEdit {
  readonly kind: "edit-request" | "edit-variable";
  readonly edit: NonNullable<Fix["edit"]>;
}

interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The edit of one line that turns the resolved URL into `corrected`, at the place where the changed stretch was written.
 * Null when the stretch lies in no file, spans several places, or its line does not hold the text any more.
 */
export async function editUrl(known: Known, corrected: string, files: Files): Promise<UrlEdit | null> {
  const change = findChange(known.request.url, corrected);
  const found = findPart(known.request.urlParts, change);
  if (!found) {
    return null;
  }
  const { part, offset } = found;
  const location = placeOf(part);
  const line = location && (await readLine(files, location));
  if (!location || line === null || line === undefined) {
    return null;
  }
  const column = line.indexOf(part.text, Math.max(0, location.column - 1));
  const start = column < 0 ? line.indexOf(part.text) : column;
  if (start < 0) {
    return null;
  }
  const text = part.text.slice(0, change.start - offset) + change.text + part.text.slice(change.end - offset);
  if (part.from.kind !== "written" && breaksOthers(known, part, text)) {
    return editLine(known, part, text, files);
  }
  return {
    kind: part.from.kind === "written" ? "edit-request" : "edit-variable",
    edit: {
      file: location.file,
      line: location.line,
      newText: line.slice(0, start) + text + line.slice(start + part.text.length),
    },
  };
}

/** Whether another request of the file takes the same variable, and is served or routed as it is, and would not be with its new value. */
function breaksOthers(known: Known, part: ResolvedPart, text: string): boolean {
  const place = JSON.stringify(placeOf(part));
  const isSame = (one: ResolvedPart) => one.text === part.text && JSON.stringify(placeOf(one)) === place;
  return known.siblings.some(({ method, url, urlParts }) => {
    const changed = parseTargetUri(urlParts.map((one) => (isSame(one) ? text : one.text)).join(""));
    const own = parseTargetUri(url);
    if (!own || !changed || !urlParts.some(isSame)) {
      return false;
    }
    const routeOf = (path: string) => findRoute(known.routes, method, path);
    const isAnswered = known.results.some(({ probe }) => probe.url === url && isFound(known, probe));
    return own.origin === changed.origin
      ? routeOf(own.path) !== null && routeOf(changed.path) === null
      : isAnswered || isOfOther(routeOf(own.path), known.match.matched);
  });
}

/** Whether two routes belong to different applications, as far as the files that they are mounted in tell. */
function isOfOther(one: Route | null, other: Route | null): boolean {
  const applicationOf = (route: Route) => route.mounts[0]?.file ?? route.file;
  return one !== null && other !== null && applicationOf(one) !== applicationOf(other);
}

/** The new value in the place of the variable, in the request line alone; null where that line does not name it. */
async function editLine({ request }: Known, part: ResolvedPart, text: string, files: Files): Promise<UrlEdit | null> {
  const { file, line } = request;
  const written = file === null || line === null ? null : await readLine(files, { file, line, column: 1 });
  const name = "name" in part.from ? part.from.name : "";
  const used = new RegExp(`\\{\\{\\s*${name.replace(/[\\^$.*+?()[\]{}|-]/g, "\\$&")}\\s*\\}\\}`);
  return file !== null && line !== null && written !== null && name !== "" && used.test(written)
    ? { kind: "edit-request", edit: { file, line, newText: written.replace(used, () => text) } }
    : null;
}

/** The shortest stretch of `from` whose replacement gives `to`. */
function findChange(from: string, to: string): Change {
  let start = 0;
  while (start < from.length && start < to.length && from[start] === to[start]) {
    start += 1;
  }
  let end = 0;
  while (end < from.length - start && end < to.length - start && from.at(-1 - end) === to.at(-1 - end)) {
    end += 1;
  }
  return { start, end: from.length - end, text: to.slice(start, to.length - end) };
}

function findPart(
  parts: readonly ResolvedPart[],
  change: Change,
): { readonly part: ResolvedPart; readonly offset: number } | null {
  let offset = 0;
  const holding = [];
  for (const part of parts) {
    if (offset <= change.start && change.end <= offset + part.text.length) {
      holding.push({ part, offset });
    }
    offset += part.text.length;
  }
  // An insertion at a border belongs to the request itself rather than to a variable that others use too.
  return holding.find(({ part }) => part.from.kind === "written") ?? holding[0] ?? null;
}

function placeOf(part: ResolvedPart): Location | null {
  switch (part.from.kind) {
    case "written":
    case "file-variable":
    case "environment":
      return part.from.location;
    default:
      return null;
  }
}

async function readLine(files: Files, location: Location): Promise<string | null> {
  const bytes = await files.read(location.file);
  return bytes ? (new TextDecoder().decode(bytes).split(/\r\n|\r|\n/)[location.line - 1] ?? null) : null;
}
