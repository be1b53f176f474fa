import { formatTime, moveTime, type Zone } from "./dateText.ts";
import { randomValue } from "./randomValues.ts";

const OFFSET = /^(-?\d{1,12})\s+(ms|[smhdwMy])$/;
const DATE = /^\$(localDatetime|datetime)(?:\s+(rfc1123|iso8601|"[^"]*"|'[^']*'))?(?:\s+(.+))?$/;

/**
 * The value of a generated variable of REST Client, Visual Studio, JetBrains or Kulala, such as `$guid`, `$timestamp -1 d` or
 * `$random.integer(1, 9)`; `now` is in ms. Null when the expression is none of them.
 */
export function generateValue(expression: string, now: number): string | null {
  if (expression === "$date") return formatTime(now, "YYYY-MM-DD", "utc");
  if (expression === "$isoTimestamp") return formatTime(now, "YYYY-MM-DDTHH:mm:ss[Z]", "utc");
  const timestamp = /^\$timestamp(?:\s+(.+))?$/.exec(expression);
  if (timestamp !== null) {
    const time = shift(now, timestamp[1]);
    return time === null ? null : String(Math.floor(time / 1000));
  }
  return dateValue(expression, now) ?? randomValue(expression);
}

function dateValue(expression: string, now: number): string | null {
  const match = DATE.exec(expression);
  if (match === null) return null;
  const zone: Zone = match[1] === "localDatetime" ? "local" : "utc";
  const format = (match[2] ?? "iso8601").replace(/^(["'])(.*)\1$/s, "$2");
  const time = shift(now, match[3]);
  return time === null ? null : formatTime(time, format, zone);
}

function shift(now: number, offset: string | undefined): number | null {
  if (offset === undefined) return now;
  const match = OFFSET.exec(offset.trim());
  return match === null ? null : moveTime(now, match[1] as string, match[2] as string);
}
