import type { Response } from "../../model/exchange.ts";

/** The longest field value that is read. */
const valueLimit = 8192;

/** The values of a response's field, by its name in any case, joined by a comma as RFC 9110 allows; null when it is absent. */
export function readField(response: Response, name: string): string | null {
  const wanted = name.toLowerCase();
  const values = response.headers.filter(([field]) => field.toLowerCase() === wanted).map(([, value]) => value.trim());
  return values.length === 0 ? null : values.join(", ").slice(0, valueLimit);
}

/** Splits a field value at a separator that stands neither in quotes nor in angle brackets; empty items are left out. */
export function splitField(value: string, separator: "," | ";"): readonly string[] {
  const items: string[] = [];
  let item = "";
  let closing = "";
  for (const letter of value.slice(0, valueLimit)) {
    if (closing !== "") {
      if (letter === closing) closing = "";
    } else if (letter === '"') closing = '"';
    else if (letter === "<") closing = ">";
    else if (letter === separator) {
      items.push(item.trim());
      item = "";
      continue;
    }
    item += letter;
  }
  items.push(item.trim());
  return items.filter((text) => text !== "");
}

/** The parameters of one item, `name=value` with the quotes taken off, names in lower case; a bare name has an empty value. */
export function readParameters(item: string): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>();
  for (const part of splitField(item, ";").slice(1)) {
    const equals = part.indexOf("=");
    const name = (equals === -1 ? part : part.slice(0, equals)).trim().toLowerCase();
    const value = equals === -1 ? "" : part.slice(equals + 1).trim();
    if (!parameters.has(name)) parameters.set(name, value.replace(/^"|"$/g, ""));
  }
  return parameters;
}

/** A field that holds an HTTP date, in ms since 1970; null when it is absent or no date. */
export function readDateField(response: Response, name: string): number | null {
  const value = readField(response, name);
  const time = value === null ? Number.NaN : Date.parse(value);
  return Number.isNaN(time) ? null : time;
}
