import { stat } from "node:fs/promises";
import type { Files } from "../engine/ports.ts";
import { CliError } from "./cliError.ts";

/** How much of a file is looked at to tell text from anything else. */
const SAMPLE_BYTES = 8192;

/** The text of a file given by a person: UTF-8, or UTF-16 with its mark; throws a `CliError` saying why it cannot be read. */
export async function readInput(files: Files, file: string, given: string): Promise<string> {
  const bytes = await files.read(file);
  if (bytes === undefined) {
    throw new CliError("unreadable-input", `${given} cannot be read; check its permissions and its size.`);
  }
  const encoding = utf16Of(bytes);
  if (encoding === null && bytes.subarray(0, SAMPLE_BYTES).includes(0)) {
    throw new CliError("unreadable-input", `${given} is not a text file, so it holds no requests.`);
  }
  return new TextDecoder(encoding ?? "utf-8").decode(bytes);
}

/** True when a path leads to a file; throws a `CliError` when it leads to a folder. */
export async function isFile(path: string, given: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory()) {
    throw new CliError("unreadable-input", `${given} is a folder; name a request file in it.`);
  }
  return found !== null;
}

function utf16Of(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return "utf-16le";
  }
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null;
}
