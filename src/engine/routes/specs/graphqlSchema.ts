import type { DefinitionNode, NamedTypeNode, OperationTypeNode } from "graphql/language/ast.js";
import { parse } from "graphql/language/parser.js";

/** One operation that a schema declares, with the place of its name: the text it stands in, line and column from 1. */
export interface DeclaredOperation {
  readonly kind: `${OperationTypeNode}`;
  /** The root type and the field, such as `Query.user`. */
  readonly type: string;
  readonly field: string;
  readonly text: number;
  readonly line: number;
  readonly column: number;
}

/** True for a file of GraphQL, which programs read or import as a text. */
export function isSchemaFile(file: string): boolean {
  return /\.(?:graphqls?|gql)$/.test(file);
}

/**
 * The operations of a schema that is written in one text or several (https://spec.graphql.org, 3.3): the fields of the types that
 * `schema` names as roots, else of `Query`, `Mutation` and `Subscription`. A text that is no schema declares none.
 */
export function readOperations(texts: readonly string[]): readonly DeclaredOperation[] {
  const parsed = texts.map(definitionsOf);
  const roots = rootsOf(parsed.flat());
  return parsed.flatMap((definitions, text) =>
    definitions.flatMap((each) => {
      if (each.kind !== "ObjectTypeDefinition" && each.kind !== "ObjectTypeExtension") return [];
      const type = each.name.value;
      const kind = roots.get(type);
      if (kind === undefined) return [];
      return (each.fields ?? []).map(({ name }) => {
        const { line = 1, column = 1 } = name.loc?.startToken ?? {};
        return { kind, type, field: name.value, text, line, column };
      });
    }),
  );
}

function rootsOf(definitions: readonly DefinitionNode[]): ReadonlyMap<string, DeclaredOperation["kind"]> {
  const named = definitions.flatMap((each) =>
    each.kind === "SchemaDefinition" || each.kind === "SchemaExtension" ? (each.operationTypes ?? []) : [],
  );
  const isWhole = definitions.some(({ kind }) => kind === "SchemaDefinition");
  const usual = isWhole ? [] : (["Query", "Mutation", "Subscription"] as const);
  return new Map([
    ...usual.map((name) => [name, name.toLowerCase() as DeclaredOperation["kind"]] as const),
    ...named.map(
      ({ operation, type }: { operation: OperationTypeNode; type: NamedTypeNode }) =>
        [type.name.value, operation] as const,
    ),
  ]);
}

/** A schema of more tokens is not one that people write. */
const MOST_TOKENS = 200_000;
const MOST_TEXTS = 500;
/** What texts were read to: each link of an edited workspace meets the same ones. */
const read = new Map<string, readonly DefinitionNode[]>();

function definitionsOf(text: string): readonly DefinitionNode[] {
  const known = read.get(text);
  if (known !== undefined) return known;
  if (read.size === MOST_TEXTS) read.clear();
  const definitions = parseAll(text);
  read.set(text, definitions);
  return definitions;
}

function parseAll(text: string): readonly DefinitionNode[] {
  try {
    return parse(text, { maxTokens: MOST_TOKENS }).definitions;
  } catch {
    return [];
  }
}
