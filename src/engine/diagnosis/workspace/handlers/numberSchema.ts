import type { Location } from "../../../model/place.ts";
import type { Known } from "../../known.ts";
import type { Text } from "../texts.ts";

const mostLines = 30;
const most = 2;

/**
 * The line by which a schema makes a JavaScript number of the last identifier of the path: on the lines of its route, or elsewhere in the route's file
 * under the parameter's name (JSON Schema, TypeBox, zod). Null when there is none.
 */
export function findNumberSchema({ match, identifiers }: Known, texts: readonly Text[]): Location | null {
  const route = match.matched;
  const name = identifiers.at(-1)?.name ?? "";
  const text = texts.find(({ file }) => file === route?.file && /\.[cm]?[jt]sx?$/.test(file))?.text;
  if (!route || text === undefined || !/^\w+$/.test(name)) {
    return null;
  }
  const lines = text.split(/\r\n|\r|\n/);
  const typed = new RegExp(
    `(?<![\\w$])["'\`]?${name}["'\`]?\\s*:\\s*(?:\\{[^}]*\\btype["']?\\s*:\\s*["'](?:integer|number)["']|(?:Type\\.)(?:Integer|Number)\\(|z\\.coerce\\.number\\()`,
  );
  const found = lines.flatMap((line, index) => (typed.test(line) ? [index] : []));
  const near = found.find((index) => index >= route.line - 1 && index < route.line - 1 + mostLines);
  const index = near ?? (found.length < most ? found[0] : undefined);
  return index === undefined
    ? null
    : { file: route.file, line: index + 1, column: (lines[index] ?? "").search(/\S/) + 1 };
}
