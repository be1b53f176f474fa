import type { Range } from "../../model/place.ts";
import type { WrittenField } from "../../model/request.ts";
import type { CurlOption } from "./curlOptions.ts";
import type { Word } from "./words/wordCutter.ts";

/**
 * The fields that a curl command sends besides those of its body, in its order; cookies join to one field. A `-u` without a password
 * asks for it, as curl does.
 */
export function curlFields(options: readonly CurlOption[]): readonly WrittenField[] {
  const isBasic = !options.some((option) => option.meaning === "other-credentials");
  const fields = options.flatMap((option) => (option.meaning === "user" && !isBasic ? [] : fieldOf(option)));
  return [...fields, ...cookieField(options)];
}

function fieldOf({ meaning, value }: CurlOption): readonly WrittenField[] {
  switch (meaning) {
    case "header":
      return headerField(value);
    case "user":
      return [valueField("Authorization", `Basic ${withPassword(value.text)}`, value.range)];
    case "bearer":
      return [valueField("Authorization", `Bearer ${value.text}`, value.range)];
    case "agent":
      return [valueField("User-Agent", value.text, value.range)];
    case "range":
      return [valueField("Range", `bytes=${value.text}`, value.range)];
    case "referer": {
      const referer = value.text.replace(/;auto$/, "");
      return referer === "" ? [] : [valueField("Referer", referer, value.range)];
    }
    default:
      return [];
  }
}

function withPassword(credentials: string): string {
  return credentials.includes(":") || /^\{\{[^{}]*\}\}$/.test(credentials)
    ? credentials
    : `${credentials}:{{$password ${credentials}}}`;
}

function cookieField(options: readonly CurlOption[]): readonly WrittenField[] {
  const cookies = options.filter(({ meaning, value }) => meaning === "cookie" && value.text.includes("="));
  const [first, last] = [cookies[0]?.value.range, cookies.at(-1)?.value.range];
  if (first === undefined || last === undefined) return [];
  const range = { start: first.start, end: last.end };
  return [valueField("Cookie", cookies.map(({ value }) => value.text).join(";"), range)];
}

/** `Name: value`, `Name;` for an empty value, `Name:` to send none of that name. */
function headerField(word: Word): readonly WrittenField[] {
  const colon = word.text.indexOf(":");
  if (word.text.startsWith("@") || (colon < 0 && !word.text.endsWith(";"))) return [];
  const name = word.text.slice(0, colon < 0 ? -1 : colon).trim();
  const value = colon < 0 ? "" : word.text.slice(colon + 1).trim();
  if (name === "" || (colon >= 0 && value === "")) return [];
  const { start, end } = word.range;
  if (!word.isVerbatim) return [{ name, value, nameRange: word.range, valueRange: word.range }];
  const valueEnd = start + word.text.trimEnd().length;
  return [
    {
      name,
      value,
      nameRange: { start, end: start + name.length },
      valueRange: { start: Math.min(valueEnd, end) - value.length, end: valueEnd },
    },
  ];
}

function valueField(name: string, value: string, range: Range): WrittenField {
  return { name, value, nameRange: { start: range.start, end: range.start }, valueRange: range };
}
