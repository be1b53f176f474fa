import type { Failure } from "../../model/exchange.ts";

/** Where a request goes: `key` is `scheme://host:port` with the port always written, so that equal origins have equal keys. */
export interface Origin {
  readonly scheme: "http" | "https";
  /** As resolved: lower case, punycode, IPv6 without brackets. */
  readonly hostname: string;
  readonly port: number;
  /** What the Host field says by default: the port only when it is not the scheme's own. */
  readonly authority: string;
  readonly key: string;
}

/** An absolute URL cut by hand, so that nothing in its path is normalised. */
export interface Destination {
  readonly origin: Origin;
  /** Path and query as they go on the wire. */
  readonly target: string;
  /** What stood before `@`, percent-decoded. */
  readonly userinfo: { readonly user: string; readonly password: string } | null;
}

const urlShape = /^([A-Za-z][A-Za-z0-9+.-]*):(?:\/\/([^/?#]*)([^#]*))?/s;

/**
 * Splits an absolute http or https URL into its origin and its target, or says why it cannot be sent.
 * The target stays byte for byte as written, but for one rule: a space becomes `%20` and a character
 * beyond ASCII the percent-encoding of its UTF-8 bytes. The fragment is left out, an empty path becomes `/`.
 */
export function readDestination(url: string): Destination | Failure {
  if (!url.isWellFormed()) return invalid("The URL holds half of a character pair; retype that character.");
  if (hasControl(url)) return invalid("The URL holds a control character; remove it.");
  const shape = urlShape.exec(url);
  if (shape?.[1] === undefined) return invalid("The URL has no scheme; start it with http:// or https://.");
  const scheme = shape[1].toLowerCase();
  if (scheme !== "http" && scheme !== "https") {
    const looksLikeHost = /^[^:]+:\d+(?:[/?#]|$)/.test(url);
    if (looksLikeHost) return invalid("The URL has no scheme; start it with http:// or https://.");
    return { code: "unsupported-scheme", message: `Only http and https can be sent, not ${scheme}:; change the URL.` };
  }
  const authority = shape[2];
  if (authority === undefined) return invalid(`Write two slashes after ${scheme}: in the URL.`);
  const at = authority.lastIndexOf("@");
  const origin = readOrigin(scheme, authority.slice(at + 1));
  if (origin === undefined) return invalid("The URL names no valid host and port; correct them.");
  return {
    origin,
    target: encodeTarget(shape[3] ?? ""),
    userinfo: at < 0 ? null : readUserinfo(authority.slice(0, at)),
  };
}

/** The origin of an absolute URL as `scheme://host:port`, the port always written; null when it cannot be sent. */
export function originOf(url: string): string | null {
  const destination = readDestination(url);
  return isFailure(destination) ? null : destination.origin.key;
}

/** Tells a failure from a destination. */
export function isFailure(value: Destination | Failure): value is Failure {
  return "code" in value;
}

/** True when a text holds a C0 control character or DEL, a tab included. */
export function hasControl(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x20 || code === 0x7f) return true;
  }
  return false;
}

function readOrigin(scheme: "http" | "https", hostAndPort: string): Origin | undefined {
  if (hostAndPort === "" || !URL.canParse(`${scheme}://${hostAndPort}/`)) return undefined;
  const parsed = new URL(`${scheme}://${hostAndPort}/`);
  if (parsed.hostname === "" || parsed.port === "0" || parsed.pathname !== "/") return undefined;
  const port = parsed.port === "" ? (scheme === "https" ? 443 : 80) : Number(parsed.port);
  const hostname = parsed.hostname.replace(/^\[|\]$/g, "");
  return { scheme, hostname, port, authority: parsed.host, key: `${scheme}://${parsed.hostname}:${port}` };
}

function encodeTarget(written: string): string {
  const encoded = written.replace(/[^\x21-\x7e]+/gu, (run) => encodeURIComponent(run));
  return encoded.startsWith("/") ? encoded : `/${encoded}`;
}

function readUserinfo(written: string): { user: string; password: string } {
  const colon = written.indexOf(":");
  const user = colon < 0 ? written : written.slice(0, colon);
  return { user: decodePercent(user), password: colon < 0 ? "" : decodePercent(written.slice(colon + 1)) };
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function invalid(message: string): Failure {
  return { code: "invalid-request", message };
}
