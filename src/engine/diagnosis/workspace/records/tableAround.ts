/** A list, set or object of data or code: where its brackets open, and the name it is given, if any. */
export interface TableAround {
  readonly start: number;
  readonly name: string | null;
}

const farthest = 20_000;
const deepest = 24;
const naming =
  /["'`]?([A-Za-z_$][\w$]*)["'`]?\s*(?::\s*[\w[\], <>|.]+)?\s*[:=]\s*(?:new\s+)?(?:[A-Za-z_.]+\s*(?:<[^<>]*>)?\s*\(\s*)?$/;

/** The tables whose brackets are open at a place of a text, the innermost first, two dozen at most; brackets in quotes are not told from others. */
export function listTablesAround(text: string, offset: number): readonly TableAround[] {
  const found: TableAround[] = [];
  let closed = 0;
  const from = Math.max(0, offset - farthest);
  for (let at = offset - 1; at >= from && found.length < deepest; at -= 1) {
    const letter = text[at] ?? "";
    if (letter === "}" || letter === "]" || letter === ")") {
      closed += 1;
    } else if (letter === "{" || letter === "[" || letter === "(") {
      if (closed > 0) {
        closed -= 1;
        continue;
      }
      found.push({ start: at, name: naming.exec(text.slice(Math.max(0, at - 120), at))?.[1] ?? null });
    }
  }
  return found;
}

/** From where to where the outermost named table goes that holds a place of a text; the whole text where none does. */
export function findTableSpan(text: string, offset: number): { readonly start: number; readonly end: number } {
  const start = listTablesAround(text, offset).findLast(({ name }) => name !== null)?.start;
  if (start === undefined) {
    return { start: 0, end: text.length };
  }
  let depth = 0;
  for (let at = start; at < Math.min(text.length, offset + farthest); at += 1) {
    const letter = text[at] ?? "";
    depth += /[{[(]/.test(letter) ? 1 : /[}\])]/.test(letter) ? -1 : 0;
    if (depth === 0) {
      return { start, end: at };
    }
  }
  return { start, end: text.length };
}

const past =
  /^(?:archiv\w*|delet\w*|remov\w*|retired|withdrawn|discontinued|trash(?:ed)?|gone|past|ended|expired|lapsed)$/i;

/** The state that the name of a table says of all it holds, such as `ARCHIVED` or `deletedJobs`; null where it says none. */
export function readPastTable(name: string): "archived" | "deleted" | null {
  const words = name.split(/_|(?<=[a-z\d])(?=[A-Z])/);
  // What holds names that are past tells what something is called now.
  const isOfNames = words.some((each) => /^(?:names?|slugs?|ids?|alias(?:es)?)$/i.test(each));
  const word = words.find((each) => past.test(each) && !/^(?:archiver|remover|deleter)s?$/i.test(each));
  if (word === undefined || isOfNames) {
    return null;
  }
  return /^(?:delet|remov|trash|gone)/i.test(word) ? "deleted" : "archived";
}
