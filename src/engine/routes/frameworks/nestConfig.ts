import type { Call, Engine } from "../graph/engine.ts";
import { force } from "../graph/members.ts";
import { type ExternalValue, objectValue, type Value } from "../graph/values.ts";
import { isTestFile } from "../table/testFile.ts";
import { optionOf } from "./options.ts";

/** The functions that give configuration: those of a namespace by its name, and those that are loaded into the whole. */
interface Configuration {
  readonly namespaces: Map<string, Value>;
  readonly loaded: Value[];
  isRead: boolean;
}

const configurations = new WeakMap<Engine, Configuration>();

function configurationOf(engine: Engine): Configuration {
  const known = configurations.get(engine) ?? { namespaces: new Map(), loaded: [], isRead: false };
  configurations.set(engine, known);
  return known;
}

/** What `registerAs` and `ConfigModule.forRoot` of `@nestjs/config` make; both are noted. Undefined for anything else. */
export function makeConfiguration(callee: ExternalValue, call: Call): Value | undefined {
  if (callee.module !== "@nestjs/config") return undefined;
  const name = callee.path.join(".");
  const [first, second] = call.arguments;
  const { namespaces, loaded } = configurationOf(call.engine);
  if (name === "registerAs" && first?.kind === "text" && second !== undefined) {
    namespaces.set(first.value, second);
    return { kind: "made", framework: "nest", role: "namespace", at: call.at, data: { KEY: first, factory: second } };
  }
  if (/^ConfigModule\.(?:forRoot|forFeature)$/.test(name)) {
    const load = name.endsWith("forRoot") ? optionOf(first, "load") : first;
    loaded.push(...(load?.kind === "list" ? load.items : load === undefined ? [] : [load]));
  }
  return undefined;
}

const GETTER = /(?:^|\.)get(?:OrThrow)?$/;

/** What a `ConfigService` gives for a key such as `app.prefix`: what its namespace or a loaded function returns, or the default. */
export function readSetting(callee: string, call: Call): Value | undefined {
  const [key, otherwise] = call.arguments;
  const { engine } = call;
  if (!GETTER.test(callee) || key?.kind !== "text" || !/^\w+(?:\.\w+)*$/.test(key.value)) return undefined;
  if (!engine.factsOf(call.at.file)?.imports.includes("@nestjs/config")) return undefined;
  const [head = "", ...tail] = key.value.split(".");
  const { namespaces, loaded } = readAll(engine);
  const namespace = namespaces.get(head);
  if (namespace !== undefined && tail.length > 0) return follow(resultOf(namespace, call), tail) ?? otherwise;
  for (const each of loaded) {
    const found = follow(resultOf(each, call), [head, ...tail]);
    if (found !== undefined) return found;
  }
  return otherwise?.kind === "text" ? otherwise : undefined;
}

/** Runs what imports the package, with the decorators of its modules, which name what is loaded. */
function readAll(engine: Engine): Configuration {
  const configuration = configurationOf(engine);
  if (configuration.isRead) return configuration;
  configuration.isRead = true;
  for (const file of engine.filesBelow("")) {
    if (isTestFile(file) || !engine.factsOf(file)?.imports.includes("@nestjs/config")) continue;
    engine.module(file);
    for (const declared of [...engine.classes.values()]) {
      if (declared.scope.file !== file) continue;
      for (const decorator of declared.fact.decorators) engine.evaluate(decorator, declared.scope);
    }
  }
  return configuration;
}

function resultOf(given: Value, call: Call): Value {
  const factory = given.kind === "made" && given.role === "namespace" ? given.data["factory"] : given;
  const result = factory?.kind === "function" ? call.engine.run(factory, [], call.at) : (factory ?? objectValue());
  // A loaded namespace stands below its name.
  const name = given.kind === "made" ? given.data["KEY"] : undefined;
  return name?.kind === "text" ? objectValue([[name.value, result]]) : result;
}

function follow(of: Value, path: readonly string[]): Value | undefined {
  let value: Value | undefined = of;
  for (const name of path) {
    const entry: Value | (() => Value) | undefined = value?.kind === "object" ? value.entries.get(name) : undefined;
    value = entry === undefined ? undefined : force(entry);
  }
  return value?.kind === "unknown" ? undefined : value;
}
