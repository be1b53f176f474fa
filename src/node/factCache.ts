import { hash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { deserialize, serialize } from "node:v8";
import type { RouteTable } from "../engine/model/route.ts";
import type { FileFacts } from "../engine/routes/facts.ts";
import { READER_VERSION } from "../engine/routes/readFacts.ts";
import type { KnownFile, RouteMemory } from "../engine/routes/routeReader.ts";

interface StoredFile {
  readonly size: number;
  readonly modified: number;
  readonly digest: string;
  readonly hasFacts: boolean;
}

/** What the cache file holds; the facts lie in it as bytes of their own, because most starts never need them. */
interface Stored {
  readonly version: number;
  readonly names: string;
  readonly table: RouteTable | null;
  readonly files: ReadonlyMap<string, StoredFile>;
  readonly facts: Uint8Array;
  readonly factsDigest: string;
}

/** Reads what an earlier run left; undefined when the cache is absent, foreign or corrupt. */
export async function readFactCache(cacheFile: string): Promise<RouteMemory | undefined> {
  try {
    const stored: unknown = deserialize(await readFile(cacheFile));
    if (!isStored(stored) || hash("sha1", stored.facts) !== stored.factsDigest) return undefined;
    return { names: stored.names, table: stored.table, files: filesOf(stored) };
  } catch {
    return undefined;
  }
}

function filesOf({ files, facts }: Stored): ReadonlyMap<string, KnownFile> {
  let read: ReadonlyMap<string, FileFacts> | undefined;
  const factsOf = (file: string) => {
    read ??= deserialize(facts) as ReadonlyMap<string, FileFacts>;
    return read.get(file) ?? null;
  };
  const known = new Map<string, KnownFile>();
  for (const [file, { size, modified, digest, hasFacts }] of files) {
    known.set(file, {
      size,
      modified,
      digest,
      get facts() {
        return hasFacts ? factsOf(file) : null;
      },
    });
  }
  return known;
}

/** Writes what a run leaves in one step, so that a reader never sees half of it; failures are let go. */
export async function writeFactCache(cacheFile: string, { files, names, table }: RouteMemory): Promise<void> {
  try {
    await mkdir(dirname(cacheFile), { recursive: true });
    const fresh = `${cacheFile}.${process.pid}`;
    const facts = new Map<string, FileFacts>();
    const shown = new Map<string, StoredFile>();
    for (const [file, { size, modified, digest, facts: own }] of files) {
      if (own !== null) facts.set(file, own);
      shown.set(file, { size, modified, digest, hasFacts: own !== null });
    }
    const bytes = serialize(facts);
    const factsDigest = hash("sha1", bytes);
    const stored: Stored = { version: READER_VERSION, names, table, files: shown, facts: bytes, factsDigest };
    await writeFile(fresh, serialize(stored));
    await rename(fresh, cacheFile);
  } catch {
    // Without a cache the next start is slower, and nothing else.
  }
}

function isStored(value: unknown): value is Stored {
  if (typeof value !== "object" || value === null || !("version" in value) || value.version !== READER_VERSION)
    return false;
  return "files" in value && value.files instanceof Map && "facts" in value && value.facts instanceof Uint8Array;
}
