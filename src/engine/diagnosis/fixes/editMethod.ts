import type { Fix } from "../../model/diagnosis.ts";
import type { Files } from "../../ports.ts";
import type { Known } from "../known.ts";

/** The edit of the request line that gives it another method, or null when the request is in no file. */
export async function editMethod(known: Known, method: string, files: Files): Promise<Fix["edit"]> {
  const { file, line } = known.request;
  const bytes = file === null || line === null ? undefined : await files.read(file);
  if (file === null || line === null || bytes === undefined) {
    return null;
  }
  const text = new TextDecoder().decode(bytes).split(/\r\n|\r|\n/)[line - 1];
  if (text === undefined) {
    return null;
  }
  const written = /^\s*([A-Za-z]+)(?=\s)/.exec(text);
  const isNamed = written?.[1]?.toUpperCase() === known.request.method;
  const newText = isNamed ? text.replace(/[A-Za-z]+/, method) : `${method} ${text.trimStart()}`;
  return { file, line, newText };
}
