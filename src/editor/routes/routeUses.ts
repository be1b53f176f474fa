import { type CancellationToken, Location, Range, RelativePattern, type Uri, workspace } from "vscode";
import type { Route, RouteTable } from "../../engine/model/route.ts";
import { routeKey } from "../../engine/routes/match/routeKey.ts";
import type { SearchExtent } from "../../report/routes/usesText.ts";
import type { Folder } from "../folder.ts";
import { lineRange } from "../places.ts";
import { runInSlices } from "../slices.ts";
import { type RoutePointer, routesOfLine } from "./routePointer.ts";
import type { RouteReach } from "./routeReach.ts";
import { linesAround } from "./urlAt.ts";

/** The files in which a URL of this workspace may stand; request files are known already. */
const endings =
  "js,jsx,mjs,cjs,ts,tsx,mts,cts,vue,svelte,astro,py,rb,php,java,kt,kts,scala,go,rs,cs,fs,ex,exs,dart,swift,sh,ps1,html,htm,erb,ejs,hbs,njk,jinja,j2,twig,cshtml,md,mdx,json,yaml,yml,toml,ini,conf,properties,tf";
// Groups within groups are none to the search of VS Code.
const searched = `**/{${endings.split(",").map((ending) => `*.${ending}`)},.env,.env.*,*.env,Dockerfile}`;
const excluded = "**/{node_modules,.git,dist,build,out,target,coverage,vendor,.next,.nuxt,.venv,venv,__pycache__}/**";

/** How many files of a folder are searched at most, how large each may be in bytes, and how many are read at once. */
const mostFiles = 4_000;
const largestFile = 512 * 1024;
const atOnce = 16;

interface Search {
  readonly table: RouteTable;
  /** The keys of the routes whose uses are wanted. */
  readonly wanted: ReadonlySet<string>;
  /** A file without any of these texts holds no use. */
  readonly needles: readonly string[];
  readonly isOwn: (url: string) => boolean;
  /** Lines that register or mount routes, as `file:line`. */
  readonly own: ReadonlySet<string>;
}

/** The uses that were found, and how far the search went. */
export interface FoundUses {
  readonly places: readonly Location[];
  readonly extent: SearchExtent;
}

/** Finds what uses a route: the requests of request files, and URLs in code and documents. The search is bounded and can be cancelled. */
export class RouteUses {
  readonly #reach: RouteReach;
  readonly #pointer: RoutePointer;

  constructor(reach: RouteReach, pointer: RoutePointer) {
    this.#reach = reach;
    this.#pointer = pointer;
  }

  /** Requests first, then the other uses file by file; what was found so far when it is cancelled. */
  async of(folder: Folder, routes: readonly Route[], token: CancellationToken): Promise<FoundUses> {
    const { table, requestsOf } = await this.#reach.of(folder);
    const requests = routes.flatMap(requestsOf).map(({ uri, line }) => new Location(uri, lineRange(line)));
    const needles = routes.map(needleOf).filter((needle) => needle !== null);
    if (needles.length < routes.length) {
      return { places: requests, extent: { kind: "requests" } };
    }
    const search: Search = {
      table,
      wanted: new Set(routes.map(routeKey)),
      needles,
      isOwn: await this.#pointer.hostsOf(folder),
      own: ownLines(table),
    };
    const uris = await workspace.findFiles(new RelativePattern(folder.uri, searched), excluded, mostFiles, token);
    const others = await findIn(uris, folder, search, token);
    const isPart = uris.length === mostFiles;
    return {
      places: [...requests, ...others],
      extent: isPart ? { kind: "part", files: mostFiles } : { kind: "whole" },
    };
  }
}

async function findIn(
  uris: readonly Uri[],
  folder: Folder,
  search: Search,
  token: CancellationToken,
): Promise<readonly Location[]> {
  const sorted = uris.toSorted((one, other) => (one.path < other.path ? -1 : 1));
  const found: Location[] = [];
  for (let from = 0; from < sorted.length && !token.isCancellationRequested; from += atOnce) {
    const part = await Promise.all(sorted.slice(from, from + atOnce).map(readText));
    for (const { uri, text } of part) {
      if (search.needles.some((needle) => text.includes(needle))) {
        const work = usesIn(text, uri, folder.pathOf(uri), search);
        found.push(...((await runInSlices(work, () => !token.isCancellationRequested)) ?? []));
      }
    }
  }
  return found;
}

async function readText(uri: Uri): Promise<{ readonly uri: Uri; readonly text: string }> {
  const key = uri.toString();
  const open = workspace.textDocuments.find((document) => document.uri.toString() === key);
  if (open !== undefined) {
    return { uri, text: open.getText() };
  }
  try {
    const { size } = await workspace.fs.stat(uri);
    return { uri, text: size > largestFile ? "" : new TextDecoder().decode(await workspace.fs.readFile(uri)) };
  } catch {
    // What was deleted meanwhile holds no use.
    return { uri, text: "" };
  }
}

function* usesIn(text: string, uri: Uri, file: string, search: Search): Generator<void, readonly Location[]> {
  const found: Location[] = [];
  const lines = text.split(/\r?\n/);
  const isOwn = (line: number) => search.own.has(`${file}:${line}`);
  for (const [at, line] of lines.entries()) {
    const isCandidate = line.length < 2_000 && search.needles.some((needle) => line.includes(needle));
    if (!isCandidate || isOwn(at + 1)) {
      continue;
    }
    const around = linesAround((each) => lines[each] ?? "", lines.length, at);
    for (const { found: url, routes } of yield* routesOfLine(search.table, { line, around }, search.isOwn)) {
      if (!isOwn(at + 1 - url.callsAbove) && routes.some((route) => search.wanted.has(routeKey(route)))) {
        found.push(new Location(uri, new Range(at, url.start, at, url.end)));
      }
    }
  }
  return found;
}

/** The longest fixed segment of a path, without which no URL reaches it; null for a path without one. */
function needleOf({ path }: Route): string | null {
  const fixed = path.split("/").filter((segment) => segment !== "" && !segment.includes("{"));
  return fixed.reduce<string | null>((best, each) => (each.length > (best?.length ?? 0) ? each : best), null);
}

function ownLines({ routes }: RouteTable): ReadonlySet<string> {
  return new Set(routes.flatMap((route) => [route, ...route.mounts]).map(({ file, line }) => `${file}:${line}`));
}
