/** What Python projects say of their packages: each name, with the versions it may have as they are written. */
export type Requirements = Readonly<Record<string, string>>;

/** The files that hold requirements, those first that say one version and no range. */
export const REQUIREMENT_FILES = ["uv.lock", "poetry.lock", "pyproject.toml", "Pipfile", "requirements.txt"];

const FILES = /(?:^|\/)(?:(?:uv|poetry)\.lock|pyproject\.toml|Pipfile|requirements\.txt)$/;

/** True for a file that says which packages a Python project takes. */
export function holdsRequirements(file: string): boolean {
  return FILES.test(file);
}

const LOCKED = /^name = "([^"\n]+)"\r?\nversion = "([^"\n]+)"/gm;
const IN_TABLE = /^"?([\w.-]+)"?\s*=\s*(?:\{[^}\n]*\bversion\s*=\s*)?"([~^=<>!*\d][^"\n]*)"/gm;
const ON_A_LINE = /(?:^|["'])\s*([A-Za-z][\w.-]*)\s*(?:\[[^\]\n]*\])?\s*\(?\s*((?:[=~!<>]=?|===)\s*\d[^;"'#\n]*)/gm;

/**
 * The requirements of a file by https://packaging.python.org/en/latest/specifications/dependency-specifiers, of a table of Poetry or
 * Pipenv, or of a lock; a package that may have any version is left out.
 */
export function readRequirements(file: string, text: string): Requirements {
  const patterns = file.endsWith(".lock") ? [LOCKED] : file.endsWith(".txt") ? [ON_A_LINE] : [IN_TABLE, ON_A_LINE];
  const found = patterns.flatMap((pattern) => [...text.matchAll(pattern)]);
  return Object.fromEntries(found.map(([, name = "", range = ""]) => [name.toLowerCase(), range.trim()]));
}

/** True when every version of a range is before another: `==0.92.0`, `^0.104`, `>=0.100,<0.137` are before `0.137`. */
export function isBefore(range: string, version: string): boolean {
  return range.split(",").some((clause) => {
    const [, operator = "", written = ""] = /^\s*([~^=<>!]*)\s*([\d.]+)/.exec(clause) ?? [];
    const parts = numbersOf(written);
    if (parts.length === 0 || operator.startsWith(">") || operator.startsWith("!")) return false;
    if (operator === "<") return compare(parts, numbersOf(version)) <= 0;
    const kept = parts.slice(0, keptParts(operator, parts));
    return compare(kept, numbersOf(version).slice(0, kept.length)) < 0;
  });
}

/** How many of the leading parts no later version of the range may change. */
function keptParts(operator: string, parts: readonly number[]): number {
  if (operator === "~=") return parts.length - 1;
  if (operator === "~") return 2;
  return operator === "^" ? parts.findIndex((each) => each > 0) + 1 : parts.length;
}

function numbersOf(version: string): readonly number[] {
  return version.split(".").filter(Boolean).map(Number);
}

function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((part, index) => part !== (other[index] ?? 0));
  if (at >= 0) return (one[at] ?? 0) - (other[at] ?? 0);
  return other.slice(one.length).some((part) => part > 0) ? -1 : 0;
}
