import { mkdir, open, readFile, rename } from "node:fs/promises";
import { dirname } from "node:path";
import type { HistoryStore } from "../engine/exchange/history/exchangeHistory.ts";

/**
 * A text that lives in one file, absent at first. It is written beside the file, forced to the disk and moved into its place in one
 * step, so that a reader sees the old text or the new one whatever happens between; both functions reject where the disk fails.
 */
export function createTextFile(file: string): HistoryStore {
  return {
    read: () => readFile(file, "utf8").catch((error) => (error.code === "ENOENT" ? undefined : Promise.reject(error))),
    write: (text) => replaceFile(file, text),
  };
}

async function replaceFile(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  // One name for all: what a killed process left behind is overwritten by the next one.
  const fresh = `${file}.new`;
  const handle = await open(fresh, "w", 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(fresh, file);
}
