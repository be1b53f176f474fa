import type { Field } from "../message.ts";
import type { Destination } from "./target.ts";

/** Remembers cookies for the origin that set them, and for no other: Domain is not honoured, so a cookie never changes hosts. */
export interface CookieJar {
  /** Takes the Set-Cookie fields of a response; `now` is ms since 1970. */
  store(destination: Destination, fields: readonly Field[], now: number): void;
  /** The cookies that a destination gets, those of longer paths first (RFC 6265 5.4). */
  cookiesFor(destination: Destination, now: number): readonly Cookie[];
  /** The fields with the jar's cookies joined to their Cookie field, which stays as it is when there is nothing to add. */
  apply(destination: Destination, fields: readonly Field[], now: number): readonly Field[];
}

/** A cookie as a server set it; `expires` is ms since 1970, infinite for one that lives as long as the jar. */
interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly path: string;
  readonly expires: number;
}

const mostCookies = 200;

/** An empty jar, which lives as long as the run or the session that holds it. */
export function createCookieJar(): CookieJar {
  const byOrigin = new Map<string, Map<string, Cookie>>();
  const cookiesFor: CookieJar["cookiesFor"] = (destination, now) => {
    const path = pathOf(destination.target);
    const own = [...(byOrigin.get(destination.origin.key)?.values() ?? [])];
    return own
      .filter((cookie) => cookie.expires > now && isPathWithin(path, cookie.path))
      .toSorted((one, other) => other.path.length - one.path.length);
  };
  return {
    cookiesFor,
    store(destination, fields, now) {
      const cookies = byOrigin.get(destination.origin.key) ?? new Map<string, Cookie>();
      byOrigin.set(destination.origin.key, cookies);
      for (const [name, value] of fields) {
        if (name.toLowerCase() !== "set-cookie") continue;
        const cookie = readSetCookie(value, destination.target, now);
        if (cookie === undefined) continue;
        const key = `${cookie.name};${cookie.path}`;
        if (cookie.expires <= now) cookies.delete(key);
        else if (cookies.has(key) || cookies.size < mostCookies) cookies.set(key, cookie);
      }
    },
    apply(destination, fields, now) {
      const fitting = cookiesFor(destination, now);
      return fitting.length === 0 ? fields : joinCookies(fields, fitting);
    },
  };
}

function joinCookies(fields: readonly Field[], cookies: readonly Cookie[]): readonly Field[] {
  const names = new Set(cookies.map((cookie) => cookie.name));
  const isCookie = ([name]: Field) => name.toLowerCase() === "cookie";
  const written = fields
    .filter(isCookie)
    .flatMap(([, value]) => value.split(/;\s*/))
    .filter((pair) => pair !== "" && !names.has(pair.split("=")[0]?.trim() ?? ""));
  const joined = [...written, ...cookies.map(({ name, value }) => `${name}=${value}`)].join("; ");
  const first = fields.findIndex(isCookie);
  if (first < 0) return [...fields, ["Cookie", joined]];
  return fields.flatMap((field, index): Field[] => {
    if (index === first) return [[field[0], joined]];
    return isCookie(field) ? [] : [field];
  });
}

function readSetCookie(text: string, target: string, now: number): Cookie | undefined {
  const [pair = "", ...attributes] = text.split(";");
  const equals = pair.indexOf("=");
  const name = pair.slice(0, Math.max(0, equals)).trim();
  if (name === "") return undefined;
  const attribute = (wanted: string) =>
    attributes
      .map((part) => part.trim().split("="))
      .find(([key]) => key?.toLowerCase() === wanted)
      ?.slice(1)
      .join("=");
  const path = attribute("path") ?? "";
  return {
    name,
    value: pair.slice(equals + 1).trim(),
    path: path.startsWith("/") ? path : defaultPath(target),
    expires: readExpiry(attribute("max-age"), attribute("expires"), now),
  };
}

/** RFC 6265 5.2: Max-Age wins over Expires, and a cookie with neither lives as long as the jar. */
function readExpiry(maxAge: string | undefined, expires: string | undefined, now: number): number {
  if (maxAge !== undefined && /^-?\d+$/.test(maxAge)) return now + Number(maxAge) * 1000;
  const date = expires === undefined ? Number.NaN : Date.parse(expires);
  return Number.isNaN(date) ? Number.POSITIVE_INFINITY : date;
}

function pathOf(target: string): string {
  return target.split("?")[0] ?? "/";
}

/** RFC 6265 5.1.4. */
function defaultPath(target: string): string {
  const path = pathOf(target);
  const last = path.lastIndexOf("/");
  return last <= 0 ? "/" : path.slice(0, last);
}

function isPathWithin(path: string, cookiePath: string): boolean {
  if (!path.startsWith(cookiePath)) return false;
  return path.length === cookiePath.length || cookiePath.endsWith("/") || path[cookiePath.length] === "/";
}
