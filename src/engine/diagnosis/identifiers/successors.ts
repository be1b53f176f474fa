import type { Identifier } from "./identifiers.ts";

const naming =
  /surviv|success(?:or|eur)|canonical|target|replac|master|primary|kept|winner|duplicate|merged|moved|renamed|supersed|current|instead|redirect|new_?(?:id|slug|key)/i;
const foreign =
  /request|trace|correlation|span|incident|transaction|session|instance|timestamp|\bat$|status|^code$|errno/i;
const mostFields = 200;
const deepest = 5;

/**
 * The identifiers that an error names besides the one it was asked for: of the same pattern (`an-2210` beside `an-1180`), or under
 * a field that speaks of a successor. `control` is the answer for an identifier that names nothing; what it names too says nothing.
 */
export function findNamedIdentifiers(text: string, identifier: Identifier, control: string): readonly string[] {
  const found = listLeaves(text).filter(({ path, value }) => {
    if (value === identifier.value || foreign.test(path) || !/^[\w.:@~-]{1,80}$/.test(value)) {
      return false;
    }
    const isPatterned = /\d/.test(value) && /[a-z]|\d[-.:_]\d/i.test(value);
    return isPatterned
      ? skeletonOf(value) === skeletonOf(identifier.value) || isNamed(path, identifier)
      : isNamed(path, identifier);
  });
  return [...new Set(found.map(({ value }) => value))].filter((value) => !control.includes(value)).slice(0, 2);
}

/**
 * The paths of the same collection that an error names under whatever field, besides the one that was asked; `collection` is a path
 * without its last slash, and what `control`, the answer for an identifier that names nothing, holds too says nothing.
 */
export function findNamedPaths(text: string, collection: string, asked: string, control: string): readonly string[] {
  const paths = listLeaves(text).flatMap(({ value }) => {
    const path = /^(?:https?:\/\/[^/\s]+)?(\/[^\s?#]*)/i.exec(value)?.[1] ?? "";
    const rest = path.startsWith(`${collection}/`) ? path.slice(collection.length + 1) : "";
    return rest !== "" && path !== asked && !asked.startsWith(`${path}/`) && !control.includes(value) ? [value] : [];
  });
  return [...new Set(paths)].slice(0, 2);
}

/** A field that speaks of a successor; one that holds words must hold such as the identifier does. */
function isNamed(path: string, identifier: Identifier): boolean {
  return naming.test(path) && identifier.value !== "";
}

/** The pattern of an identifier: runs of letters, and of digits, by their length where that is fixed. */
function skeletonOf(value: string): string {
  return /^[0-9a-f]{8}-/i.test(value)
    ? value.replace(/[0-9a-f]/gi, "x")
    : value.replace(/[a-z]+/gi, (run) => `${run.length}a`).replace(/(?<![\da-z])\d+|\d+(?![\da-z])/gi, "9");
}

interface Leaf {
  readonly path: string;
  readonly value: string;
}

function listLeaves(text: string): readonly Leaf[] {
  let root: unknown;
  try {
    root = JSON.parse(text.slice(0, 65_536));
  } catch {
    return [];
  }
  const leaves: Leaf[] = [];
  const visit = (value: unknown, path: string, depth: number): void => {
    if (leaves.length >= mostFields || depth > deepest) {
      return;
    }
    if (typeof value === "string" || typeof value === "number") {
      leaves.push({ path, value: String(value) });
    } else if (typeof value === "object" && value !== null) {
      for (const [name, inner] of Object.entries(value)) {
        visit(inner, `${path} ${name}`, depth + 1);
      }
    }
  };
  visit(root, "", 0);
  return leaves;
}
