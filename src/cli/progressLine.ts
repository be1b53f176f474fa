import type { Progress } from "../engine/diagnose.ts";
import { printable } from "../report/terminalText.ts";

/** Shows what an investigation is doing; `clear` takes away what may be rewritten, before results are printed. */
export interface ProgressLine {
  show(progress: Progress): void;
  clear(): void;
}

const ERASE_LINE = "\r\u001b[2K";

/** Progress on a stream: a terminal has one line rewritten in place, anything else gets one line per step. */
export function createProgressLine(stream: NodeJS.WriteStream): ProgressLine {
  let shownStep: Progress["step"] | null = null;
  return {
    show({ step, message }) {
      const text = printable(`${step}: ${message}`);
      if (stream.isTTY) {
        stream.write(ERASE_LINE + text.slice(0, Math.max(20, (stream.columns || 80) - 1)));
      } else if (shownStep !== step) {
        stream.write(`${text}\n`);
      }
      shownStep = step;
    },
    clear() {
      if (stream.isTTY && shownStep !== null) {
        stream.write(ERASE_LINE);
      }
    },
  };
}
