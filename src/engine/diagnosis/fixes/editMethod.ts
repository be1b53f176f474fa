import type { LineEdit } from "../../model/diagnosis.ts";
import type { Files } from "../../ports.ts";
import type { Known } from "../known.ts";
import { readLines } from "../workspace/texts.ts";

/** The edit of the request line that gives it another method, or null when the request is in no file. */
export async function editMethod(known: Known, method: string, files: Files): Promise<LineEdit | null> {
  const { file, line } = known.request;
  const text = file === null || line === null ? undefined : (await readLines(files, file))[line - 1];
  if (file === null || line === null || text === undefined) {
    return null;
  }
  const written = /^\s*([A-Za-z]+)(?=\s)/.exec(text);
  const isNamed = written?.[1]?.toUpperCase() === known.request.method;
  const newText = isNamed ? text.replace(/[A-Za-z]+/, method) : `${method} ${text.trimStart()}`;
  return { file, line, oldText: text, newText };
}
