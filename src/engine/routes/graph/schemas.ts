import type { Call } from "./engine.ts";
import { force } from "./members.ts";
import { throughEnvironment } from "./settings.ts";
import { ABSENT, isKnown, type MadeValue, objectValue, unknownValue, type Value } from "./values.ts";

const LIBRARIES = /^(?:zod|joi|@hapi\/joi|yup|envalid|znv|convict|@t3-oss\/env-\w+|pydantic)\b/;

/**
 * What a call gives that describes settings or reads them by their description: `z.object({ PREFIX: z.string().default("/api") })`,
 * `cleanEnv(process.env, { PREFIX: str({ default: "/api" }) })`; undefined for any other. A variable that an environment file sets
 * goes before its default.
 */
export function callForSchema(path: string, call: Call): Value | undefined {
  if (!LIBRARIES.test(path)) return undefined;
  const [first, second] = call.arguments;
  if (path === "pydantic.Field") return fieldValue(call);
  if (path === "convict.convict" || path === "convict") return defaultsIn(first);
  if (/^envalid\.cleanEnv$|^znv\.parseEnv$/.test(path)) return read(entriesOf(second), call);
  if (/^@t3-oss\/env-\w+\.createEnv$/.test(path)) {
    const parts = ["server", "client", "shared"].map((name) => entriesOf(entryOf(first, name)));
    return read(new Map(parts.flatMap((each) => [...each])), call);
  }
  if (/^envalid\.\w+$/.test(path)) return schema({ $default: entryOf(first, "default") ?? ABSENT }, call);
  if (/\.default$/.test(path) && first !== undefined) return schema({ $default: first }, call);
  if (/\.(?:object|keys|strictObject|looseObject)$/.test(path)) return schema({ $fields: first ?? ABSENT }, call);
  return undefined;
}

/** What a method of such a description gives: what it reads, or the description itself; undefined for anything else. */
export function callOnSchema(of: Value, name: string, call: Call): Value | undefined {
  if (of.kind !== "made" || of.role !== "schema") return undefined;
  const [first] = call.arguments;
  if (name === "default" && first !== undefined) return schema({ ...of.data, $default: first }, call);
  if (/^(?:keys|extend|shape|merge|concat)$/.test(name)) {
    const added = first?.kind === "made" ? first.data["$fields"] : first;
    const fields = objectValue([...listed(of.data["$fields"]), ...listed(added)]);
    return schema({ ...of.data, $fields: fields }, call);
  }
  if (of.data["$fields"] === undefined) return of;
  if (/^(?:parse|parseAsync|cast|validateSync|attempt)$/.test(name)) return read(entriesOf(of.data["$fields"]), call);
  if (/^(?:safeParse|safeParseAsync|validate|validateAsync)$/.test(name)) {
    const values = read(entriesOf(of.data["$fields"]), call);
    const own = listed(values);
    return objectValue(
      [...own, ["data", values], ["value", values], ["success", { kind: "truth", value: true }]],
      true,
    );
  }
  return of;
}

function schema(data: MadeValue["data"], { at }: Call): MadeValue {
  return { kind: "made", framework: "", role: "schema", at, data };
}

function entryOf(of: Value | undefined, name: string): Value | undefined {
  const entry = of?.kind === "object" ? of.entries.get(name) : undefined;
  return entry === undefined ? undefined : force(entry);
}

function entriesOf(of: Value | undefined): ReadonlyMap<string, Value | (() => Value)> {
  return of?.kind === "object" ? of.entries : new Map();
}

function listed(of: Value | undefined): [string, Value][] {
  return [...entriesOf(of)].map(([name, entry]) => [name, force(entry)]);
}

/** Every variable as an environment file sets it, else by its default. */
function read(fields: ReadonlyMap<string, Value | (() => Value)>, call: Call): Value {
  const values = [...fields].map(([name, field]): [string, Value] => {
    const set = throughEnvironment(unknownValue(`process.env.${name}`), call.at.file, call.engine);
    const described = force(field);
    const otherwise = described.kind === "made" ? described.data["$default"] : undefined;
    return [name, isKnown(set) ? set : otherwise !== undefined && isKnown(otherwise) ? otherwise : set];
  });
  return objectValue(values, true);
}

/** The defaults of a description that nests as its settings do: `{ api: { prefix: { default: "/api" } } }`. */
function defaultsIn(described: Value | undefined): Value {
  const own = entryOf(described, "default");
  if (own !== undefined || described?.kind !== "object") return own ?? ABSENT;
  const entries = [...described.entries].map(([name, each]): [string, Value] => [name, defaultsIn(force(each))]);
  return objectValue(entries, true);
}

function fieldValue(call: Call): Value | undefined {
  const factory = call.named.get("default_factory");
  if (factory !== undefined) return call.engine.call(factory, { ...call, arguments: [], named: new Map() });
  const given = call.named.get("default") ?? call.arguments[0];
  return given?.kind === "text" || given?.kind === "object" ? given : undefined;
}
