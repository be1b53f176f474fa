import { type Position, Range, type TextDocument } from "vscode";
import type { Route, RouteTable } from "../../engine/model/route.ts";
import { findTargets, type UrlTemplate } from "../../engine/routes/match/findTargets.ts";
import type { Folder } from "../folder.ts";
import { isMarkdownDocument, isRequestDocument, type RequestDocuments } from "../requests/requestDocuments.ts";
import type { Resolution } from "../requests/resolution.ts";
import type { OwnHosts } from "../sending/ownHosts.ts";
import { runInSlices } from "../slices.ts";
import type { Workspace } from "../workspace.ts";
import { routesAt } from "./routeMarks.ts";
import { type FoundUrl, fillTemplate, findUrls, type LinesAround } from "./urlAt.ts";
import { findUrlIn } from "./urlIn.ts";

/** The routes that a place in a text stands for; `role` says whether a URL leads to them, or they are registered or handled there. */
export interface PointedRoutes {
  readonly folder: Folder;
  readonly range: Range;
  readonly role: "url" | "registration" | "handler";
  readonly routes: readonly Route[];
}

/** What finding routes at a place reads. */
export interface RoutePointerParts {
  readonly workspace: Workspace;
  readonly documents: RequestDocuments;
  readonly resolution: Resolution;
  readonly hosts: OwnHosts;
}

interface Spot {
  readonly document: TextDocument;
  readonly position: Position;
  readonly folder: Folder;
  readonly table: RouteTable;
}

/** Finds the routes that are meant at a place: by the URL of a request, a URL or path in code or prose, a registration, a handler, or a described operation. */
export class RoutePointer {
  readonly #parts: RoutePointerParts;

  constructor(parts: RoutePointerParts) {
    this.#parts = parts;
  }

  /** Null where no route is meant, or where something else is: a variable of a URL has a definition of its own. */
  async at(document: TextDocument, position: Position): Promise<PointedRoutes | null> {
    const folder = this.#parts.workspace.folderOf(document.uri);
    const table = await folder?.routes();
    if (folder === null || table === undefined || table.routes.length === 0) {
      return null;
    }
    const spot = { document, position, folder, table };
    if (isRequestDocument(document)) {
      return this.#atRequest(spot);
    }
    const inBlock = isMarkdownDocument(document) ? await this.#atRequest(spot) : null;
    return inBlock ?? (await atOperation(spot)) ?? atHandler(spot) ?? (await this.#atUrl(spot));
  }

  /** Whether a URL that stands in code leads to a host that this workspace may serve. */
  hostsOf(folder: Folder): Promise<(url: string) => boolean> {
    return this.#parts.hosts.of(folder);
  }

  async #atRequest({ document, position, folder, table }: Spot): Promise<PointedRoutes | null> {
    const { documents, resolution } = this.#parts;
    await documents.read(document);
    const written = documents.requestAt(document, position.line + 1);
    const piece = written?.urlRanges
      .map(({ start, end }) => new Range(document.positionAt(start), document.positionAt(end)))
      .find((range) => range.contains(position));
    if (written == null || piece === undefined) {
      return null;
    }
    const range = pathRangeAt(document, piece, position);
    if (range === null) {
      return null;
    }
    const { method, url } = await resolution.resolve(written, documents.sourceOf(document, folder));
    const fill = (sample: string) => fillTemplate(url, sample);
    const routes = await targetsOf(table, { method, fill, mayLackPrefix: false });
    return routes.length === 0 ? null : { folder, range, role: "url", routes };
  }

  async #atUrl({ document, position, folder, table }: Spot): Promise<PointedRoutes | null> {
    const found = findUrlIn(document, position);
    if (found === null) {
      return null;
    }
    const range = new Range(position.line, found.start, position.line, found.end);
    const { registered, isMount } = routesAt(table, folder.pathOf(document.uri), position.line + 1 - found.callsAbove);
    if (registered.length > 0) {
      return { folder, range, role: "registration", routes: registered };
    }
    const isOwn = !isMount && (await this.hostsOf(folder))(withoutUnknownHost(found.text));
    const routes = isOwn ? await targetsOf(table, templateOf(found)) : [];
    return routes.length === 0 ? null : { folder, range, role: "url", routes };
  }
}

async function targetsOf(table: RouteTable, template: UrlTemplate): Promise<readonly Route[]> {
  return (await runInSlices(findTargets(table, template), () => true)) ?? [];
}

