import { type Node, type ParseError, parseTree } from "jsonc-parser";

const DEEPEST_TEXT = 200;
const LARGEST_TEXT = 8 * 1024 * 1024;

/** A JSON text as nodes that keep their offsets, and what is wrong with it; the root is null when the text is unfit to be read. */
export interface JsonTree {
  readonly root: Node | null;
  readonly errors: readonly ParseError[];
}

/** Reads JSON (comments and last commas are allowed) without losing digits of numbers; texts too large or too deep are not read. */
export function parseJsonTree(text: string): JsonTree {
  if (text.length > LARGEST_TEXT || isTooDeep(text)) return { root: null, errors: [] };
  const errors: ParseError[] = [];
  const readable = text.charCodeAt(0) === 0xfeff ? ` ${text.slice(1)}` : text;
  const root = parseTree(readable, errors, { allowTrailingComma: true });
  return { root: root ?? null, errors };
}

/** The properties of an object node in their order; none for any other node. */
export function propertiesOf(node: Node | null | undefined): readonly (readonly [string, Node])[] {
  if (node?.type !== "object") return [];
  return (node.children ?? []).flatMap(({ children }) => {
    const [key, value] = children ?? [];
    return key !== undefined && value !== undefined ? [[String(key.value), value] as const] : [];
  });
}

/** The text of a value: a string without its quotes, anything else exactly as it stands. */
export function textOfNode(node: Node, text: string): string {
  return node.type === "string" ? String(node.value) : text.slice(node.offset, node.offset + node.length);
}

/** Brackets inside strings count as well, which only makes the check stricter. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x7b || code === 0x5b) depth++;
    else if (code === 0x7d || code === 0x5d) depth--;
    if (depth > DEEPEST_TEXT) return true;
  }
  return false;
}
