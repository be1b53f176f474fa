import type { Location } from "../../model/place.ts";
import type { Operation } from "../../model/route.ts";
import type { Call, Engine } from "../graph/engine.ts";
import { settingsNamed } from "../graph/settings.ts";
import { ABSENT, type ExternalValue, HOLE, type MadeValue, type Value } from "../graph/values.ts";
import { type DeclaredOperation, readOperations } from "../specs/graphqlSchema.ts";
import { locateValue } from "./handlers.ts";
import { optionOf, placeWithin } from "./options.ts";

const MAKERS: ReadonlyMap<string, RegExp> = new Map([
  ["buildSchema", /^graphql(?:\/|$)/],
  ["makeExecutableSchema", /^@graphql-tools\/schema$|^graphql-tools$|^apollo-server/],
  ["createSchema", /^graphql-yoga$/],
  ["buildSubgraphSchema", /^@apollo\/subgraph$/],
  ["addResolversToSchema", /^@graphql-tools\/schema$/],
]);
/** What reads a schema from the file it names. */
const LOADERS = /^@graphql-tools\/load\.load(?:Schema|Typedefs)(?:Sync)?$/;
/** What gives the first of its arguments, as far as operations are concerned. */
const HANDING_ON =
  /^graphql\.parse$|^graphql-tag\.|^@graphql-tools\/merge\.merge(?:TypeDefs|Resolvers)$|^graphql-middleware\.applyMiddleware$/;

/** What makes a schema of texts and resolvers, or hands one on; undefined for anything else. */
export function constructSchema({ module, path }: ExternalValue, call: Call): Value | undefined {
  const name = path.at(-1) ?? "";
  const [first = ABSENT] = call.arguments;
  if (HANDING_ON.test(`${module}.${name}`)) return first;
  if (LOADERS.test(`${module}.${name}`)) return first.kind === "text" ? settingsNamed(first.value, call) : undefined;
  if (!MAKERS.get(name)?.test(module)) return undefined;
  const data =
    first.kind === "object"
      ? {
          typeDefs: partOf(first, "typeDefs") ?? partOf(first, "schema") ?? ABSENT,
          resolvers: partOf(first, "resolvers") ?? ABSENT,
        }
      : { typeDefs: first };
  return { kind: "made", framework: "graphql", role: "schema", at: call.at, data } satisfies MadeValue;
}

/**
 * The operations that a server answers which is given a schema, or texts and resolvers, by these options: those of subscriptions only
 * where it serves them over plain HTTP.
 */
export function operationsOf(
  options: Value | undefined,
  servesSubscriptions: boolean,
  call: Call,
): readonly Operation[] {
  const parts: Parts = { texts: [], resolvers: [] };
  for (const name of ["schema", "modules"]) collect(partOf(options, name), parts);
  collect(options, parts);
  const declared = readOperations(parts.texts.map(({ value }) => value.replace(UNKNOWN, "")));
  return declared
    .filter(({ kind }) => kind !== "subscription" || servesSubscriptions)
    .map((each) => ({
      ...placeOf(parts.texts[each.text], each, call.at),
      name: `${each.type}.${each.field}`,
      handler: resolverOf(each, parts.resolvers, call.engine),
    }));
}

const UNKNOWN = new RegExp(`${HOLE}[^${HOLE}]*${HOLE}`, "g");

type Text = Extract<Value, { kind: "text" }>;

interface Parts {
  readonly texts: Text[];
  readonly resolvers: Value[];
}

/** What a schema, or one of the modules it is put together of, is made of. */
function collect(value: Value | undefined, parts: Parts): void {
  if (value?.kind === "text") parts.texts.push(value);
  if (value?.kind === "list") for (const each of value.items) collect(each, parts);
  if (value?.kind !== "object" && value?.kind !== "made") return;
  collect(partOf(value, "typeDefs"), parts);
  for (const name of ["resolvers", "rootValue"]) {
    const given = partOf(value, name);
    parts.resolvers.push(...(given?.kind === "list" ? given.items : given === undefined ? [] : [given]));
  }
}

function partOf(value: Value | undefined, name: string): Value | undefined {
  return value?.kind === "made" && value.role === "schema" ? value.data[name] : optionOf(value, name);
}

/** A line feed that is written as an escape begins no line of the file. */
function placeOf(text: Text | undefined, { line, column }: DeclaredOperation, otherwise: Location): Location {
  const written = text?.written;
  if (written === undefined) return otherwise;
  const [first, start] = written.at;
  const isInLine = !text?.value.includes("\n");
  if (!isInLine && !written.keepsLines) return { file: written.file, line: first, column: start };
  return { file: written.file, line: first + line - 1, column: line === 1 ? start + column : column };
}

/** A function of a map of resolvers by type and field, or of an object that is the root of all. */
function resolverOf({ type, field }: DeclaredOperation, resolvers: readonly Value[], engine: Engine): Location | null {
  const memberOf = (of: Value, name: string) => (of.kind === "object" ? engine.member(of, name) : ABSENT);
  for (const each of resolvers) {
    for (const map of [memberOf(each, type), each]) {
      const value = memberOf(map, field);
      const found = [value, memberOf(value, "resolve"), memberOf(value, "subscribe")]
        .map(locateValue)
        .find((at) => at !== null);
      const at = found ?? placeWithin(map, field);
      if (at !== null) return at;
    }
  }
  return null;
}
