import type { Route } from "../../model/route.ts";
import type { Files, History, HistoryChange } from "../../ports.ts";
import { matchUrl } from "../../routes/match/matchUrl.ts";
import { splitPath } from "../../targetUri.ts";
import { isResourceWord } from "../identifiers/identifiers.ts";
import type { Known } from "../known.ts";
import { fillPiece, findPieces, type Taken, takePiece } from "./routePieces.ts";
import { readLines } from "./texts.ts";

/** A route that a commit took away, and where it went: the route that is written instead, and the path to send. */
export interface Move {
  readonly change: HistoryChange;
  /** The line that is gone. */
  readonly was: string;
  readonly successor: { readonly route: Route; readonly path: string } | null;
}

/** An identifier that a commit replaced by another one in the same place of the same line; `line` is where that stands now. */
export interface Replacement {
  readonly change: HistoryChange;
  readonly value: string;
  readonly line: number;
}

/** A record that a commit took out of data; `was` is the line that is gone. */
export interface Removal {
  readonly change: HistoryChange;
  readonly was: string;
}

/** What the past tells of one request; null where it tells nothing. */
export interface Past {
  readonly move: Move | null;
  readonly replacement: Replacement | null;
  readonly removal: Removal | null;
}

export const noPast: Past = { move: null, replacement: null, removal: null };

/** Asks the past: for the route where none takes the path now, else for the identifier. Never rejects. */
export async function readPast(known: Known, history: History, files: Files, signal: AbortSignal): Promise<Past> {
  if (known.match.matched === null) {
    return { ...noPast, move: await findMove(known, history, signal) };
  }
  const value = known.identifiers.at(-1)?.value ?? "";
  if (!/^[\w.~-]{4,120}$/.test(value) || /^\d{1,4}$/.test(value)) {
    return noPast;
  }
  const changes = await history.findChanges({ kind: "text", text: value }, signal);
  const replacement = await findReplacement(value, changes, files);
  return { ...noPast, replacement, removal: replacement ? null : await findRemoval(value, changes, files) };
}

/** A route that was taken away named one of the last words of the path. */
async function findMove(known: Known, history: History, signal: AbortSignal): Promise<Move | null> {
  const words = known.target.segments.filter((segment) => isResourceWord(segment) && /^[\w-]{3,60}$/.test(segment));
  for (const word of [...new Set(words)].slice(-2).reverse()) {
    const pattern = `[/"'\`]${word}(["'\`/<{:(?]|$)`;
    const changes = await history.findChanges({ kind: "pattern", pattern }, signal);
    const moves = changes.flatMap((change) => readMoves(known, changes, change));
    const best = moves.find(({ successor }) => successor !== null) ?? moves[0];
    if (best) {
      return best;
    }
  }
  return null;
}

function readMoves(known: Known, changes: readonly HistoryChange[], change: HistoryChange): readonly Move[] {
  const added = changes.filter(({ commit }) => commit === change.commit);
  return change.removed.flatMap((was, index) => {
    const isMoved = added.some((one) => one.added.some((line) => line.trim() === was.trim()));
    const taken = isMoved ? null : takeLast(was, known.target.segments);
    const context = change.removed.slice(index, index + nearby).join("\n");
    return taken && isRouteLine(was) ? [{ change, was, successor: findSuccessor(known, added, taken, context) }] : [];
  });
}

const nearby = 4;

/** A line that registers a route or mounts a router, in any framework's words. */
function isRouteLine(line: string): boolean {
  return /\b(?:get|post|put|patch|delete|head|options|all|any|use|route|router|path|re_path|url|mount|register\w*|add_\w+|include\w*|prefix|controller|group|basepath|handle\w*)\b/i.test(
    line,
  );
}

/** What the pattern of a line takes at the end of the path, or where a mount stands. */
function takeLast(line: string, segments: readonly string[]): Taken | null {
  return (
    findPieces(line)
      .map((piece) => takePiece(piece, segments))
      .find((taken) => taken !== null) ?? null
  );
}

interface Candidate {
  readonly route: Route;
  readonly path: string;
  readonly likeness: number;
}

/** The served route that the same commit wrote instead: in the place of the old pattern, or in the file that it names. */
function findSuccessor(
  known: Known,
  added: readonly HistoryChange[],
  taken: Taken,
  context: string,
): Move["successor"] {
  const candidates = added.flatMap((change) =>
    change.added.flatMap((line, index) => {
      const likeness = countCommon(context, change.added.slice(index, index + nearby).join("\n"));
      return isRouteLine(line)
        ? findPieces(line).flatMap((piece) => place(known, change.file, piece, taken, likeness))
        : [];
    }),
  );
  const [best] = candidates.toSorted((one, other) => other.likeness - one.likeness);
  return best ? { route: best.route, path: best.path } : null;
}

