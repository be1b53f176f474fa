const LETTERS = "abcdefghijklmnopqrstuvwxyz";
const DIGITS = "0123456789";
const LONGEST = 10_000;

/** A random value for `$guid`, `$uuid`, `$randomInt min max`, or one of the `$random.*` family; null for anything else. */
export function randomValue(expression: string): string | null {
  if (/^\$(?:guid|uuid|random\.uuid)$/.test(expression)) return crypto.randomUUID();
  const between = /^\$randomInt(?:\s+(-?\d{1,15})\s+(-?\d{1,15}))?$/.exec(expression);
  if (between !== null) return randomInteger(Number(between[1] ?? 0), Number(between[2] ?? 1001));
  const call = /^\$random\.(\w+)(?:\(([^()]*)\))?$/.exec(expression);
  if (call === null) return null;
  const values = (call[2] ?? "").split(",").map((value) => value.trim());
  const [first, second] = values.map((value) => (value === "" ? undefined : Number(value)));
  return randomOf(call[1] as string, first, second);
}

function randomOf(kind: string, first: number | undefined, second: number | undefined): string | null {
  if (Number.isNaN(first) || Number.isNaN(second)) return null;
  if (kind === "integer") return randomInteger(second === undefined ? 0 : (first ?? 0), second ?? first ?? 1000);
  if (kind === "float") return randomFloat(second === undefined ? 0 : (first ?? 0), second ?? first ?? 1000);
  if (kind === "alphabetic") return pick(LETTERS + LETTERS.toUpperCase(), first ?? 10);
  if (kind === "alphanumeric") return pick(`${LETTERS}${LETTERS.toUpperCase()}${DIGITS}_`, first ?? 10);
  if (kind === "hexadecimal") return pick(`${DIGITS}abcdef`, first ?? 10);
  return kind === "email" ? `${pick(LETTERS, 10)}@example.com` : null;
}

function randomInteger(from: number, to: number): string | null {
  return to > from ? String(from + Math.floor(Math.random() * (to - from))) : null;
}

function randomFloat(from: number, to: number): string | null {
  return to > from ? String(from + Math.random() * (to - from)) : null;
}

function pick(alphabet: string, length: number): string | null {
  if (!(length >= 0 && length <= LONGEST)) return null;
  let text = "";
  for (let at = 0; at < length; at++) text += alphabet[Math.floor(Math.random() * alphabet.length)];
  return text;
}
