/** One element of an XML text; `text` joins the character data that stands directly in it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
}

/** What is skipped or taken whole: how it opens, how it closes, and whether what is between is character data. */
interface Section {
  readonly opens: string;
  readonly closes: string;
  readonly isText: boolean;
}

const SECTIONS: readonly Section[] = [
  { opens: "<!--", closes: "-->", isText: false },
  { opens: "<![CDATA[", closes: "]]>", isText: true },
  { opens: "<?", closes: "?>", isText: false },
  { opens: "<!", closes: ">", isText: false },
];
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ENTITIES = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);
const DEEPEST = 500;
const LONGEST_TAG = 5000;

/**
 * Reads XML as far as it can be read, in linear time, without entities of its own and without anything from outside. The result is a
 * nameless root.
 */
export function parseXml(text: string): XmlElement {
  const root = createElement("", "");
  const open = [root];
  let at = 0;
  while (at >= 0 && at < text.length) {
    const start = text.indexOf("<", at);
    const current = open.at(-1) as XmlElement;
    current.text += decodeEntities(text.slice(at, start < 0 ? text.length : start));
    if (start < 0) break;
    const section = SECTIONS.find((candidate) => text.startsWith(candidate.opens, start));
    at = section === undefined ? readTag(text, start, open) : readSection(text, start, section, current);
  }
  return root;
}

/** Reads to the end of a comment, declaration or CDATA section; -1 when it never ends. */
function readSection(text: string, start: number, section: Section, current: XmlElement): number {
  const from = start + section.opens.length;
  const end = text.indexOf(section.closes, from);
  if (end >= 0 && section.isText) current.text += text.slice(from, end);
  return end < 0 ? -1 : end + section.closes.length;
}

/** Reads one tag; -1 when it never ends. */
function readTag(text: string, start: number, open: XmlElement[]): number {
  const end = findTagEnd(text, start + 1);
  if (end < 0) return -1;
  const inner = text.slice(start + 1, Math.min(end, start + LONGEST_TAG));
  const name = /^\/?([^\s/]+)/.exec(inner)?.[1];
  if (name === undefined) return end + 1;
  if (inner.startsWith("/")) closeElement(open, name);
  else if (open.length < DEEPEST) {
    const element = createElement(name, inner.slice(name.length));
    open.at(-1)?.children.push(element);
    if (text[end - 1] !== "/") open.push(element);
  }
  return end + 1;
}

function findTagEnd(text: string, start: number): number {
  let quote = "";
  for (let at = start; at < text.length; at++) {
    const char = text[at] as string;
    if (quote !== "") {
      if (char === quote) quote = "";
    } else if (char === ">") return at;
    else if (char === '"' || char === "'") quote = char;
  }
  return -1;
}

function createElement(name: string, attributes: string): XmlElement {
  const values = new Map<string, string>();
  for (const [, key, double, single] of attributes.matchAll(ATTRIBUTE)) {
    values.set(key as string, decodeEntities(double ?? single ?? ""));
  }
  return { name, attributes: values, children: [], text: "" };
}

function closeElement(open: XmlElement[], name: string): void {
  const at = open.findLastIndex((element) => element.name === name);
  if (at > 0) open.length = at;
}

function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi,
    (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
      if (name !== undefined) return ENTITIES.get(name) ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
