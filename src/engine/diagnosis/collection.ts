import type { Identifier } from "./identifiers.ts";

/** The identifiers that a collection lists for one parameter, and whether the list is known to be whole. */
export interface Collection {
  readonly values: readonly string[];
  readonly key: string | null;
}

const mostItems = 500;

/** Reads the identifiers out of a collection's JSON content; empty when the text is no JSON or lists nothing. */
export function readCollection(text: string, identifier: Identifier): Collection {
  const items = findItems(parseJson(text));
  const key = pickKey(items, identifier);
  if (key === null) {
    return { values: [], key: null };
  }
  const values = items.flatMap((item) => {
    const value = item[key];
    return typeof value === "string" || typeof value === "number" ? [String(value)] : [];
  });
  return { values, key };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The items are the content itself, or the first list of objects one level down (`items`, `data`, `results` ...). */
function findItems(content: unknown): readonly Record<string, unknown>[] {
  const list = Array.isArray(content) ? content : Object.values(content ?? {}).find((value) => Array.isArray(value));
  const items = Array.isArray(list) ? list.slice(0, mostItems) : [];
  return items.filter((item) => typeof item === "object" && item !== null);
}

/** The parameter's own name first, then the names identifiers usually have. */
function pickKey(items: readonly Record<string, unknown>[], identifier: Identifier): string | null {
  const [first] = items;
  if (!first) {
    return null;
  }
  const names = Object.keys(first);
  const wanted = [identifier.name, "id", "slug", "key", "code", "uuid", "number", "name", "_id"];
  const found = wanted.find((name) => names.includes(name));
  return found ?? names.find((name) => /id$/i.test(name)) ?? null;
}
