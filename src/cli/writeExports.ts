import { writeFile } from "node:fs/promises";
import type { Diagnosis } from "../engine/model/diagnosis.ts";
import type { Mask } from "../engine/secrets.ts";
import { exportDiagnosis } from "../report/exports/exports.ts";
import { CliError } from "./cliError.ts";
import type { ExportFile } from "./exportFile.ts";

/** Writes a diagnosis to each file, in place of what was there; throws a `CliError` when one cannot be written. */
export async function writeExports(files: readonly ExportFile[], diagnosis: Diagnosis, mask: Mask): Promise<void> {
  for (const { file, format } of files) {
    await writeFile(file, exportDiagnosis(diagnosis, format, mask)).catch((error: NodeJS.ErrnoException) => {
      throw new CliError("unwritable-output", `${file} could not be written (${error.code ?? "unknown"}).`);
    });
  }
}