function place(known: Known, file: string, piece: string, taken: Taken, likeness: number): readonly Candidate[] {
  const { segments, path: asked } = known.target;
  const filled = fillPiece(piece, taken.values);
  if (filled === null) {
    return [];
  }
  const swapped = `/${[...segments.slice(0, taken.start), ...filled, ...segments.slice(taken.start + taken.length)].join("/")}`;
  const reached = matchUrl(known.routes, known.request.method, swapped).matched;
  const direct = reached && swapped !== asked ? [{ route: reached, path: swapped, likeness: likeness + 1 }] : [];
  const elsewhere = known.routes.routes.flatMap((route) => {
    const lead = splitPath(route.path).length - filled.length;
    const isHere =
      route.file === file && lead >= 0 && (route.method === known.request.method || route.method === "ANY");
    const own = splitPath(route.path).slice(lead);
    const isSame = own.every(
      (part, index) => part === filled[index] || (part.startsWith("{") && filled[index] !== undefined),
    );
    const path = `/${[...splitPath(route.path).slice(0, lead), ...filled].join("/")}`;
    return isHere && isSame && !path.includes("{") && path !== asked ? [{ route, path, likeness }] : [];
  });
  return [...direct, ...elsewhere];
}

/** How many names of some length two stretches of source share; what moved keeps the name of its function. */
function countCommon(one: string, other: string): number {
  const names = (text: string) => new Set(text.match(/\b[A-Za-z_]\w{4,}\b/g) ?? []);
  const others = names(other);
  return [...names(one)].filter((name) => others.has(name)).length;
}

async function findReplacement(
  value: string,
  changes: readonly HistoryChange[],
  files: Files,
): Promise<Replacement | null> {
  for (const change of changes) {
    // What stood there before took the place of nothing.
    const added = change.added.filter((line) => !change.removed.some((other) => bare(other) === bare(line)));
    for (const line of change.removed) {
      const replaced = findReplaced(line, value, added);
      const held = replaced && (await findLine(files, change.file, replaced.line));
      if (replaced && held) {
        return { change, value: replaced.value, line: held };
      }
    }
  }
  return null;
}

/** A line without what sets it apart from the next, which comes and goes with that. */
function bare(line: string): string {
  return line.trim().replace(/[,;]$/, "");
}

const data = /\.(?:json|ya?ml|csv|tsv|sql|toml)$/;

/** The newest commit that took the value out of a file of data in which it stands no more. */
async function findRemoval(value: string, changes: readonly HistoryChange[], files: Files): Promise<Removal | null> {
  const whole = new RegExp(`(?<![\\w-])${value.replace(/[.~-]/g, "\\$&")}(?![\\w-])`);
  for (const change of changes) {
    const was = data.test(change.file) ? change.removed.find((line) => whole.test(line)) : undefined;
    const bytes = was === undefined ? undefined : await files.read(change.file);
    if (was !== undefined && bytes && !whole.test(new TextDecoder().decode(bytes))) {
      return { change, was };
    }
  }
  return null;
}

interface Replaced {
  readonly value: string;
  readonly line: string;
}

/** The added line that is the removed one with another value in the place of this one, or else under the same key. */
function findReplaced(line: string, value: string, added: readonly string[]): Replaced | null {
  const at = line.search(new RegExp(`(?<![\\w-])${value.replace(/[.~-]/g, "\\$&")}(?![\\w-])`));
  if (at < 0) {
    return null;
  }
  const [before, after] = [line.slice(0, at).trimStart(), line.slice(at + value.length).trimEnd()];
  const key = /([\w-]+)["']?\s*[:=]>?\s*["']?$/.exec(before)?.[1];
  const lines = added.map((one) => one.trim());
  const same = lines.map((text) => ({
    line: text,
    value: text.startsWith(before) && text.endsWith(after) ? text.slice(before.length, text.length - after.length) : "",
  }));
  const keyed = lines.map((text) => ({
    line: text,
    value: new RegExp(`(?<![\\w-])${key}["']?\\s*[:=]>?\\s*["']?([\\w.~-]+)`).exec(text)?.[1] ?? "",
  }));
  const isOne = keyed.filter((one) => one.value !== "").length === 1;
  return [...same, ...(key !== undefined && isOne ? keyed : [])].find((one) => isAnother(one.value, value)) ?? null;
}

function isAnother(found: string, value: string): boolean {
  return /^[\w.~-]{2,120}$/.test(found) && found !== value;
}

async function findLine(files: Files, file: string, wanted: string): Promise<number | null> {
  const lines = await readLines(files, file);
  const index = lines.findIndex((line) => line.trim() === wanted);
  return index < 0 ? null : index + 1;
}
