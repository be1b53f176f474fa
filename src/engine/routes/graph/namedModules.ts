import type { CallExpression, FileFacts } from "../facts.ts";
import type { Call, Engine } from "./engine.ts";
import { HOLE, type Value } from "./values.ts";

const LOADS =
  /^(?:importlib\.import_module|__import__|werkzeug\.utils\.import_string|django\.utils\.module_loading\.import_string)$/;
const LOAD = /^(?:import_module|__import__|import_string|load_module|exec_module)$/;

/** Where modules were loaded by names, as `file:line:column`, and whether the names were known each time. */
const followed = new WeakMap<Engine, Map<string, boolean>>();

/** What a call gives that loads a module of the workspace by a name that is computed and known; undefined for any other. */
export function callForModule(path: string, call: Call): Value | undefined {
  const [given, home = call.named.get("package")] = call.arguments;
  const isInside = given?.kind === "text" && given.value.startsWith(".") && home?.kind === "text";
  const name = isInside ? { ...given, value: home.value + given.value } : given;
  if (!LOADS.test(path)) return undefined;
  const { engine, at } = call;
  const places = followed.get(engine) ?? new Map<string, boolean>();
  followed.set(engine, places);
  const place = `${at.file}:${at.line}:${at.column}`;
  const isKnown = name?.kind === "text" && !name.value.includes(HOLE);
  places.set(place, isKnown && places.get(place) !== false);
  if (!isKnown) return undefined;
  const module = engine.importModule(name.value, at.file);
  if (module.kind === "object" || !path.endsWith("import_string")) return module;
  const dot = name.value.search(/[.:](?=[^.:]*$)/);
  return engine.importName(name.value.slice(0, dot), at.file, name.value.slice(dot + 1));
}

/** True when every module that a file loads by a computed name was found out, so that it loads nothing else. */
export function isFollowed(facts: FileFacts, engine: Engine): boolean {
  if (facts.language !== "python") return false;
  const places = followed.get(engine);
  return placesOf([facts.functions, facts.classes]).every((at) => places?.get(`${facts.file}:${at}`) === true);
}

/** Where a file may load modules by name; `import importlib` alone loads nothing. */
function placesOf(part: unknown): readonly string[] {
  if (typeof part !== "object" || part === null) return [];
  const inner = Object.values(part).flatMap(placesOf);
  if (!("kind" in part) || part.kind !== "call") return inner;
  const { callee, at } = part as CallExpression;
  return "name" in callee && LOAD.test(callee.name) ? [at.join(":"), ...inner] : inner;
}
