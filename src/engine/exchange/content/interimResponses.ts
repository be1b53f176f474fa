/** What one piece of a response comes to: the bytes to be parsed, none where it must be waited for more, and the statuses that were taken out. */
export interface Sifted {
  readonly bytes: Buffer | null;
  readonly statuses: readonly number[];
}

const startOfInterim = "HTTP/1.x 1xx";

/**
 * Takes the informational responses (RFC 9110 15.2) out of the bytes in front of a final HTTP/1.1 response, because undici
 * takes an unasked 100 for an attack. 101 is left in, and so is what is malformed or has a header section beyond `mostBytes`.
 */
export class InterimResponses {
  readonly #mostBytes: number;
  #held: Buffer = Buffer.alloc(0);
  #isOver = false;

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes;
  }

  /** Takes the next piece in. */
  sift(chunk: Buffer): Sifted {
    if (this.#isOver) return { bytes: chunk, statuses: [] };
    let rest = this.#held.byteLength === 0 ? chunk : Buffer.concat([this.#held, chunk]);
    const statuses: number[] = [];
    for (;;) {
      const length = this.#lengthOfInterim(rest);
      if (length === "final") break;
      if (length === "unknown") {
        this.#held = rest;
        return { bytes: null, statuses };
      }
      statuses.push(Number(rest.toString("latin1", 9, 12)));
      rest = rest.subarray(length);
    }
    this.#isOver = true;
    this.#held = Buffer.alloc(0);
    return { bytes: rest, statuses };
  }

  #lengthOfInterim(bytes: Buffer): number | "final" | "unknown" {
    const start = bytes.toString("latin1", 0, startOfInterim.length);
    if (!mayStartInterim(start)) return "final";
    const end = bytes.indexOf("\r\n\r\n");
    if (end >= 0 && end < this.#mostBytes) return end + 4;
    // A line that ends in LF alone is for the parser to refuse.
    const isBroken = bytes.indexOf("\n\n") >= 0 || bytes.byteLength > this.#mostBytes;
    return isBroken ? "final" : "unknown";
  }
}

/** Whether these up to twelve bytes are, or may become, the start of an informational response. */
function mayStartInterim(start: string): boolean {
  if (start.length < startOfInterim.length)
    return /^(?:HTTP\/1\.[01] 1\d?|HTTP\/1\.[01] ?)$/.test(start) || "HTTP/1.".startsWith(start);
  return /^HTTP\/1\.[01] 1\d\d/.test(start) && !start.endsWith("101");
}
