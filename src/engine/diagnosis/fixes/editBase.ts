import type { LineEdit } from "../../model/diagnosis.ts";
import type { Files } from "../../ports.ts";
import type { Known } from "../known.ts";
import type { OtherBase } from "../workspace/clients/otherBases.ts";
import { readLines } from "../workspace/texts.ts";

/** The edit that names another variable at the beginning of the request's URL; null when the line does not hold the present one. */
export async function editBase({ request }: Known, { own, name }: OtherBase, files: Files): Promise<LineEdit | null> {
  const { file, line } = request;
  const text = file === null || line === null ? "" : ((await readLines(files, file))[line - 1] ?? "");
  const written = new RegExp(`\\{\\{\\s*${own.replace(/\W/g, "\\$&")}\\s*\\}\\}`);
  return file === null || line === null || !written.test(text)
    ? null
    : { file, line, oldText: text, newText: text.replace(written, () => `{{${name}}}`) };
}
