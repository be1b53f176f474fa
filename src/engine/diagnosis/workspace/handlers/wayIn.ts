import type { Location } from "../../../model/place.ts";
import type { Route } from "../../../model/route.ts";
import type { Files } from "../../../ports.ts";
import { readLines } from "../texts.ts";
import { findMiddleware } from "./middleware.ts";

/** Code that a request passes on its way to a handler: the file, the 0-based index of its first line, and its lines. */
export interface Passed {
  readonly file: string;
  readonly index: number;
  readonly lines: readonly string[];
  /** What else passes it: all that is mounted on a line, all routes of a file behind a line, or nothing but the route. */
  readonly of: { readonly what: "mount" | "behind" | "route"; readonly file: string; readonly line: number };
}

const mostLines = 40;
const mostNames = 8;
const hook =
  /^\s*(?:await\s+)?@?([\w$]+)(?:\.[\w$]+)*\.(?:use|addHook|before_request|before_app_request|before_serving|beforeHandle|onBeforeHandle)\b/;

/**
 * What asks before the handler of a route: hooks and middleware written before it or one of its mounts in a block that holds it, and those named on their
 * own lines, defined in the same file or in one that it imports. In the order of the way; never rejects.
 */
export async function listPassed(route: Route, files: Files): Promise<readonly Passed[]> {
  const passed: Passed[] = [];
  for (const [order, place] of [...route.mounts, route].entries()) {
    const isRoute = order === route.mounts.length;
    const lines = await readLines(files, place.file);
    const at = place.line - 1;
    for (const index of findHooks(lines, at, route)) {
      const of = isRoute
        ? ({ what: "behind", file: place.file, line: index + 1 } as const)
        : ({ what: "mount", file: place.file, line: place.line } as const);
      passed.push({ file: place.file, index, lines: readBlock(lines, index), of });
      passed.push(...(await listNamed(namesOn(lines[index] ?? ""), place, route, of, lines, files)));
    }
    passed.push(...(isRoute ? await listOfRouter(lines, at, route, files) : []));
    const of = { what: isRoute ? "route" : "mount", file: place.file, line: place.line } as const;
    const named = [...namesAt(lines, at), ...(isRoute ? namesAround(lines, at) : [])];
    passed.push(...(await listNamed(named, place, route, of, lines, files)));
  }
  return [...passed, ...(await listOfHandler(route, files)), ...(await listOfApplication(route, files))];
}

/** What is put around the whole application, of which the file that makes it tells. */
async function listOfApplication(route: Route, files: Files): Promise<readonly Passed[]> {
  const passed: Passed[] = [];
  for (const { file, lines, index, names, imported } of await findMiddleware(route, files)) {
    const of = { what: "mount", file, line: index + 1 } as const;
    const place = { file, line: index + 1, column: 1 };
    passed.push({ file, index, lines: readBlock(lines, index), of });
    passed.push(...(await listNamed(names, place, route, of, [...imported, ...lines], files)));
  }
  return passed;
}

/** What the router of a decorated route depends on: `router = APIRouter(dependencies=[Depends(guard)])`. */
async function listOfRouter(
  lines: readonly string[],
  at: number,
  route: Route,
  files: Files,
): Promise<readonly Passed[]> {
  const receiver = /^\s*@([\w$]+)\./.exec(lines[at] ?? "")?.[1];
  const made = new RegExp(`^\\s*${receiver}\\s*(?::[^=]*)?=\\s*(?:\\w+\\.)?(?:APIRouter|FastAPI)\\(`);
  const index = receiver === undefined ? -1 : lines.findIndex((line) => made.test(line));
  if (index < 0) {
    return [];
  }
  const text = lines.slice(index, index + mostAround).join("\n");
  const call = text.slice(0, text.search(/\)\s*$/m) + 1 || text.length);
  const of = { what: "behind", file: route.file, line: index + 1 } as const;
  return listNamed(listDependencies(call), route, route, of, lines, files);
}

/** What decorates a handler that stands in another place than the line that registers it, such as a view of Django. */
async function listOfHandler(route: Route, files: Files): Promise<readonly Passed[]> {
  const { handler } = route;
  if (!handler || (handler.file === route.file && Math.abs(handler.line - route.line) <= mostAround)) {
    return [];
  }
  const lines = await readLines(files, handler.file);
  const of = { what: "route", file: handler.file, line: handler.line } as const;
  return listNamed(namesAround(lines, handler.line - 1), handler, route, of, lines, files);
}

