import { folderOf, joinPaths } from "../reading/resolveModule.ts";
import type { Call, Engine } from "./engine.ts";
import { globTest } from "./folders.ts";
import type { Value } from "./values.ts";

const MOST_FILES = 500;

/** A path that `pathlib.Path` makes, which is known by its text; undefined for any other call. */
export function callForPath(path: string, { arguments: parts }: Pick<Call, "arguments">): Value | undefined {
  if (!/^pathlib\.(?:Pure|Posix|PurePosix)?Path$/.test(path)) return undefined;
  const texts = parts.map((each) => (each.kind === "text" ? each.value : null));
  return texts.includes(null) || texts.length === 0 ? undefined : text(joinPaths(...(texts as string[])));
}

/** What a property of a path gives, by https://docs.python.org/3/library/pathlib.html; undefined for any other. */
export function propertyOfPath(path: string, name: string): Value | undefined {
  const last = path.slice(path.lastIndexOf("/") + 1);
  const end = /(?<=.)\.[^.]*$/.exec(last)?.[0] ?? "";
  if (name === "parent") return text(folderOf(path));
  if (name === "stem") return text(last.slice(0, last.length - end.length));
  if (name === "suffix") return text(end);
  // The member of an enumeration has a name too, which is no path.
  return name === "name" && path.includes("/") ? text(last) : undefined;
}

/** What a method of a path gives, by the names of the files of the workspace; undefined for any other. */
export function callOnPath(of: string, name: string, { arguments: given, engine }: Call): Value | undefined {
  const path = joinPaths(of);
  if (name === "resolve" || name === "absolute") return text(path);
  if (name === "joinpath")
    return text([path, ...given.flatMap((each) => (each.kind === "text" ? each.value : []))].join("/"));
  if (name === "is_file") return { kind: "truth", value: engine.hasFile(path) };
  if (name === "is_dir") return { kind: "truth", value: engine.filesBelow(path).length > 0 };
  if (name === "exists") return { kind: "truth", value: engine.hasFile(path) || engine.filesBelow(path).length > 0 };
  if (name === "iterdir") return listed(path, "*", engine);
  const [pattern] = given;
  if (pattern?.kind !== "text" || !/^r?glob$/.test(name)) return undefined;
  return listed(path, name === "rglob" ? `**/${pattern.value}` : pattern.value, engine);
}

function listed(folder: string, pattern: string, engine: Engine): Value | undefined {
  const test = globTest(pattern);
  const start = folder === "" ? "" : `${folder}/`;
  const inside = engine.filesBelow(folder).map((file) => file.slice(start.length));
  const folders = inside.flatMap((file) => file.split("/").map((_, at, parts) => parts.slice(0, at).join("/")));
  const names = [...new Set([...inside, ...folders])].filter((name) => name !== "" && test?.test(name));
  return test === null
    ? undefined
    : { kind: "list", items: names.slice(0, MOST_FILES).map((name) => text(start + name)), isWhole: true };
}

function text(value: string): Value {
  return { kind: "text", value };
}
