import type { Transform } from "node:stream";
// Not by name: a Node without zstd would refuse the whole module before anything could say so.
import zlib from "node:zlib";
import type { Failure } from "../../model/exchange.ts";
import type { Limits } from "../limits.ts";
import type { Field } from "../message.ts";
import { GrowingBytes } from "./growingBytes.ts";

/** Content after its codings were undone; on a failure `bytes` holds what could be decoded, or the bytes as received. */
export interface DecodedContent {
  readonly bytes: Uint8Array;
  readonly truncated: boolean;
  readonly failure: Failure | null;
}

const mostLayers = 3;
const checksumSize = 8;

/**
 * Undoes gzip, deflate, br and zstd as Content-Encoding lists them, last one first.
 * `isWhole` is whether the encoded bytes are all there; the output is bounded by `keptBytes` and by the ratio.
 * Never rejects: content that is not what its header says stays as received and says so.
 */
export async function decodeContent(
  encoded: Uint8Array,
  fields: readonly Field[],
  isWhole: "whole" | "cut",
  limits: Limits,
): Promise<DecodedContent> {
  const codings = codingsOf(fields);
  if (codings.length === 0 || encoded.byteLength === 0)
    return { bytes: encoded, truncated: isWhole === "cut", failure: null };
  if (codings.length > mostLayers) return undecoded(encoded, `it is encoded ${codings.length} times`);
  let current: DecodedContent = { bytes: encoded, truncated: isWhole === "cut", failure: null };
  for (const coding of codings.toReversed()) {
    const decoder = createDecoder(coding, current.bytes);
    if (decoder === undefined) return undecoded(current.bytes, `${coding} is not a coding known here`);
    const next = await runDecoder(decoder, current.bytes, limits, encoded.byteLength);
    if (next.kind === "corrupt" && next.bytes.byteLength === 0) return undecoded(current.bytes, `it is no ${coding}`);
    current = judge(next, coding, current);
    if (current.failure !== null) return current;
  }
  return current;
}

interface Run {
  readonly kind: "whole" | "corrupt" | "cut" | "ratio" | "full";
  readonly bytes: Uint8Array;
}

function judge(run: Run, coding: string, before: DecodedContent): DecodedContent {
  const truncated = before.truncated || run.kind !== "whole";
  const ends = run.kind === "cut" || run.kind === "corrupt";
  if (run.kind === "ratio") {
    const message = `The content grows out of proportion when ${coding} is undone; only its beginning is kept.`;
    return { bytes: run.bytes, truncated, failure: { code: "too-large", message } };
  }
  if (ends && !before.truncated) {
    const how = run.kind === "cut" ? "ends too early" : "is damaged";
    const message = `The ${coding} content ${how}; what could be decoded is kept.`;
    return { bytes: run.bytes, truncated, failure: { code: "protocol", message } };
  }
  return { bytes: run.bytes, truncated, failure: null };
}

function undecoded(bytes: Uint8Array, why: string): DecodedContent {
  const message = `The content could not be decoded, ${why}; it is shown as received.`;
  return { bytes, truncated: false, failure: { code: "protocol", message } };
}

function codingsOf(fields: readonly Field[]): readonly string[] {
  return fields
    .filter(([name]) => name.toLowerCase() === "content-encoding")
    .flatMap(([, value]) => value.split(","))
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== "" && coding !== "identity");
}

function createDecoder(coding: string, bytes: Uint8Array): Transform | undefined {
  if (coding === "gzip" || coding === "x-gzip") return zlib.createGunzip();
  if (coding === "deflate") return hasZlibHeader(bytes) ? zlib.createInflate() : zlib.createInflateRaw();
  if (coding === "br") return zlib.createBrotliDecompress();
  if (coding === "zstd") return zlib.createZstdDecompress();
  return undefined;
}

/** RFC 1950 2.2: deflate means a zlib header, which some servers leave out. */
function hasZlibHeader(bytes: Uint8Array): boolean {
  const first = bytes[0] ?? 0;
  return (first & 0x0f) === 8 && ((first << 8) | (bytes[1] ?? 0)) % 31 === 0;
}

function runDecoder(decoder: Transform, input: Uint8Array, limits: Limits, wireSize: number): Promise<Run> {
  const output = new GrowingBytes(limits.keptBytes);
  const mostByRatio = Math.max(limits.ratioFloor, wireSize * limits.ratio);
  return new Promise((resolve) => {
    const finish = (kind: Run["kind"]) => {
      decoder.destroy();
      resolve({ kind, bytes: output.take() });
    };
    decoder.on("data", (piece: Uint8Array) => {
      if (!output.append(piece)) finish("full");
      else if (output.length > mostByRatio) finish("ratio");
    });
    decoder.on("error", (error) => finish(isEarlyEnd(error) ? "cut" : "corrupt"));
    decoder.on("end", () => finish("whole"));
    // The checksum is written apart and the end announced last, so that an error there comes after all that could be decoded.
    decoder.write(input.subarray(0, -checksumSize));
    decoder.write(input.subarray(-checksumSize));
    decoder.end();
  });
}

function isEarlyEnd(error: Error): boolean {
  return "code" in error && error.code === "Z_BUF_ERROR";
}
