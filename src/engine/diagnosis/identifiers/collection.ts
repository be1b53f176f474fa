import { decodeSegment } from "../../routes/match/segmentLikeness.ts";
import { type Identifier, shapeOf } from "./identifiers.ts";

/** The identifiers that a collection lists under `key`, and what else its items hold that may be a former identifier. */
export interface Collection {
  readonly values: readonly string[];
  readonly key: string | null;
  /** False when the content says that there is more than it lists. */
  readonly isWhole: boolean;
  readonly former: readonly { readonly value: string; readonly holds: string }[];
  /** What else identifies the item that holds the asked one, such as its `id` beside its `badge`. */
  readonly others: readonly string[];
  /** What its items are called. */
  readonly titled: readonly { readonly value: string; readonly title: string }[];
}

const mostItems = 500;
const listField = /^(items|data|results|ids|names|keys|codes)$/i;

/** Reads the identifiers out of a collection's JSON content; empty when the text is no JSON or lists nothing. */
export function readCollection(text: string, identifier: Identifier): Collection {
  const content = parseJson(text);
  const bare = findBareValues(content, identifier);
  if (bare.length > 0) {
    return {
      values: bare,
      key: identifier.name,
      isWhole: isWhole(content, bare.length),
      former: [],
      titled: [],
      others: [],
    };
  }
  const items = findItems(content);
  const key = pickKey(items, identifier);
  if (key === null) {
    return { values: [], key: null, isWhole: false, former: [], titled: [], others: [] };
  }
  const named = items.flatMap((item) => {
    const value = item[key];
    return typeof value === "string" || typeof value === "number" ? [{ item, value: String(value) }] : [];
  });
  return {
    values: [...new Set(named.map(({ value }) => value))],
    key,
    isWhole: isWhole(content, named.length),
    former: named.flatMap(({ item, value }) => formerNames(item, key).map((holds) => ({ value, holds }))),
    others: named.filter(({ value }) => value === identifier.value).flatMap(({ item }) => otherKeys(item, key)),
    titled: named.flatMap(({ item, value }) => titlesOf(item, key).map((title) => ({ value, title }))),
  };
}

/** The names of the fields that the first item of a collection's JSON content has; empty where it has no items. */
export function readFields(text: string): readonly string[] {
  return Object.keys(findItems(parseJson(text))[0] ?? {});
}

const linkField = /^(?:url|uri|href|link|self|path|permalink)$/i;

/**
 * What a listed item is called now whose number the asked slug ends or begins with (`book-fair-31`, `31-book-fair`): by its own link, or by its slug and
 * number in the same order. Null where no item has the number, or it is called as asked.
 */