/** A URL whose host is only known at run time as a path; others as they are. */
function withoutUnknownHost(url: string): string {
  return url.replace(/^https?:\/\/[^/]*[{$<%][^/]*/i, "");
}

function templateOf({ text, method, isMethodNamed, isSent }: FoundUrl): UrlTemplate {
  const url = withoutUnknownHost(text);
  const fill = (sample: string) => fillTemplate(url, sample);
  return { method: isMethodNamed ? method : null, fill, mayLackPrefix: isSent && url.startsWith("/") };
}

/** The stretch of a request's URL that holds the place: from the path on, between variables, before the query; null elsewhere. */
function pathRangeAt(document: TextDocument, piece: Range, position: Position): Range | null {
  const text = document.getText(piece);
  const at = position.character - piece.start.character;
  const variables = [...text.matchAll(/\{\{[^{}]*\}\}/g)].map(
    ({ index, 0: { length } }) => [index, index + length] as const,
  );
  if (variables.some(([start, end]) => at > start && at < end)) {
    return null;
  }
  const origin = /^https?:\/\/[^/?#]*/i.exec(text)?.[0].length ?? 0;
  const query = text.search(/[?#]/);
  const start = Math.max(origin, ...variables.map(([, end]) => (end <= at ? end : 0)));
  const end = Math.min(
    query < 0 ? text.length : query,
    ...variables.map(([from]) => (from >= at ? from : text.length)),
  );
  const isInside = start < end && at >= start && at <= end;
  return isInside ? new Range(piece.start.translate(0, start), piece.start.translate(0, end)) : null;
}

/** The function that handles routes, at its name. */
function atHandler({ document, position, folder, table }: Spot): PointedRoutes | null {
  const [file, line] = [folder.pathOf(document.uri), position.line + 1];
  const routes = table.routes.filter(({ handler }) => handler?.file === file && handler.line === line);
  const name =
    /(?:\bfunction\s*\*?|\bdef|\bconst|\blet|\bvar|\basync|\bpublic|\bexport)\s+(?!async\b|function\b)([\w$]+)\s*[=(:<]/;
  const found = routes.length === 0 ? null : name.exec(document.lineAt(position.line).text);
  const start = found === null ? -1 : found.index + found[0].lastIndexOf(found[1] ?? "");
  const end = start + (found?.[1]?.length ?? 0);
  if (start < 0 || position.character < start || position.character > end) {
    return null;
  }
  return { folder, range: new Range(position.line, start, position.line, end), role: "handler", routes };
}

/** An operation or path of an OpenAPI document stands for the routes that serve it. */
async function atOperation({ document, position, folder, table }: Spot): Promise<PointedRoutes | null> {
  const file = folder.pathOf(document.uri);
  const described = table.routes.filter((route) => route.framework === "openapi" && route.file === file);
  const { text } = document.lineAt(position.line);
  const key = /^\s*["']?([/\w][^\s"':]*)["']?\s*:/.exec(text)?.[1];
  if (key === undefined || described.length === 0) {
    return null;
  }
  const start = text.indexOf(key);
  if (position.character < start || position.character > start + key.length) {
    return null;
  }
  const meant = described.filter(({ path, line }) =>
    key.startsWith("/") ? path.endsWith(key) && line > position.line : line === position.line + 1,
  );
  const found = meant.map(({ method, path }) =>
    targetsOf(table, { method, fill: (sample) => fillTemplate(path, sample), mayLackPrefix: true }),
  );
  const serving = [...new Set((await Promise.all(found)).flat())].filter((route) => route.framework !== "openapi");
  const range = new Range(position.line, start, position.line, start + key.length);
  return serving.length === 0 ? null : { folder, range, role: "url", routes: serving };
}

/** Every URL of a line with the routes that it leads to, leaving out hosts that are not the workspace's own; it pauses as `findTargets` does. */
export function* routesOfLine(
  table: RouteTable,
  { line, around }: { readonly line: string; readonly around: LinesAround },
  isOwn: (url: string) => boolean,
): Generator<void, readonly { readonly found: FoundUrl; readonly routes: readonly Route[] }[]> {
  const all: { readonly found: FoundUrl; readonly routes: readonly Route[] }[] = [];
  for (const found of findUrls(line, around)) {
    if (isOwn(withoutUnknownHost(found.text))) {
      all.push({ found, routes: yield* findTargets(table, templateOf(found)) });
    }
  }
  return all;
}
