/** Whether a segment of a path, as a server or a configuration file writes it, stands for any: `{id}`, `:id`, `<int:id>`, `[id]`, `*`. */
export function isParameter(segment: string): boolean {
  return /^(?:[{:<[].*|.*\*.*)$/.test(segment);
}

/** Whether a written path takes the segments: its fixed words are theirs, and at least one word is fixed. */
export function isTakenBy(written: readonly string[], segments: readonly string[]): boolean {
  return (
    written.length === segments.length &&
    written.every((word, index) => isParameter(word) || word === segments[index]) &&
    !written.every(isParameter)
  );
}
