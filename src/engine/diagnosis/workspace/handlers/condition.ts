import type { Location } from "../../../model/place.ts";
import type { Route } from "../../../model/route.ts";
import type { Files } from "../../../ports.ts";
import { readLines } from "../texts.ts";
import { findAskedInside, findNamedGuard } from "./askedSwitches.ts";
import { type ConditionLine, findEnclosing, findInline, findListed } from "./conditionLines.ts";
import { findHandedSwitch } from "./handedSwitches.ts";
import { readHandler } from "./handlerSource.ts";
import { readNames } from "./importedNames.ts";
import { findKeyedSwitch } from "./keyedSwitches.ts";
import { readSwitches, type Switch } from "./switches.ts";
import { findSetSwitch, type SetSwitch } from "./switchState.ts";
import { findEntryCondition } from "./tableConditions.ts";
import { listPassed } from "./wayIn.ts";

/** A condition in the workspace that decides whether a route is served at all: where it stands, and its text. */
export interface Condition {
  /**
   * `enclosing` keeps the route from being registered, `guard` answers in its place, `asked` is asked by its own handler, and `listed` keeps
   * from it whatever a build did not list (`dynamicParams = false` and `fallback: false` of Next.js).
   */
  readonly kind: "enclosing" | "guard" | "asked" | "listed";
  readonly location: Location;
  readonly text: string;
  /** Where the workspace sets a switch that the condition asks, and whether the route is served with it so; null when nothing says it. */
  readonly set: (SetSwitch & { readonly isServed: boolean }) | null;
  /** True where the file lists by itself what is served, and has no other way to answer that something was not found. */
  readonly isSole?: boolean;
  /** True where it is asked of the thing or its owner, so that it may hold for another one. */
  readonly isOfRecord?: boolean;
  /** True where it is asked for each key of a table by itself, so that it may let in what stands beside the route. */
  readonly isOfKey?: boolean;
}

const mostRegistrars = 100;

interface Found extends ConditionLine, Pick<Condition, "isOfKey"> {
  readonly kind: Condition["kind"];
  readonly file: string;
  readonly lines: readonly string[];
}

/**
 * The condition under which a route is served, read from the text around it and its mounts: an `if` around or before one, a conditional
 * expression or a list of modules that holds it, a guard, or a switch that the handler itself asks. Null when there is none. Never rejects.
 */
export async function findCondition(route: Route, files: Files): Promise<Condition | null> {
  const found =
    (await findRegistering(route, files)) ?? (await findOnTheWay(route, files)) ?? (await findInHandler(route, files));
  if (!found) {
    return null;
  }
  const { kind, file, index, lines, switches, isOfRecord = false, isOfKey = false } = found;
  const text = lines[index] ?? "";
  const location = { file, line: index + 1, column: Math.max(0, text.search(/\S/)) + 1 };
  const isSole = kind === "listed" && listsAlone(lines);
  return { kind, location, text: text.trim(), set: await findSet(switches, files), isSole, isOfRecord, isOfKey };
}

async function findAround(route: Route, files: Files): Promise<Found | null> {
  const places = [...route.mounts, route];
  for (const [order, place] of places.entries()) {
    const lines = await readLines(files, place.file);
    const isRoute = order === places.length - 1;
    const names = isRoute ? [] : readNames(lines, (places[order + 1] ?? route).file);
    const registered = findRegistered(lines, place, names);
    if (registered) {
      return { ...registered, kind: "enclosing", file: place.file, lines };
    }
    const guard = findNamedGuard(lines, place, isRoute ? route.handler : null) ?? findGuard(lines, place);
    if (guard) {
      return { ...guard, kind: "guard", file: place.file, lines };
    }
    const closed = findClosedParameters(lines);
    if (closed) {
      return { ...closed, kind: "listed", file: place.file, lines };
    }
  }
  return null;
}

const registrar = /module[\w.-]*\.[cm]?[jt]s$/i;

/** What decides about a class that no other file mounts: the list of a module that names it. */
async function findAtRegistrar(route: Route, files: Files): Promise<Found | null> {
  const isMounted = route.mounts.some(({ file }) => file !== route.file);
  const named = isMounted ? [] : (await files.list()).filter(({ file }) => registrar.test(file));
  for (const { file } of named.slice(0, mostRegistrars)) {
    const lines = await readLines(files, file);
    const names = readNames(lines, route.file);
    const found = names.length > 0 ? findOfUses(lines, names) : null;
    if (found) {
      return { ...found, kind: "enclosing", file, lines };
    }
  }
  return null;
}

/** What decides about the line that registers a place or, where that names no router, about every other line that does. */
function findRegistered(lines: readonly string[], place: Location, names: readonly string[]): ConditionLine | null {
  const at = place.line - 1;
  const found = findEnclosing(lines, at) ?? findInline(lines, at, place.column - 1);
  if (found) {
    return found;
  }
  return findOfUses(lines, names, at);
}

/** What decides about every use of the names, or about those of one line where that uses them. */
function findOfUses(lines: readonly string[], names: readonly string[], at?: number): ConditionLine | null {
  const uses = names.flatMap((name) => findUses(lines, name));
  const own = uses.filter(({ index }) => index === at);
  const conditions = (own.length > 0 ? own : uses).map(
    ({ index, column }) => findInline(lines, index, column) ?? findEnclosing(lines, index) ?? findListed(lines, index),
  );
  return conditions.every((one) => one !== null) ? (conditions[0] ?? null) : null;
}

interface Use {
  readonly index: number;
  readonly column: number;
}

