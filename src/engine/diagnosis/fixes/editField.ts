import type { LineEdit } from "../../model/diagnosis.ts";
import type { ResolvedRequest } from "../../model/request.ts";
import type { Files } from "../../ports.ts";
import { isCredentialField } from "../../secrets.ts";
import type { Known } from "../known.ts";
import { readLines } from "../workspace/texts.ts";

/** A field that a variant sends otherwise than the request does. */
export interface FieldChange {
  readonly name: string;
  readonly value: string;
}

/** The one field in which a variant of the same URL differs; null where it differs in none, in several, or in what proves who asks. */
export function findFieldChange({ request }: Known, variant: ResolvedRequest): FieldChange | null {
  const isNew = ([name, value]: readonly [string, string]) =>
    !request.headers.some(([own, held]) => own.toLowerCase() === name.toLowerCase() && held === value);
  const [changed, ...more] = variant.headers.filter(isNew);
  if (!changed || more.length > 0 || variant.url !== request.url || isCredentialField(changed[0])) {
    return null;
  }
  return { name: changed[0], value: changed[1] };
}

// Not a curl command and not an entry of a HAR, whose fields are written otherwise.
const requestLine = /^\s*(?:[A-Z-]+\s+)?(?:https?:\/|\{\{|\/)/i;

/**
 * The edit that makes the written request send a field so: its line replaced, or the field put below the request line. Null when the
 * request stands in no file, or no longer where it was read.
 */
export async function editField({ request }: Known, field: FieldChange, files: Files): Promise<LineEdit | null> {
  if (request.file === null || request.line === null) {
    return null;
  }
  const lines = await readLines(files, request.file);
  const first = lines[request.line - 1];
  // Indented lines below go on with the URL, and a field between them would end it.
  const isContinued = /^\s+\S/.test(lines[request.line] ?? "");
  if (first === undefined || isContinued || !requestLine.test(first)) {
    return null;
  }
  const end = lines.findIndex((line, index) => index >= (request.line ?? 0) && line.trim() === "");
  const written = lines.findIndex(
    (line, index) =>
      index >= (request.line ?? 0) &&
      (end < 0 || index < end) &&
      line.toLowerCase().startsWith(`${field.name.toLowerCase()}:`),
  );
  const text = `${field.name}: ${field.value}`;
  return written < 0
    ? { file: request.file, line: request.line, oldText: first, newText: `${first}\n${text}` }
    : { file: request.file, line: written + 1, oldText: lines[written] ?? "", newText: text };
}
