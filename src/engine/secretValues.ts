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

/**
 * Builds a masker for secret values: as they are, percent-encoded, escaped in JSON, and inside base64 at any offset
 * (as in Basic credentials). Values under 6 characters and common words are left to the names they stand under.
 */
export function createValueMasker(values: readonly string[], mask: string): ValueMasker {
  const forms = new Set(values.flatMap(withoutScheme).filter(isTelling).flatMap(formsOf));
  if (forms.size === 0) return (text) => text;
  const seen = new Uint8Array(65536);
  const byStart = new Map<number, string[]>();
  for (const form of [...forms].toSorted((one, other) => other.length - one.length)) {
    const start = startOf(form);
    seen[start & 0xffff] = 1;
    byStart.set(start, [...(byStart.get(start) ?? []), form]);
  }
  return (text) => replaceForms(text, seen, byStart, mask);
}

function replaceForms(text: string, seen: Uint8Array, byStart: ReadonlyMap<number, string[]>, mask: string): string {
  const last = text.length - shortest;
  let result = "";
  let copied = 0;
  let code = text.charCodeAt(0);
  for (let index = 0; index <= last; index++) {
    const next = text.charCodeAt(index + 1);
    const start = (code << 8) ^ next;
    code = next;
    if (seen[start & 0xffff] === 0) continue;
    const found = byStart.get(start)?.find((form) => text.startsWith(form, index));
    if (found === undefined) continue;
    result += text.slice(copied, index) + mask;
    copied = index + found.length;
    index = copied - 1;
    code = text.charCodeAt(copied);
  }
  return copied === 0 ? text : result + text.slice(copied);
}

/** The first two characters as one number, whose low 16 bits tell ASCII texts apart. */
function startOf(form: string): number {
  return (form.charCodeAt(0) << 8) ^ form.charCodeAt(1);
}

/** A value such as `Bearer abc` is a secret without its scheme as well. */
function withoutScheme(value: string): readonly string[] {
  const rest = /^(?:Bearer|Basic|Token|ApiKey|Digest|Negotiate)\s+(.+)$/i.exec(value)?.[1];
  return rest === undefined ? [value] : [value, rest];
}

function isTelling(value: string): boolean {
  return value.length >= shortest && !commonWords.has(value.toLowerCase()) && value.trim() !== "";
}

function formsOf(value: string): readonly string[] {
  const wellFormed = value.toWellFormed();
  const percent = encodeURIComponent(wellFormed);
  const lowerHex = percent.replace(/%[0-9A-F]{2}/g, (octet) => octet.toLowerCase());
  const form = percent.replaceAll("%20", "+");
  const strict = percent.replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
  const json = JSON.stringify(value).slice(1, -1);
  const slashed = json.replaceAll("/", "\\/");
  const all = [
    value,
    encodeURI(wellFormed),
    percent,
    lowerHex,
    form,
    strict,
    json,
    slashed,
    ...base64Forms(wellFormed),
  ];
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