/** The functions of some names, but for the handler and for routers, whose handlers are not all on the way. */
async function listNamed(
  names: readonly string[],
  place: Location,
  route: Route,
  of: Passed["of"],
  lines: readonly string[],
  files: Files,
): Promise<readonly Passed[]> {
  const found: Passed[] = [];
  for (const name of [...new Set(names)].slice(0, mostNames)) {
    const defined = await findDefined(name, place, lines, files);
    if (defined && !isSame(defined, route.handler) && !registers(defined)) {
      found.push({ ...defined, of });
    }
  }
  return found;
}

/** The hooks above a line that are asked for it: of the same object, in a block that is still open there, and not of another path. */
function findHooks(lines: readonly string[], at: number, route: Route): readonly number[] {
  const receiver = /^\s*(?:await\s+)?@?([\w$]+)\./.exec(lines[at] ?? "")?.[1];
  const found: number[] = [];
  let depth = indentOf(lines[at] ?? "");
  for (let index = at - 1; index >= 0; index -= 1) {
    const line = lines[index] ?? "";
    const indent = indentOf(line);
    if (line.trim() === "" || indent > depth) {
      continue;
    }
    depth = Math.min(depth, indent);
    const of = hook.exec(line)?.[1];
    const path = /\(\s*["'`](\/[^"'`]*)["'`]/.exec(line)?.[1] ?? "";
    const written = path.replace(/\/?\*.*$/, "").replace(/:(\w+)/g, "{$1}");
    if (of !== undefined && (receiver === undefined || of === receiver) && `${route.path}/`.includes(`${written}/`)) {
      found.push(index);
    }
  }
  return found.toReversed();
}

/** The functions that a line names as arguments: `use(guard, router)`, `preHandler: guard`, `Depends(guard)`. The last is the handler's or the router's own. */
function namesOn(line: string): readonly string[] {
  const given = line.slice(Math.max(0, line.indexOf("("))).replace(/(["'`])(?:(?!\1).)*\1/g, "");
  return [...given.matchAll(/(?<![\w$.])([A-Za-z_$][\w$]*)\s*(?=[,)\]}(]|$)/g)].map(([, name]) => name ?? "");
}

/** The functions named where a route or router is registered, but for the last of a call, which is the handler's or the router's own. */
function namesAt(lines: readonly string[], at: number): readonly string[] {
  const line = lines[at] ?? "";
  const given = listDependencies(line);
  return given.length > 0 ? given : namesOn(line).slice(0, -1);
}

const mostAround = 8;

