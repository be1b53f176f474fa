import type { Call, Engine } from "../graph/engine.ts";
import { force } from "../graph/members.ts";
import { settingsNamed } from "../graph/settings.ts";
import { type MadeValue, type ObjectValue, objectValue, type Value } from "../graph/values.ts";

const LOADERS = [
  "from_object",
  "from_pyfile",
  "from_file",
  "from_json",
  "from_mapping",
  "from_prefixed_env",
  "from_envvar",
];

/** The `config` of an application: a dictionary that also takes what a module, a class or a file sets in capitals. */
export function newConfig(call: Call): ObjectValue {
  const config = objectValue([], true);
  for (const name of LOADERS) {
    const loader: MadeValue = {
      kind: "made",
      framework: "flask",
      role: "config",
      at: call.at,
      data: { config, name: { kind: "text", value: name } },
    };
    config.entries.set(name, loader);
  }
  return config;
}

/** Puts what a call of `app.config.from_…` names into the configuration. */
export function loadConfig(loader: MadeValue, call: Call): Value {
  const { config, name } = loader.data;
  if (config?.kind !== "object" || name?.kind !== "text") return loader;
  const [given] = call.arguments;
  if (name.value === "from_mapping") {
    for (const [key, value] of call.named) config.entries.set(key, value);
  }
  const source = given === undefined ? undefined : sourceOf(given, call);
  if (source !== undefined) takeCapitals(source, config, call.engine);
  return { kind: "truth", value: true };
}

/** A module or class by its dotted name, a file of Python by its path, a settings file, or what was given itself. */
function sourceOf(given: Value, call: Call): Value | undefined {
  if (given.kind !== "text") return given;
  const { engine, at } = call;
  if (/\.(?:json|toml|ya?ml)$/.test(given.value)) return settingsNamed(given.value, call);
  if (given.value.endsWith(".py")) return engine.importModule(given.value.slice(0, -3).replaceAll("/", "."), at.file);
  const whole = engine.importModule(given.value, at.file);
  if (whole.kind === "object") return whole;
  const dot = given.value.lastIndexOf(".");
  return dot < 0 ? undefined : engine.importName(given.value.slice(0, dot), at.file, given.value.slice(dot + 1));
}

function takeCapitals(source: Value, config: ObjectValue, engine: Engine): void {
  for (const name of capitalsOf(source)) {
    const value = engine.member(source, name);
    if (value.kind !== "unknown" && value.kind !== "absent") config.entries.set(name, value);
  }
}

/** The names in capitals that a module, a class with its bases, or an instance has. */
function capitalsOf(source: Value): readonly string[] {
  if (source.kind === "object") {
    const own = [...source.entries].filter(([, value]) => force(value).kind !== "class").map(([name]) => name);
    return [...own, ...(source.of === null ? [] : capitalsOf(source.of))].filter(isCapital);
  }
  if (source.kind !== "class") return [];
  const own = source.fact.members.map(({ name }) => name).filter(isCapital);
  return [...own, ...(source.base === null ? [] : capitalsOf(source.base))];
}

function isCapital(name: string): boolean {
  return /^[A-Z][A-Z0-9_]*$/.test(name);
}
