/** Replaces every occurrence of known values in a text, in one pass whose time does not grow with their number. */
export type ValueMasker = (text: string) => string;

const shortest = 6;

/** Words that stand as placeholders for secrets so often that hiding them wherever they appear would hide the text itself. */
const commonWords = new Set([
  "password",
  "passwd",
  "secret",
  "changeme",
  "bearer",
  "token",
  "apikey",
  "api-key",
  "api_key",
  "default",
  "example",
  "localhost",
  "admin123",
  "postgres",
  "anonymous",
  "undefined",
]);

/** A character of a value: as it is, as `%XX`, and as the four digits of `\uXXXX`, both upper case. */
interface Spelling {
  readonly plain: string;
  readonly encoded: string;
  readonly unicode: string;
}

/** What is looked for: a text as it stands, or a value any of whose characters may be percent-encoded, or escaped however often. */
type Pattern = string | readonly Spelling[];

/**
 * Builds a masker for secret values: as they are, with any of their characters percent-encoded or escaped as in JSON, a JSON text in a
 * string of another included, in hex, and inside base64 at any offset (as in Basic credentials). Values under 6 characters and common words are left to the names they stand under.
 */
export function createValueMasker(values: readonly string[], mask: string): ValueMasker {
  const telling = new Set(values.flatMap(partsOf).flatMap(withClean).filter(isTelling));
  if (telling.size === 0) return (text) => text;
  const seen = new Uint8Array(65536);
  const byStart = new Map<number, Pattern[]>();
  const add = (beginning: string, pattern: Pattern) => {
    const start = startOf(beginning);
    seen[start & 0xffff] = 1;
    byStart.set(start, [...(byStart.get(start) ?? []), pattern]);
  };
  for (const form of new Set([...telling].flatMap(formsOf))) add(form, form);
  for (const value of telling) {
    const spellings = spell(value);
    for (const beginning of beginningsOf(spellings)) add(beginning, spellings);
  }
  return (text) => replacePatterns(text, seen, byStart, mask);
}

function replacePatterns(
  text: string,
  seen: Uint8Array,
  byStart: ReadonlyMap<number, readonly Pattern[]>,
  mask: string,
): string {
  const last = text.length - shortest;
  let result = "";
  let copied = 0;
  let code = text.charCodeAt(0);
  for (let index = 0; index <= last; index++) {
    const next = text.charCodeAt(index + 1);
    const start = (code << 8) ^ next;
    code = next;
    if (seen[start & 0xffff] === 0) continue;
    const end = Math.max(0, ...(byStart.get(start)?.map((pattern) => endOf(pattern, text, index)) ?? []));
    if (end === 0) continue;
    result += text.slice(copied, index) + mask;
    copied = end;
    index = copied - 1;
    code = text.charCodeAt(copied);
  }
  return copied === 0 ? text : result + text.slice(copied);
}

/** Where a pattern that begins at an index ends, or 0 when it is not there. */
function endOf(pattern: Pattern, text: string, index: number): number {
  if (typeof pattern === "string") return text.startsWith(pattern, index) ? index + pattern.length : 0;
  let end = index;
  for (const spelling of pattern) {
    const length = lengthOf(spelling, text, end);
    if (length === 0) return 0;
    end += length;
  }
  return end;
}

/** How many characters of the text spell one character of a value, or 0 when they do not. */
function lengthOf({ plain, encoded, unicode }: Spelling, text: string, index: number): number {
  const run = runOfBackslashes(text, index);
  if (plain === "\\") return run;
  const at = index + run;
  if (run > 0 && text[at] === "u" && text.slice(at + 1, at + 5).toUpperCase() === unicode) return run + 5;
  if (run === 0 || escapable.has(plain)) {
    if (text[at] === "%" && text.slice(at, at + encoded.length).toUpperCase() === encoded) return run + encoded.length;
    if (text.startsWith(plain, at)) return run + plain.length;
  }
  return plain === " " && text[index] === "+" ? 1 : 0;
}

/** However many backslashes stand there, each as it is or percent-encoded, or both: how often they were escaped cannot be told. */
function runOfBackslashes(text: string, index: number): number {
  let end = index;
  while (text[end] === "\\" || /^%5c$/i.test(text.slice(end, end + 3))) end += text[end] === "%" ? 3 : 1;
  return end - index;
}

const escapable = new Set(['"', "'", "/"]);

function spell(value: string): readonly Spelling[] {
  return [...value.toWellFormed().replace(/\\+/g, "\\")].map((plain) => {
    const encoded = Buffer.from(plain, "utf8").toString("hex").toUpperCase().replace(/../g, "%$&");
    return { plain, encoded, unicode: plain.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0") };
  });
}

/** The pairs of characters that a value can begin with, however its first two characters are spelt. */
function beginningsOf([first, second]: readonly Spelling[]): ReadonlySet<string> {
  const { plain = "", encoded = "" } = first ?? {};
  const hex = encoded.slice(0, 2);
  const others = [plain + (second?.plain ?? "").slice(0, 1), `${plain}%`, `${plain}+`, `${plain}\\`];
  return new Set([hex, hex.toLowerCase(), "\\u", ...others.map((pair) => pair.slice(0, 2))]);
}

/** The first two characters as one number, whose low 16 bits tell ASCII texts apart. */
function startOf(form: string): number {
  return (form.charCodeAt(0) << 8) ^ form.charCodeAt(1);
}

/** A value such as `Bearer abc` is a secret without its scheme as well, and Basic credentials are as a pair and as its password. */
function partsOf(value: string): readonly string[] {
  const [, scheme = "", rest] = /^(Bearer|Basic|Token|ApiKey|Digest|Negotiate)\s+(.+)$/i.exec(value) ?? [];
  if (rest === undefined) return [value];
  const pair = scheme.toLowerCase() === "basic" ? Buffer.from(rest, "base64").toString("utf8") : "";
  const colon = pair.indexOf(":");
  return colon < 0 || pair.includes("\ufffd") ? [value, rest] : [value, rest, pair, pair.slice(colon + 1)];
}

/** A secret stays one without the characters that got into it by mistake: white space, what is invisible, and quotes around it. */
function withClean(value: string): readonly string[] {
  const clean = value.replace(/[\s\0\u200b-\u200f\u2060\ufeff]/g, "").replace(/^(["'])(.*)\1$/, "$2");
  return clean === value ? [value] : [value, clean];
}

function isTelling(value: string): boolean {
  return value.length >= shortest && !commonWords.has(value.toLowerCase()) && value.trim() !== "";
}

function formsOf(value: string): readonly string[] {
  const wellFormed = value.toWellFormed();
  const percent = encodeURIComponent(wellFormed);
  const json = JSON.stringify(value).slice(1, -1);
  const slashed = json.replaceAll("/", "\\/");
  const hex = Buffer.from(wellFormed, "utf8").toString("hex");
  const hexes = [hex, hex.toUpperCase()];
  const all = [value, percent, encodeURIComponent(percent), json, slashed, ...hexes, ...base64Forms(wellFormed)];
  return all.filter((one) => one.length >= shortest);
}

/** The characters of base64 that a value alone decides, for each of its three possible offsets, in both alphabets. */
function base64Forms(value: string): readonly string[] {
  const bytes = Buffer.from(value, "utf8");
  return [0, 1, 2].flatMap((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes]).toString("base64");
    const first = offset === 0 ? 0 : offset + 1;
    const stable = encoded.slice(first, Math.floor(((offset + bytes.length) * 8) / 6));
    return stable.length < shortest ? [] : [stable, stable.replaceAll("+", "-").replaceAll("/", "_")];
  });
}
