import type { Fix } from "../../model/diagnosis.ts";
import type { Location } from "../../model/place.ts";
import type { ResolvedPart } from "../../model/request.ts";
import type { Route } from "../../model/route.ts";
import type { Files } from "../../ports.ts";
import { findRoute } from "../../routes/match/matchUrl.ts";
import { parseTargetUri, type TargetUri } from "../../targetUri.ts";
import type { Known } from "../known.ts";
import { isFound } from "../responses/answers.ts";
import { readLines } from "../workspace/texts.ts";

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
  const found = findEdited(known, corrected);
  if (!found) {
    return null;
  }
  const { part, text } = found;
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
  if (part.from.kind !== "written" && breaksOthers(known, part, text)) {
    return editLine(known, part, text, files);
  }
  return {
    kind: part.from.kind === "written" ? "edit-request" : "edit-variable",
    edit: {
      file: location.file,
      line: location.line,
      oldText: line,
      newText: line.slice(0, start) + text + line.slice(start + part.text.length),
    },
  };
}

interface Edited {
  readonly part: ResolvedPart;
  /** What it has to say instead. */
  readonly text: string;
}

/** The part that has to change: of two that hold the same run, one of which is too many, the one that disagrees with other requests and environments. */
function findEdited(known: Known, corrected: string): Edited | null {
  const { url, urlParts } = known.request;
  const [last = null, first = null] = [findChange(url, corrected), findFirstChange(url, corrected)].map((change) => {
    const found = findPart(urlParts, change);
    const { part, offset } = found ?? {};
    return part === undefined || offset === undefined
      ? null
      : { part, text: part.text.slice(0, change.start - offset) + change.text + part.text.slice(change.end - offset) };
  });
  const isOther = first !== null && last?.part !== first.part && first.part.from.kind !== "written";
  return isOther && isOddOne(known, first) ? first : last;
}

/** Whether a variable's new value is what other requests of the file need as well, or what other environments have, and takes none away. */
function isOddOne(known: Known, { part, text }: Edited): boolean {
  if (breaksOthers(known, part, text)) {
    return false;
  }
  const name = "name" in part.from ? part.from.name : "";
  const pathOf = (value: string) => parseTargetUri(value)?.path.replace(/\/$/, "") ?? value;
  const others = known.elsewhere.flatMap(({ urlParts }) =>
    urlParts.filter(({ from }) => "name" in from && from.name === name),
  );
  const isAgreed = others.length > 0 && others.every((other) => pathOf(other.text) === pathOf(text));
  const isNeeded = listChanged(known, part, text).some(
    ({ own, changed, method }) =>
      !findRoute(known.routes, method, own.path) && findRoute(known.routes, method, changed.path),
  );
  return isAgreed || isNeeded;
}

/** Whether another request of the file takes the same variable, and is served or routed as it is, and would not be with its new value. */
function breaksOthers(known: Known, part: ResolvedPart, text: string): boolean {
  return listChanged(known, part, text).some(({ method, url, own, changed }) => {
    const routeOf = (path: string) => findRoute(known.routes, method, path);
    const isAnswered = known.results.some(({ probe }) => probe.url === url && isFound(known, probe));
    return own.origin === changed.origin
      ? routeOf(own.path) !== null && routeOf(changed.path) === null
      : isAnswered || isOfOther(routeOf(own.path), known.match.matched);
  });
}

interface Changed {
  readonly method: string;
  readonly url: string;
  readonly own: TargetUri;
  readonly changed: TargetUri;
}

/** The other requests of the file that take the same variable, with their targets now and under its new value. */
function listChanged(known: Known, part: ResolvedPart, text: string): readonly Changed[] {
  const place = JSON.stringify(placeOf(part));
  const isSame = (one: ResolvedPart) => one.text === part.text && JSON.stringify(placeOf(one)) === place;
  return known.siblings.flatMap(({ method, url, urlParts }) => {
    const changed = parseTargetUri(urlParts.map((one) => (isSame(one) ? text : one.text)).join(""));
    const own = parseTargetUri(url);
    return own && changed && urlParts.some(isSame) ? [{ method, url, own, changed }] : [];
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
    ? { kind: "edit-request", edit: { file, line, oldText: written, newText: written.replace(used, () => text) } }
    : null;
}

/** The same as the shortest stretch that starts as early as can be: of a run that stands twice the first. */
function findFirstChange(from: string, to: string): Change {
  const turned = findChange([...from].reverse().join(""), [...to].reverse().join(""));
  const text = [...turned.text].reverse().join("");
  return { start: from.length - turned.end, end: from.length - turned.start, text };
}

/** The shortest stretch of `from` whose replacement gives `to`, as late as can be. */
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

async function readLine(files: Files, { file, line }: Location): Promise<string | null> {
  return (await readLines(files, file))[line - 1] ?? null;
}
