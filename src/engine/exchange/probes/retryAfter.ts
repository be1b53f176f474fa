import type { Response } from "../../model/exchange.ts";

/** How long a server may keep probes waiting, in ms; asked for longer, they end. */
const longestPause = 60_000;

const usualPause = 10_000;

/**
 * How long a response asks not to be bothered, in ms, `Infinity` when it is longer than is worth waiting for, or null when it does not ask.
 * 429 and 503 always ask; Retry-After is whole seconds or an HTTP date (RFC 9110 10.2.3), anything else counts as the usual pause.
 */
export function readPause(response: Response, now: number): number | null {
  const value = response.headers.find(([name]) => name.toLowerCase() === "retry-after")?.[1].trim();
  const isOverloaded = response.status === 429 || response.status === 503;
  if (value === undefined) return isOverloaded ? usualPause : null;
  const pause = readDuration(value, now) ?? usualPause;
  return pause > longestPause ? Number.POSITIVE_INFINITY : pause;
}

function readDuration(value: string, now: number): number | undefined {
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const isDate = /^[A-Za-z]{3,9},? .*GMT$/.test(value);
  const date = isDate ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
