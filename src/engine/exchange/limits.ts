/** What bounds one exchange, so that no server can hold or flood the sender; times in ms, sizes in bytes. */
export interface Limits {
  /** The whole run, redirects included. */
  readonly totalMs: number;
  /** One hop, from the first lookup to the last byte. */
  readonly hopMs: number;
  readonly connectMs: number;
  readonly redirects: number;
  /** 1xx responses before the final one. */
  readonly informational: number;
  /** The header section of a 1xx response that is read past; a larger one is left to the parser, which refuses 100. */
  readonly informationalBytes: number;
  /** The header section of one response. */
  readonly headerBytes: number;
  readonly headerCount: number;
  /** Content that is kept, encoded and decoded alike; the rest is counted and discarded. */
  readonly keptBytes: number;
  /** Everything one response may put on the wire. */
  readonly wireBytes: number;
  /** A stretch of wire bytes that brings neither the end of the headers nor any content. */
  readonly barrenBytes: number;
  /** How many times its own size content may grow while decoded, once it is larger than `ratioFloor`. */
  readonly ratio: number;
  readonly ratioFloor: number;
}

/** The limits that hold where no setting says otherwise. */
export const defaultLimits: Limits = {
  totalMs: 30_000,
  hopMs: 30_000,
  connectMs: 10_000,
  redirects: 20,
  informational: 32,
  informationalBytes: 16 * 1024,
  headerBytes: 128 * 1024,
  headerCount: 2_000,
  keptBytes: 5_000_000,
  wireBytes: 6 * 1024 * 1024,
  barrenBytes: 256 * 1024,
  ratio: 200,
  ratioFloor: 1024 * 1024,
};

/** The limits of a response whose first so many bytes are to be kept; some more are read, so that its size can be told where it is near. */
export function keepUpTo(bytes: number): Pick<Limits, "keptBytes" | "wireBytes"> {
  const rest = defaultLimits.wireBytes - defaultLimits.keptBytes;
  return { keptBytes: bytes, wireBytes: bytes + rest };
}

const unitsInMs: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000 };

/** Reads `# @timeout 20`, `500 ms`, `2 m` (seconds where no unit stands) into ms, or undefined when it is no positive time. */
export function parseTimeout(value: string | undefined): number | undefined {
  const match = /^\s*(\d{1,9})\s*(ms|s|m)?\s*$/.exec(value ?? "");
  if (match?.[1] === undefined) return undefined;
  const ms = Number(match[1]) * (unitsInMs[match[2] ?? "s"] ?? 1000);
  return ms > 0 && ms <= 2_147_483_647 ? ms : undefined;
}
