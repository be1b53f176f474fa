import { isIP } from "node:net";
import { reachOf } from "./addresses.ts";

/** A host name or address in the form in which equal ones are equal: lower case, without brackets, and without the dot of the root. */
export function readHost(written: string): string {
  return written
    .toLowerCase()
    .replace(/^\[|\]$/g, "")
    .replace(/(.)\.$/, "$1");
}

/** True for `localhost`, every name beneath it (RFC 6761 6.3) and the addresses of this machine. */
export function isLoopbackHost(hostname: string): boolean {
  const host = readHost(hostname);
  return host === "localhost" || host.endsWith(".localhost") || reachOf(host) === "loopback";
}

/** The address that a host is known to have without looking it up, or null. */
export function addressOf(hostname: string): string | null {
  if (isIP(hostname) !== 0) return hostname;
  return isLoopbackHost(hostname) ? "127.0.0.1" : null;
}
