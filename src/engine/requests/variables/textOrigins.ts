import type { Range } from "../../model/place.ts";
import type { Expansion, TextOrigin } from "./expandText.ts";

const MOST_MISSES = 50;

/**
 * The origin of a text that stands in the request file. Where the text was joined from several lines the place of an expression is
 * found by looking for it from the start of the stretch on.
 */
export function writtenOrigin(expansion: Expansion, text: string, range: Range | null): TextOrigin {
  const { context, scope } = expansion;
  const start = range?.start ?? 0;
  const isExact = range !== null && context.text.startsWith(text, range.start);
  const search = createSearch(context.text, text, range);
  const offsetOf = (offset: number): number => (isExact ? start + offset : search(offset));
  return {
    from: (offset) => ({ kind: "written", location: locate(offset) }),
    locate,
    range(offset, length) {
      const at = offsetOf(offset);
      return { start: at, end: Math.min(at + length, Math.max(at, context.text.length)) };
    },
    secret: false,
  };

  function locate(offset: number): ReturnType<TextOrigin["locate"]> {
    if (context.file === null || range === null) return null;
    return { file: context.file, ...scope.lines.positionAt(offsetOf(offset)) };
  }
}

/** Looks for the rest of the line at an offset; offsets come in rising order, and after many misses there is no point in looking on. */
function createSearch(whole: string, text: string, range: Range | null): (offset: number) => number {
  let from = range?.start ?? 0;
  let misses = 0;
  return (offset) => {
    if (range === null || misses >= MOST_MISSES) return from;
    const end = text.indexOf("\n", offset);
    const piece = text.slice(offset, Math.min(end < 0 ? text.length : end, offset + 80));
    const found = whole.indexOf(piece, from);
    if (found >= 0 && found < range.end) from = found;
    else misses++;
    return from;
  };
}
