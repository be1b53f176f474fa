import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { deserialize, serialize } from "node:v8";
import { READER_VERSION } from "../engine/routes/readFacts.ts";
import type { KnownFile } from "../engine/routes/routeReader.ts";

/** Reads what an earlier run knew of the files; an absent, foreign or corrupt cache is an empty one. */
export async function readFactCache(cacheFile: string): Promise<ReadonlyMap<string, KnownFile>> {
  try {
    const stored: unknown = deserialize(await readFile(cacheFile));
    if (!isStored(stored) || stored.version !== READER_VERSION) return new Map();
    return stored.files;
  } catch {
    return new Map();
  }
}

/** Writes what is known of the files in one step, so that a reader never sees half of it; failures are let go. */
export async function writeFactCache(cacheFile: string, files: ReadonlyMap<string, KnownFile>): Promise<void> {
  try {
    await mkdir(dirname(cacheFile), { recursive: true });
    const fresh = `${cacheFile}.${process.pid}`;
    await writeFile(fresh, serialize({ version: READER_VERSION, files }));
    await rename(fresh, cacheFile);
  } catch {
    // Without a cache the next start is slower, and nothing else.
  }
}

function isStored(value: unknown): value is { version: number; files: Map<string, KnownFile> } {
  if (typeof value !== "object" || value === null || !("version" in value) || !("files" in value)) return false;
  if (!(value.files instanceof Map)) return false;
  for (const known of value.files.values()) {
    if (typeof known !== "object" || known === null || typeof known.digest !== "string" || !("facts" in known))
      return false;
  }
  return true;
}