function listDependencies(text: string): readonly string[] {
  return [...text.matchAll(/\bDepends\(\s*([A-Za-z_]\w*)/g)].map(([, name]) => name ?? "");
}

/** The functions and classes that decorate a route or the class around it, that class's permissions, and those that its Python function depends on. */
function namesAround(lines: readonly string[], at: number): readonly string[] {
  const below = lines.slice(at, at + mostAround);
  const def = below.findIndex((line) => /^\s*(?:async\s+)?def\b/.test(line));
  const head = def < 0 ? [] : below.slice(0, below.findIndex((line, index) => index >= def && /:\s*$/.test(line)) + 1);
  const depth = indentOf(lines[at] ?? "");
  const ofClass = lines
    .slice(0, at)
    .findLastIndex(
      (line) => /^\s*(?:export\s+)?(?:default\s+)?(?:abstract\s+)?class\b/.test(line) && indentOf(line) < depth,
    );
  const decorators = [at, ...(def < 0 ? [] : [at + def]), ...(ofClass < 0 ? [] : [ofClass])].flatMap((index) =>
    decoratorsAbove(lines, index),
  );
  return [
    ...listDependencies(head.join("\n")),
    ...listPermissions(readBlock(lines, ofClass < 0 ? at : ofClass)),
    ...decorators.flatMap((line) => [/^\s*@([\w$]+)/.exec(line)?.[1] ?? "", ...namesOn(line)]),
  ].filter((name) => name !== "");
}

/** What a class of Django REST framework asks before any of its methods: `permission_classes = [IsOwner]`. */
function listPermissions(block: readonly string[]): readonly string[] {
  const given = block.flatMap((line) => /^\s+permission_classes\s*(?::[^=]*)?=\s*[[(](.*)/.exec(line)?.[1] ?? []);
  return given.flatMap((names) => names.match(/[A-Za-z_]\w*/g) ?? []);
}

function decoratorsAbove(lines: readonly string[], at: number): readonly string[] {
  const above = lines.slice(Math.max(0, at - mostAround), at).toReversed();
  const end = above.findIndex((line) => !/^\s*@/.test(line));
  return end < 0 ? above : above.slice(0, end);
}

type Defined = Omit<Passed, "of">;

function isSame({ file, index }: Defined, handler: Location | null): boolean {
  return handler?.file === file && handler.line === index + 1;
}

/** A path stands behind a slash; what is read of fields and maps by `get` does not. */
function registers({ lines }: Defined): boolean {
  return lines.some((line) =>
    /\.(?:(?:get|post|put|patch|delete|all)\(\s*["'`]\/|(?:route|register)\(\s*["'`])/.test(line),
  );
}

async function findDefined(
  name: string,
  place: Location,
  lines: readonly string[],
  files: Files,
): Promise<Defined | null> {
  const escaped = name.replaceAll("$", "\\$");
  const definition = new RegExp(
    `^\\s*(?:export\\s+)?(?:default\\s+)?(?:async\\s+)?(?:function\\*?|const|let|var|def|class)\\s+${escaped}\\b`,
  );
  const take = (file: string, text: readonly string[]) => {
    const index = text.findIndex((line) => definition.test(line));
    return index < 0 ? null : { file, index, lines: readBlock(text, index) };
  };
  const own = take(place.file, lines);
  if (own) {
    return own;
  }
  const importing = new RegExp(
    `\\b${escaped}\\b.*\\bfrom\\s+["'\`](\\.[^"'\`]+)|\\b${escaped}\\b.*\\brequire\\(["'\`](\\.[^"'\`]+)|^\\s*from\\s+([\\w.]+)\\s+import\\b.*\\b${escaped}\\b`,
  );
  const named = lines.map((line) => importing.exec(line)?.slice(1).find(Boolean)).find((one) => one !== undefined);
  const file = named === undefined ? undefined : await findImported(named, place.file, files);
  return file === undefined ? null : take(file, await readLines(files, file));
}

/** The file that an import names: a path beside the importing file, or the dots of a Python module. */
async function findImported(named: string, from: string, files: Files): Promise<string | undefined> {
  const folder = from.split("/").slice(0, -1);
  const steps =
    named.startsWith("./") || named.startsWith("../") ? named.split("/") : named.replace(/^\.+/, "").split(".");
  const parts = named.startsWith(".") ? [...folder] : [];
  for (const step of steps) {
    if (step === "..") {
      parts.pop();
    } else if (step !== "." && step !== "") {
      parts.push(step);
    }
  }
  const wanted = parts.join("/").replace(/\.[cm]?[jt]sx?$/, "");
  const listed = (await files.list()).map(({ file }) => file);
  const stem = (file: string) => file.replace(/\.\w+$/, "").replace(/\/(?:index|__init__)$/, "");
  return listed.find((file) => stem(file) === wanted) ?? listed.find((file) => stem(file).endsWith(`/${wanted}`));
}

/** The lines from one to the next that is indented no deeper and opens something new; where one decorates a function, that function as well. */
function readBlock(lines: readonly string[], start: number): readonly string[] {
  const depth = indentOf(lines[start] ?? "");
  const isDecorator = /^\s*@/.test(lines[start] ?? "");
  const rest = lines.slice(start + 1, start + mostLines);
  const end = rest.findIndex(
    (line, index) =>
      line.trim() !== "" &&
      indentOf(line) <= depth &&
      !/^\s*[)}\]]/.test(line) &&
      !(isDecorator && rest.slice(0, index + 1).every((one) => /^\s*(?:@|(?:async\s+)?def\b)/.test(one))),
  );
  return [lines[start] ?? "", ...(end < 0 ? rest : rest.slice(0, end))];
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
