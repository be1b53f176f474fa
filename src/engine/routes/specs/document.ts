import { type Node as JsonNode, parseTree } from "jsonc-parser";
import { isMap, isPair, isScalar, isSeq, parseDocument } from "yaml";

/** One value of a document with the offset of its key, in the terms JSON and YAML share. */
export interface SpecEntry {
  readonly key: string;
  readonly offset: number;
  readonly value: SpecValue;
}

/** The part of a document that states routes: maps, lists and scalars. */
export type SpecValue =
  | { readonly kind: "map"; readonly entries: readonly SpecEntry[] }
  | { readonly kind: "list"; readonly items: readonly SpecValue[] }
  | { readonly kind: "scalar"; readonly value: unknown };

const MOST_LEVELS = 8;

/** Reads a JSON or YAML text; of a broken one what can be read. */
export function readDocument(text: string): SpecValue {
  return /^\s*[{[]/.test(text) ? fromJson(parseTree(text)) : fromYamlText(text);
}

/** The entries of a map; none of anything else. */
export function entriesOf(value: SpecValue | undefined): readonly SpecEntry[] {
  return value?.kind === "map" ? value.entries : [];
}

/** The value under a key of a map. */
export function get(value: SpecValue | undefined, key: string): SpecValue | undefined {
  return entriesOf(value).find((entry) => entry.key === key)?.value;
}

/** What a scalar holds. */
export function scalar(value: SpecValue | undefined): unknown {
  return value?.kind === "scalar" ? value.value : undefined;
}

function fromJson(node: JsonNode | undefined): SpecValue {
  if (node?.type === "object") {
    const entries = (node.children ?? []).flatMap((property): SpecEntry[] => {
      const [key, value] = property.children ?? [];
      return key === undefined ? [] : [{ key: String(key.value), offset: key.offset, value: fromJson(value) }];
    });
    return { kind: "map", entries };
  }
  if (node?.type === "array") return { kind: "list", items: (node.children ?? []).map(fromJson) };
  return { kind: "scalar", value: node?.value };
}

function fromYamlText(text: string): SpecValue {
  try {
    return fromYaml(parseDocument(text, { uniqueKeys: false, logLevel: "silent" }).contents, 0);
  } catch {
    return { kind: "scalar", value: null };
  }
}

function fromYaml(node: unknown, depth: number): SpecValue {
  if (depth > MOST_LEVELS) return { kind: "scalar", value: null };
  if (isMap(node)) {
    const entries = node.items.flatMap((pair): SpecEntry[] => {
      if (!isPair(pair) || !isScalar(pair.key)) return [];
      return [
        { key: String(pair.key.value), offset: pair.key.range?.[0] ?? 0, value: fromYaml(pair.value, depth + 1) },
      ];
    });
    return { kind: "map", entries };
  }
  if (isSeq(node)) return { kind: "list", items: node.items.map((item) => fromYaml(item, depth + 1)) };
  return { kind: "scalar", value: isScalar(node) ? node.value : null };
}
