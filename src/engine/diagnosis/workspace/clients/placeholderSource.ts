import type { Location } from "../../../model/place.ts";
import { decodeSegment } from "../../../routes/match/segmentLikeness.ts";
import type { Known } from "../../known.ts";
import type { Text } from "../texts.ts";
import type { UrlBuilder } from "./urlBuilders.ts";

/** What code puts into the path where a placeholder such as `undefined` arrived. */
export interface PlaceholderSource {
  readonly placeholder: string;
  /** The segment of the path that it became, 0-based. */
  readonly segment: number;
  readonly expression: string;
  /** True where the name of a template arrived as it is written, such as `:id` or `{id}`. */
  readonly isUnfilled: boolean;
  /** The field that the expression reads, such as `id` of `user.id`; null when it reads none. */
  readonly field: string | null;
  readonly location: Location;
  /** Where the variable that stands in the URL is set, where that is another line. */
  readonly set: Location | null;
}

const placeholder = /^(?:undefined|null|nan|none|nil|\[object object\])$/i;
const unfilled = /^(?::[a-z_]\w*|\$?\{[^{}]*\}|<[a-z_]\w*>)$/i;

/** The first expression of client code that a placeholder of the path came from; null when no line builds such a path. */
export function findPlaceholderSource(
  known: Known,
  builders: readonly UrlBuilder[],
  texts: readonly Text[],
): PlaceholderSource | null {
  for (const { url, filled } of builders) {
    // The line itself must write what arrived as it stands: a variable may hold the name of a template as well.
    const isLeft = (value: string) => unfilled.test(value) && url.text.includes(value);
    const found = filled.find(({ value }) => placeholder.test(value) || isLeft(value));
    if (found === undefined) {
      continue;
    }
    const { file, line } = url.location;
    const isUnfilled = isLeft(found.value);
    const isVariable = !isUnfilled && /^[a-z_]\w*$/i.test(found.expression);
    const setting = isVariable ? findSetting(texts, file, line, found.expression) : null;
    return {
      placeholder: decodeSegment(known.target.segments[found.segment] ?? ""),
      segment: found.segment,
      expression: found.expression,
      isUnfilled,
      field: isUnfilled ? null : (readField(found.expression) ?? (setting && readField(setting.text))),
      location: url.location,
      set: setting?.location ?? null,
    };
  }
  return null;
}

/** The last line above that sets the variable. */
function findSetting(
  texts: readonly Text[],
  file: string,
  line: number,
  name: string,
): { readonly text: string; readonly location: Location } | null {
  const lines = texts.find((one) => one.file === file)?.text.split(/\r\n|\r|\n/) ?? [];
  const sets = new RegExp(`(?<![\\w.])${name}\\s*(?::[^=]+)?=(?!=)`);
  const index = lines.slice(0, line - 1).findLastIndex((text) => sets.test(text));
  const text = lines[index]?.trim() ?? "";
  return index < 0 ? null : { text, location: { file, line: index + 1, column: 1 } };
}

/** The field that an expression reads last: `user.id`, `user["id"]`, `user.get("id")`. */
function readField(expression: string): string | null {
  const [value = ""] = expression.split(/\?\?|\|\|/);
  const read = /(?:\.get\(\s*["'](\w+)["']|\[\s*["'](\w+)["']\s*\]|\.([a-z_]\w*))[\s);,]*$/i.exec(value);
  return read?.slice(1).find((name) => name !== undefined) ?? null;
}
