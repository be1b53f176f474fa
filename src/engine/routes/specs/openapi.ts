import { type Node as JsonNode, parseTree } from "jsonc-parser";
import { isMap, isPair, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import type { StatedRoute } from "../facts.ts";
import { scanOpenApi } from "./openapiScan.ts";

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

const LARGEST_YAML = 200_000;
const METHODS = /^(?:get|put|post|delete|options|head|patch|trace)$/;

/** True when a JSON or YAML text announces an OpenAPI 2 or 3 document. */
export function isOpenApi(text: string): boolean {
  return /(?:^|[\s{,])["']?(?:openapi|swagger)["']?\s*:\s*["']?[23]\.\d/.test(text);
}

/** Reads the operations of an OpenAPI 2 or 3 document (https://spec.openapis.org); a broken one gives what can be read. */
export function readOpenApi(text: string): readonly StatedRoute[] {
  if (!/^\s*[{[]/.test(text) && text.length > LARGEST_YAML) return scanOpenApi(text);
  const root = /^\s*[{[]/.test(text) ? fromJson(parseTree(text)) : fromYamlText(text);
  const lines = new LineCounter();
  for (let at = -1; ; ) {
    lines.addNewLine(at + 1);
    at = text.indexOf("\n", at + 1);
    if (at < 0) break;
  }
  const prefix = basePathOf(root);
  return entriesOf(get(root, "paths")).flatMap(({ key, value }) => {
    if (!key.startsWith("/")) return [];
    return entriesOf(value)
      .filter((entry) => METHODS.test(entry.key))
      .map((entry) => {
        const { line, col } = lines.linePos(entry.offset);
        return stated(entry.key, prefix + key, [line, col], scalar(get(entry.value, "deprecated")) === true);
      });
  });
}

/** One operation as a route. */
function stated(method: string, path: string, at: StatedRoute["at"], deprecated: boolean): StatedRoute {
  return { framework: "openapi", method: method.toUpperCase(), path, at, deprecated, unresolved: null };
}

/** The path that stands before all others: `basePath`, or that of the first server, its variables at their defaults. */
function basePathOf(root: SpecValue): string {
  const base = scalar(get(root, "basePath"));
  if (typeof base === "string") return pathOfServer(base);
  const servers = get(root, "servers");
  const [first] = servers?.kind === "list" ? servers.items : [];
  const url = first === undefined ? undefined : scalar(get(first, "url"));
  if (typeof url !== "string") return "";
  const variables = get(first, "variables");
  return pathOfServer(
    url.replace(/\{(\w+)\}/g, (whole, name: string) => String(scalar(get(get(variables, name), "default")) ?? whole)),
  );
}

/** The path of a server's URL, without a slash at its end. */
function pathOfServer(url: string): string {
  const path = url.replace(/^(?:[a-z][a-z\d+.-]*:)?\/\/[^/]*/i, "").replace(/[?#].*$/, "");
  const bare = path.replace(/\/+$/, "");
  return bare === "" || bare.startsWith("/") ? bare : `/${bare}`;
}

function entriesOf(value: SpecValue | undefined): readonly SpecEntry[] {
  return value?.kind === "map" ? value.entries : [];
}

function get(value: SpecValue | undefined, key: string): SpecValue | undefined {
  return entriesOf(value).find((entry) => entry.key === key)?.value;
}

function scalar(value: SpecValue | undefined): unknown {
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
  if (depth > 6) return { kind: "scalar", value: null };
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
