/** One line of a text without its line break; offsets are into the whole text, `number` is 1-based. */
export interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly number: number;
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const BYTE_ORDER_MARK = 0xfeff;

/** How many lines are cut or read in one step. */
export const linesOfAStep = 2_000;

/** Cuts a text at LF, CRLF and CR in one pass, up to a number of lines; a byte order mark at the start belongs to no line. */
export function splitLines(text: string, most?: number): readonly Line[] {
  return finish(splitLinesInSteps(text, most));
}

/** The same in steps, between which other work can be done. */
export function* splitLinesInSteps(text: string, most = Number.POSITIVE_INFINITY): Generator<void, readonly Line[]> {
  const lines: Line[] = [];
  let start = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== LINE_FEED && code !== CARRIAGE_RETURN) continue;
    lines.push({ text: text.slice(start, at), start, end: at, number: lines.length + 1 });
    if (code === CARRIAGE_RETURN && text.charCodeAt(at + 1) === LINE_FEED) at++;
    start = at + 1;
    if (lines.length >= most) return lines;
    if (lines.length % linesOfAStep === 0) yield;
  }
  lines.push({ text: text.slice(start), start, end: text.length, number: lines.length + 1 });
  return lines;
}

/** Joins lines of a text with LF; a run of lines without a gap is one piece of the text already. */
export function joinLines(text: string, lines: readonly Line[]): string {
  const [first, last] = [lines[0], lines.at(-1)];
  if (first === undefined || last === undefined) return "";
  const whole = text.slice(first.start, last.end);
  const isRun = last.number - first.number + 1 === lines.length && !whole.includes("\r");
  return isRun ? whole : lines.map((line) => line.text).join("\n");
}

/** Does all steps of some work at once. */
export function finish<Result>(work: Generator<void, Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
