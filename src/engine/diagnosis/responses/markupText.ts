/** The text between two tags, under the name of the innermost tag that was opened before it, in lower case. */
export interface MarkupText {
  readonly tag: string;
  readonly text: string;
}

const skippedTags = new Set(["script", "style", "svg", "template", "noscript"]);

/**
 * Reads the texts of an HTML or XML document in their order, without comments, scripts and styles.
 * One pass over the source; broken markup yields what could be read, never an error.
 */
export function readMarkupTexts(source: string): readonly MarkupText[] {
  const texts: MarkupText[] = [];
  let tag = "";
  let at = 0;
  while (at < source.length) {
    const open = indexOrEnd(source, "<", at);
    const text = decodeEntities(source.slice(at, open)).trim();
    if (text !== "") texts.push({ tag, text });
    if (open >= source.length) break;
    if (source.startsWith("<!--", open)) {
      at = indexOrEnd(source, "-->", open + 4) + 3;
      continue;
    }
    const close = indexOrEnd(source, ">", open + 1);
    const name = /^\/?[A-Za-z][\w:.-]{0,40}/.exec(source.slice(open + 1, open + 48))?.[0].toLowerCase() ?? "";
    at = close + 1;
    if (skippedTags.has(name) && source[close - 1] !== "/") at = findEndTag(source, name, at);
    else if (name !== "" && !name.startsWith("/")) tag = name;
  }
  return texts;
}

/** Replaces the character references that error pages use; others stay as they are. */
function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
    if (typeof name === "string") return namedEntities.get(name.toLowerCase()) ?? whole;
    const code = typeof decimal === "string" ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

const namedEntities = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
  ["nbsp", " "],
]);

function findEndTag(source: string, name: string, from: number): number {
  const end = new RegExp(`</${name}`, "gi");
  end.lastIndex = from;
  const found = end.exec(source);
  return found === null ? source.length : indexOrEnd(source, ">", found.index) + 1;
}

function indexOrEnd(source: string, wanted: string, from: number): number {
  const index = source.indexOf(wanted, from);
  return index === -1 ? source.length : index;
}
