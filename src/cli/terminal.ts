import { styleText } from "node:util";
import { type Paint, plainPaint, type TextView } from "../report/terminalText.ts";

const NARROWEST = 60;
const WIDEST = 100;
const UNKNOWN = 80;

/** How to lay out text for a stream: colours only on a terminal that wants them (https://no-color.org), 60 to 100 columns. */
export function viewOf(stream: NodeJS.WriteStream, words: readonly string[], environment: NodeJS.ProcessEnv): TextView {
  const wantsColor = !words.includes("--no-color") && !environment["NO_COLOR"] && environment["TERM"] !== "dumb";
  return {
    paint: stream.isTTY && wantsColor ? colorPaint : plainPaint,
    width: Math.min(WIDEST, Math.max(NARROWEST, stream.columns || UNKNOWN)),
  };
}

/** Writes a whole text, and resolves when it is handed over; a reader that has gone (`| head`) is no failure. */
export function writeAll(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      if (error && (error as NodeJS.ErrnoException).code !== "EPIPE") {
        reject(error);
      } else {
        resolve();
      }
    });
  });
}

/** A JSON document as indented text in which also the control characters that JSON leaves alone are escaped. */
export function jsonText(document: object): string {
  const text = JSON.stringify(document, null, 2);
  return `${text.replace(/[\u007f-\u009f]/g, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, "0")}`)}\n`;
}

const colorPaint: Paint = {
  strong: (text) => styleText("bold", text, { validateStream: false }),
  faint: (text) => styleText("dim", text, { validateStream: false }),
  good: (text) => styleText("green", text, { validateStream: false }),
  warn: (text) => styleText("yellow", text, { validateStream: false }),
  bad: (text) => styleText("red", text, { validateStream: false }),
};
