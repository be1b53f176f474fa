const UNITS = new Map([
  ["ms", 1],
  ["s", 1000],
  ["m", 60_000],
  ["h", 3_600_000],
  ["d", 86_400_000],
  ["w", 7 * 86_400_000],
]);
const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** In which zone a date is written. */
export type Zone = "utc" | "local";

/** Moves a time in ms by an offset such as `-1 d` or `3 M`; null when the offset cannot be read. */
export function moveTime(time: number, amount: string, unit: string): number | null {
  const count = Number(amount);
  if (!Number.isFinite(count) || Math.abs(count) > 1e9) return null;
  const fixed = UNITS.get(unit);
  if (fixed !== undefined) return time + count * fixed;
  const date = new Date(time);
  if (unit === "M") date.setUTCMonth(date.getUTCMonth() + count);
  else if (unit === "y") date.setUTCFullYear(date.getUTCFullYear() + count);
  else return null;
  return date.getTime();
}

/** Writes a time as `rfc1123`, `iso8601`, or by a pattern such as `YYYY-MM-DD HH:mm:ss.SSS`; null for a time that has no date. */
export function formatTime(time: number, format: string, zone: Zone): string | null {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return null;
  if (format === "rfc1123")
    return zone === "utc" ? date.toUTCString() : pattern(date, "ddd, DD MMM YYYY HH:mm:ss ZZ", zone);
  if (format === "iso8601")
    return zone === "utc" ? date.toISOString() : pattern(date, "YYYY-MM-DDTHH:mm:ss.SSSZ", zone);
  return pattern(date, format, zone);
}

function pattern(date: Date, format: string, zone: Zone): string {
  const offset = zone === "utc" ? 0 : -date.getTimezoneOffset();
  const shifted = new Date(date.getTime() + offset * 60_000);
  return format.replace(
    /\[([^\]]*)\]|YYYY|YY|MMMM|MMM|MM|M|DD|D|dddd|ddd|HH|H|hh|h|mm|m|ss|s|SSS|ZZ|Z|A|a|X|x/g,
    (token, literal) => (literal === undefined ? (tokenText(token, shifted, date, offset) ?? token) : literal),
  );
}

function tokenText(token: string, shifted: Date, date: Date, offset: number): string | undefined {
  const hour = shifted.getUTCHours();
  const month = MONTHS[shifted.getUTCMonth()] as string;
  const weekday = WEEKDAYS[shifted.getUTCDay()] as string;
  const year = String(shifted.getUTCFullYear()).padStart(4, "0");
  const half = hour < 12 ? "AM" : "PM";
  const texts: Readonly<Record<string, string>> = {
    YYYY: year,
    YY: year.slice(-2),
    MMMM: month,
    MMM: month.slice(0, 3),
    dddd: weekday,
    ddd: weekday.slice(0, 3),
    SSS: String(shifted.getUTCMilliseconds()).padStart(3, "0"),
    A: half,
    a: half.toLowerCase(),
    Z: zoneText(offset, ":"),
    ZZ: zoneText(offset, ""),
    X: String(Math.floor(date.getTime() / 1000)),
    x: String(date.getTime()),
  };
  return texts[token] ?? numberText(token, shifted);
}

function numberText(token: string, shifted: Date): string | undefined {
  const numbers: Readonly<Record<string, number>> = {
    M: shifted.getUTCMonth() + 1,
    D: shifted.getUTCDate(),
    H: shifted.getUTCHours(),
    h: shifted.getUTCHours() % 12 || 12,
    m: shifted.getUTCMinutes(),
    s: shifted.getUTCSeconds(),
  };
  const number = numbers[token[0] as string];
  return number === undefined ? undefined : String(number).padStart(token.length, "0");
}

function zoneText(offset: number, mark: string): string {
  const minutes = Math.abs(offset);
  const hours = String(Math.floor(minutes / 60)).padStart(2, "0");
  return `${offset < 0 ? "-" : "+"}${hours}${mark}${String(minutes % 60).padStart(2, "0")}`;
}