/** Where a file uses a name that it imports. */
function findUses(lines: readonly string[], name: string): readonly Use[] {
  const shape = new RegExp(`(?<![\\w$."'\`/-])${name.replaceAll("$", "\\$")}(?![\\w$])(?!\\s*=(?!=))`);
  const importing = /^\s*(?:import\b|from\b|export\b.*\bfrom\b|\/\/|#|\*)|\brequire\(/;
  return lines.flatMap((line, index) => {
    const column = importing.test(line) ? -1 : line.search(shape);
    const isKey = /(?:[{,]|^)\s*$/.test(line.slice(0, column)) && /^[\w$]+\s*:/.test(line.slice(column));
    return column < 0 || isKey ? [] : [{ index, column }];
  });
}

/** What decides whether the route is registered: of a table that a loop goes through, its own entry, whatever the loop asks of each. */
async function findRegistering(route: Route, files: Files): Promise<Found | null> {
  const entry = await findEntryCondition(route, files);
  if (entry !== null) {
    return entry === "always" ? null : { ...entry, kind: "enclosing" };
  }
  const keyed = await findKeyedSwitch(route, files);
  return keyed
    ? { ...keyed, kind: "enclosing", isOfKey: true }
    : ((await findAround(route, files)) ?? (await findAtRegistrar(route, files)));
}

/** A switch that a hook or middleware in front of the handler asks, and answers 404 for. */
async function findOnTheWay(route: Route, files: Files): Promise<Found | null> {
  for (const passed of await listPassed(route, files)) {
    const { file, index, lines } = passed;
    const asked = findAskedInside(lines.join("\n"), route) ?? (await findHandedSwitch(passed, route, files));
    if (asked) {
      return { ...asked, index: asked.index + index, kind: "guard", file, lines: await readLines(files, file) };
    }
  }
  return null;
}

async function findInHandler(route: Route, files: Files): Promise<Found | null> {
  const start = route.handler ?? route;
  const source = await readHandler(start, files);
  const asked = source && findAskedInside(source.text, route);
  return asked
    ? {
        ...asked,
        index: asked.index + start.line - 1,
        kind: "asked",
        file: start.file,
        lines: await readLines(files, start.file),
      }
    : null;
}

/** The first switch that keeps the route from being served, else the first that is known at all. */
async function findSet(switches: readonly Switch[], files: Files): Promise<Condition["set"]> {
  const known: NonNullable<Condition["set"]>[] = [];
  for (const one of switches) {
    const set = await findSetSwitch(one, files);
    if (set) {
      known.push({ ...set, isServed: set.state === one.holdsWhen });
    }
  }
  return known.find(({ isServed }) => !isServed) ?? known[0] ?? null;
}

/** Next.js answers 404 for every parameter that was not built where `dynamicParams` is false. */
function findClosedParameters(lines: readonly string[]): ConditionLine | null {
  const isPaths = lines.some((line) => /\bgetStaticPaths\b/.test(line));
  const index = lines.findIndex(
    (line) =>
      /^\s*export const dynamicParams\s*(?::\s*\w+\s*)?=\s*false\b/.test(line) ||
      (isPaths && /\bfallback\s*:\s*false\b/.test(line)),
  );
  return index < 0 ? null : { index, switches: [] };
}

/** Whether a page names what is built in its own file, and would render whatever else it is asked for. */
function listsAlone(lines: readonly string[]): boolean {
  const text = lines.join("\n");
  return /\b(?:generateStaticParams|getStaticPaths)\b/.test(text) && !/\bnotFound\b|\b404\b/.test(text);
}

const flagShape = /flag|feature|enable|disable|toggle|experiment|beta|preview|\bplan\b|rollout|env\b|config|settings/i;

/** A guard named on the line (`app.use("/x", requireFeature(flag), router)`) whose own definition speaks of 404. */
function findGuard(lines: readonly string[], place: Location): ConditionLine | null {
  const own = lines[place.line - 1] ?? "";
  for (const name of new Set(own.match(/\b[A-Za-z_$][\w$]*\b/g) ?? [])) {
    const definition = new RegExp(`\\b(?:const|let|var|function|def)\\s+${name.replaceAll("$", "\\$")}\\b`);
    const defined = lines.findIndex((line) => definition.test(line));
    const text = defined < 0 ? "" : readDefinition(lines, defined);
    const isGuard = /\bnext\b/.test(text) && /\b404\b|not.?found/i.test(text);
    if (isGuard && defined !== place.line - 1 && flagShape.test(`${own} ${text}`)) {
      return { index: place.line - 1, switches: readArgument(lines, own, name) };
    }
  }
  return null;
}

/** The switch that a guard is handed by name, such as `requireFeature(enabled)`, as its own definition asks it. */
function readArgument(lines: readonly string[], own: string, guard: string): readonly Switch[] {
  const argument = new RegExp(`${guard.replaceAll("$", "\\$")}\\(\\s*([A-Za-z_$][\\w$]*)\\s*\\)`).exec(own)?.[1];
  const defined = lines.find((line) => argument && new RegExp(`\\b(?:const|let|var)\\s+${argument}\\s*=`).test(line));
  return defined === undefined ? [] : readDefined(defined);
}

function readDefined(line: string): readonly Switch[] {
  const value = line.slice(line.indexOf("=") + 1);
  return readSwitches(value).map(({ keys, holdsWhen }) => ({ keys, holdsWhen }));
}

const mostDefinitionLines = 12;

/** A definition from its first line to the last that is indented deeper, its closing line included. */
function readDefinition(lines: readonly string[], start: number): string {
  const depth = (lines[start] ?? "").search(/\S/);
  const rest = lines.slice(start + 1, start + mostDefinitionLines);
  const end = rest.findIndex((line) => line.trim() !== "" && line.search(/\S/) <= depth);
  return [lines[start] ?? "", ...(end < 0 ? rest : rest.slice(0, end))].join("\n");
}
