/** How a text report colours its words; a host without colours lends functions that return their argument. */
export interface Paint {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly good: (text: string) => string;
  readonly warn: (text: string) => string;
  readonly bad: (text: string) => string;
}

/** What a text report is laid out for: colours, and the number of columns that a line may use. */
export interface TextView {
  readonly paint: Paint;
  readonly width: number;
}

/** The paint of a host that shows no colours. */
export const plainPaint: Paint = { strong: same, faint: same, good: same, warn: same, bad: same };

/** Control and bidirectional characters, which could make a terminal do or show something else than it says. */
const unprintable = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]+/gu;

/** A text from outside as one line that a terminal can show: control and bidirectional characters become a space. */
export function printable(text: string): string {
  return text.replace(unprintable, " ");
}

/** One line, or several where it is wider than `width`; `lead` starts the first, the others hang under its text. Words are never cut. */
export function hang(lead: string, text: string, width: number, leadWidth: number = lead.length): string {
  const indent = " ".repeat(leadWidth);
  return wrapWords(printable(text), width - leadWidth)
    .map((line, index) => (index === 0 ? lead : indent) + line)
    .join("\n");
}

/** The text in lines of at most `width` characters, broken at spaces only: a long URL keeps whole. */
function wrapWords(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter((found) => found !== "")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

/** Rows with each column but the last padded to its widest cell, two spaces apart. */
export function alignColumns(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const printed = rows.map((row) => row.map(printable));
  const widths: number[] = [];
  for (const row of printed) {
    row.forEach((cell, index) => {
      widths[index] = Math.max(widths[index] ?? 0, cell.length);
    });
  }
  return printed.map((row) =>
    row.map((cell, index) => (index === row.length - 1 ? cell : cell.padEnd(widths[index] ?? 0))),
  );
}

/** A place as a terminal makes it clickable: `file:line:column`. */
export function placeText(place: { readonly file: string; readonly line: number; readonly column: number }): string {
  return `${place.file}:${place.line}:${place.column}`;
}

function same(text: string): string {
  return text;
}
