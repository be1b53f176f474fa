/** Collects bytes up to a limit in one buffer that grows, so that a million tiny pieces cost no more than their sum. */
export class GrowingBytes {
  readonly #limit: number;
  #bytes = new Uint8Array(0);
  #length = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Appends what still fits; false when some of the piece was left out. */
  append(piece: Uint8Array): boolean {
    const room = this.#limit - this.#length;
    const taken = piece.byteLength > room ? piece.subarray(0, room) : piece;
    this.#reserve(this.#length + taken.byteLength);
    this.#bytes.set(taken, this.#length);
    this.#length += taken.byteLength;
    return taken.byteLength === piece.byteLength;
  }

  /** What was collected, in a buffer of its own size. */
  take(): Uint8Array {
    return this.#bytes.byteLength === this.#length ? this.#bytes : this.#bytes.slice(0, this.#length);
  }

  get length(): number {
    return this.#length;
  }

  #reserve(size: number): void {
    if (size <= this.#bytes.byteLength) return;
    const grown = new Uint8Array(Math.min(this.#limit, Math.max(size, this.#bytes.byteLength * 2)));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }
}
