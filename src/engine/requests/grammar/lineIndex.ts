/** Tells the 1-based line and column of an offset into one text. */
export interface LineIndex {
  positionAt(offset: number): { readonly line: number; readonly column: number };
}

/** Indexes the lines of a text (LF, CRLF, CR), so that each question takes logarithmic time. */
export function createLineIndex(text: string): LineIndex {
  return indexLines(findStarts(text), text.length);
}

/** The same for lines that have been cut already, by the offsets at which they start. */
export function indexLines(starts: readonly number[], length: number): LineIndex {
  return {
    positionAt(offset) {
      const bounded = Math.max(0, Math.min(offset, length));
      let [low, high] = [0, starts.length - 1];
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if ((starts[middle] as number) <= bounded) low = middle;
        else high = middle - 1;
      }
      return { line: low + 1, column: Math.max(0, bounded - (starts[low] as number)) + 1 };
    },
  };
}

function findStarts(text: string): readonly number[] {
  const starts = [text.charCodeAt(0) === 0xfeff ? 1 : 0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return starts;
}