export function readNumbered(text: string, asked: string): string | null {
  const [, first, last] = /^(?:(\d{1,12})-[a-z][\w-]*|[a-z][\w-]*-(\d{1,12}))$/i.exec(asked) ?? [];
  const number = first ?? last;
  const items = number === undefined ? [] : findItems(parseJson(text));
  const item = items.find(({ id, number: own }) => String(id ?? own) === number);
  const links = Object.entries(item ?? {}).flatMap(([name, value]) =>
    linkField.test(name) && typeof value === "string" ? (/([^/?#]+)\/?(?:[?#]|$)/.exec(value)?.[1] ?? []) : [],
  );
  const slug = item?.["slug"] ?? item?.["handle"];
  const made = typeof slug === "string" ? [first === undefined ? `${slug}-${number}` : `${number}-${slug}`] : [];
  const named = [...links.filter((link) => `-${link}-`.includes(`-${number}-`) && link !== number), ...made];
  return named[0] === asked ? null : (named[0] ?? null);
}

/** A page of a list names the next one, or counts more than it holds. */
function isWhole(content: unknown, listed: number): boolean {
  if (Array.isArray(content) || typeof content !== "object" || content === null || listed >= mostItems) {
    return Array.isArray(content) && listed < mostItems;
  }
  // What tells of pages stands beside the list, or in an object beside it such as `meta`.
  const fields = Object.entries(content);
  const inner = fields.flatMap(([, value]) =>
    typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : [],
  );
  return ![...fields, ...inner].some(([name, value]) => tellsOfMore(name, value, listed));
}

function tellsOfMore(name: string, value: unknown, listed: number): boolean {
  if (/next|has_?more|cursor/i.test(name)) {
    return value !== null && value !== false && value !== "";
  }
  const isCount = /^(?:total|count)/i.test(name) && !/pages?/i.test(name);
  const isPages = /^(?:(?:total|last|number_of)_?pages?|pages?(?:_?count)|pages)$/i.test(name);
  return typeof value === "number" && ((isCount && value > listed) || (isPages && value > 1));
}

/** Fields whose name speaks of the past or of another name: `previousSlugs`, `aliases`, `old_id`, `mergedFrom`. */
function formerNames(item: Readonly<Record<string, unknown>>, key: string): readonly string[] {
  return Object.entries(item)
    .filter(([name]) => name !== key && /previous|former|old|alias|legacy|redirect|merged|history/i.test(name))
    .flatMap(([, value]) => (Array.isArray(value) ? value : [value]))
    .filter((value) => typeof value === "string" || typeof value === "number")
    .map(String);
}

/** The values of an item's other fields that are named like keys. */
function otherKeys(item: Readonly<Record<string, unknown>>, key: string): readonly string[] {
  return ["id", "uuid", "key", "slug", "code", "number", "_id"].flatMap((name) => {
    const value = name === key ? null : item[name];
    return typeof value === "string" || typeof value === "number" ? [String(value)] : [];
  });
}

function titlesOf(item: Readonly<Record<string, unknown>>, key: string): readonly string[] {
  return ["title", "name", "label", "display_name", "displayName"].flatMap((name) => {
    const title = name === key ? null : item[name];
    return typeof title === "string" ? [title] : [];
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text, keepDigits);
  } catch {
    return null;
  }
}

// A number that a double cannot hold is kept as it is written, or the list would show identifiers that do not exist.
function keepDigits(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  const isLost = typeof value === "number" && Number.isInteger(value) && !Number.isSafeInteger(value);
  return isLost ? (context?.source ?? value) : value;
}

function isFilled(value: unknown): boolean {
  return (
    Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === "number" || typeof one === "string")
  );
}

/** Whether a list has the name of the identifiers that it holds (`numbers` for an `invoice_number`), or holds a number that is asked for among other letters. */
function isNamedAfter({ name, value: asked }: Identifier, field: string, value: unknown): boolean {
  const noun = /[A-Z]?[a-z]+$/.exec(name)?.[0].toLowerCase() ?? "";
  const holds = (one: unknown) => /\d{3}/.test(asked) && `-${one}-`.includes(`-${asked}-`);
  return isFilled(value) && (field.toLowerCase() === `${noun}s` || (value as readonly unknown[]).some(holds));
}

/** A list of nothing but identifiers, such as `["north", "south"]`; where the asked one is a number or a UUID, so are they. */
function findBareValues(content: unknown, identifier: Identifier): readonly string[] {
  const { shape, value: asked, below } = identifier;
  const named = typeof content === "object" && content !== null ? Object.entries(content) : [];
  const isStrict = shape === "integer" || shape === "uuid";
  // A field of any name may hold numbers that identify; words under any name but that of the collection may be anything.
  const field =
    named.find(([name]) => listField.test(name) || name === below) ??
    named.find(([name, value]) => isNamedAfter(identifier, name, value)) ??
    named.find(([, value]) => isStrict && isFilled(value));
  const list = Array.isArray(content) ? content : field?.[1];
  const values = Array.isArray(list) ? list.slice(0, mostItems).map(String) : [];
  const isBare = Array.isArray(list) && list.every((value) => typeof value === "string" || typeof value === "number");
  // Sentences are no identifiers, unless the asked one is of several words, which "+" may stand between, or of other letters itself.
  const plain = /^[\w.:@~+-]{1,80}$/;
  const form = plain.test(decodeSegment(asked)) && !asked.includes("+") ? plain : /^[\p{L}\p{M}\p{N}_.:@~+ -]{1,80}$/u;
  const fits = (value: string) => form.test(value) && (!isStrict || shapeOf(value) === shape);
  return isBare && values.every(fits) ? values : [];
}

/** The items are the content itself, or the first list of objects one level down (`items`, `data`, `results` ...). */
function findItems(content: unknown): readonly Record<string, unknown>[] {
  const list = Array.isArray(content) ? content : Object.values(content ?? {}).find((value) => Array.isArray(value));
  const items = Array.isArray(list) ? list.slice(0, mostItems) : [];
  return items.filter((item) => typeof item === "object" && item !== null);
}

/** The parameter's own name first, then a field that holds the identifier, then the names identifiers usually have. */
function pickKey(items: readonly Record<string, unknown>[], identifier: Identifier): string | null {
  const [first] = items;
  if (!first) {
    return null;
  }
  const names = Object.keys(first);
  if (names.includes(identifier.name)) {
    return identifier.name;
  }
  const holding = names.find(
    (name) => !/title|label|description/i.test(name) && items.some((item) => String(item[name]) === identifier.value),
  );
  if (holding !== undefined) {
    return holding;
  }
  const isWord = /[a-z]/i.test(identifier.value) && identifier.shape === "slug";
  const usual = isWord ? ["slug", "key", "name", "code", "id"] : ["id", "key", "code", "uuid", "number", "_id", "slug"];
  const found = usual.find((name) => names.includes(name));
  return found ?? names.find((name) => /id$/i.test(name)) ?? null;
}
