import { extname } from "node:path";
import type { ExportFormat } from "../report/exports/exports.ts";
import { CliError } from "./cliError.ts";

const formats: Readonly<Record<string, ExportFormat>> = {
  ".har": "har",
  ".http": "http",
  ".rest": "http",
  ".sh": "curl",
};

/** A file to export to, and the format that its ending asks for. */
export interface ExportFile {
  readonly file: string;
  readonly format: ExportFormat;
}

/** Reads one value of `--export`; throws a `CliError` when its ending names no format. */
export function readExportFile(file: string): ExportFile {
  const format = formats[extname(file).toLowerCase()];
  if (format === undefined) {
    throw new CliError("bad-arguments", `--export writes FILE.har, FILE.http or FILE.sh (curl), not "${file}".`);
  }
  return { file, format };
}
