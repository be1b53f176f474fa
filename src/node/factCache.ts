import { hash } from "node:crypto";
import { closeSync, fstatSync, openSync, readFileSync, readSync } from "node:fs";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { deserialize, serialize } from "node:v8";
import type { RouteTable } from "../engine/model/route.ts";
import type { FileFacts } from "../engine/routes/facts.ts";
import { READER_VERSION } from "../engine/routes/reading/readFacts.ts";
import type { RouteMemory } from "../engine/routes/reading/routeReader.ts";
import { type PackedStamps, packStamps, unpackStamps } from "./packedStamps.ts";

/**
 * The cache file: how long the head is (32 bits) and its SHA-1, the head, then the facts. A start at which nothing changed reads
 * the head alone; the facts are most of the file.
 */
interface Head {
  readonly version: number;
  /** What of the workspace was looked at. */
  readonly scope: string;
  readonly names: string;
  readonly table: RouteTable | null;
  readonly stamps: PackedStamps;
  readonly factsDigest: string;
}

const LENGTH_SIZE = 4;
const DIGEST_SIZE = 20;
const HEAD_AT = LENGTH_SIZE + DIGEST_SIZE;

/**
 * Reads what an earlier run left, without its table where that looked at another part of the workspace than `scope` says; undefined
 * when the cache is absent, foreign or corrupt. It reads at once, which is faster where nobody else waits for the thread.
 */
export function readFactCache(cacheFile: string, scope: string): RouteMemory | undefined {
  try {
    const bytes = readHead(cacheFile);
    const head: unknown = bytes === undefined ? undefined : deserialize(bytes);
    if (bytes === undefined || !isHead(head)) return undefined;
    const { names, stamps, factsDigest } = head;
    const table = head.scope === scope ? head.table : null;
    const facts = () => readCachedFacts(cacheFile, HEAD_AT + bytes.length, factsDigest);
    let files: RouteMemory["files"] | undefined;
    return {
      names,
      table,
      // What is shown first needs none of them.
      get files() {
        files ??= unpackStamps(stamps);
        return files;
      },
      facts,
    };
  } catch {
    return undefined;
  }
}

function readHead(cacheFile: string): Buffer | undefined {
  const file = openSync(cacheFile, "r");
  try {
    const { size } = fstatSync(file);
    const start = Buffer.alloc(HEAD_AT);
    readSync(file, start, 0, HEAD_AT, 0);
    const length = start.readUInt32LE();
    if (length > size - HEAD_AT) return undefined;
    const head = Buffer.alloc(length);
    readSync(file, head, 0, length, HEAD_AT);
    return hash("sha1", head, "buffer").equals(start.subarray(LENGTH_SIZE)) ? head : undefined;
  } finally {
    closeSync(file);
  }
}

/** Null when the facts are corrupt, or those of another window that wrote the file since its head was read. */
function readCachedFacts(cacheFile: string, from: number, digest: string): ReadonlyMap<string, FileFacts> | null {
  try {
    const bytes = readFileSync(cacheFile).subarray(from);
    return hash("sha1", bytes) === digest ? (deserialize(bytes) as ReadonlyMap<string, FileFacts>) : null;
  } catch {
    return null;
  }
}

/** Writes what a run leaves that looked at `scope`, in one step, so that a reader never sees half of it; failures are let go. */
export async function writeFactCache(cacheFile: string, scope: string, memory: RouteMemory): Promise<void> {
  try {
    await mkdir(dirname(cacheFile), { recursive: true });
    const fresh = `${cacheFile}.${process.pid}`;
    const facts = serialize(memory.facts());
    const { names, table, files } = memory;
    const stamps = packStamps(files);
    const head: Head = { version: READER_VERSION, scope, names, table, stamps, factsDigest: hash("sha1", facts) };
    const bytes = serialize(head);
    const length = Buffer.alloc(LENGTH_SIZE);
    length.writeUInt32LE(bytes.length);
    await writeFile(fresh, Buffer.concat([length, hash("sha1", bytes, "buffer"), bytes, facts]));
    await rename(fresh, cacheFile);
  } catch {
    // Without a cache the next start is slower, and nothing else.
  }
}

function isHead(value: unknown): value is Head {
  if (typeof value !== "object" || value === null || !("version" in value) || value.version !== READER_VERSION)
    return false;
  return "stamps" in value;
}
