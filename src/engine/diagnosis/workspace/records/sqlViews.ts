import type { Location } from "../../../model/place.ts";
import type { Text } from "../texts.ts";

const creating =
  /\bcreate\s+(?:or\s+replace\s+)?(?:materialized\s+)?view\s+(?:if\s+not\s+exists\s+)?["`[]?([\w.]+)["`\]]?[^;]*/gi;

/** The first view that SQL of the workspace creates with a condition on `column`, and that one of the `readers` names; null when there is none. */
export function findView(texts: readonly Text[], readers: readonly Text[], column: string): Location | null {
  const condition = new RegExp(`\\bwhere\\b[^;]*\\b${column}\\b`, "i");
  for (const { file, text } of texts) {
    for (const { 0: statement, 1: name = "", index } of file.endsWith(".sql") ? text.matchAll(creating) : []) {
      const naming = new RegExp(`(?<![\\w.])${name.replace(/\W/g, "\\$&")}(?!\\w)`);
      if (condition.test(statement) && readers.some((reader) => naming.test(reader.text))) {
        const before = text.slice(0, index).split("\n");
        return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
      }
    }
  }
  return null;
}
