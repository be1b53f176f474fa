import { type LookupAddress, lookup as resolve } from "node:dns";
import { connect, isIP, type LookupFunction, type Socket } from "node:net";
import type { Failure } from "../../model/exchange.ts";
import { KnownFailure } from "../failures.ts";

/** Where a connection goes: a host and its port, or a Unix socket in their stead. */
export interface Place {
  readonly hostname: string;
  readonly port: number;
  readonly socketPath?: string | null;
}

/**
 * Starts a TCP connection, trying both address families in turn, or opens a Unix socket; the socket ends with a `KnownFailure` before anything is sent
 * when `allowsAddress` denies one of the addresses of the host.
 */
export function openSocket(place: Place, allowsAddress: (address: string) => boolean): Socket {
  const { hostname, port, socketPath } = place;
  if (socketPath != null) return connect({ path: socketPath });
  const lookup = guardLookup(allowsAddress);
  const socket = connect({ host: hostname, port, autoSelectFamily: true, noDelay: true, lookup });
  if (isIP(hostname) !== 0 && !allowsAddress(hostname)) socket.destroy(new KnownFailure(blockedAddress(hostname)));
  return socket;
}

/** The failure of a connection to an address that a guard denies. */
export function blockedAddress(address: string): Failure {
  return {
    code: "blocked",
    message: `The address ${address} is not reached from here; send a request to it yourself if that is meant.`,
  };
}

function guardLookup(allowsAddress: (address: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, found) => {
      const addresses = withLoopbacks(hostname, found ?? []);
      if (error !== null && addresses.length === 0) return callback(error, []);
      const refused = addresses.find(({ address }) => !allowsAddress(address));
      if (refused !== undefined) return callback(new KnownFailure(blockedAddress(refused.address)), []);
      const first = addresses[0];
      if (options.all === true || first === undefined) return callback(null, addresses);
      callback(null, first.address, first.family);
    });
  };
}

/** RFC 6761 6.3: localhost is both loopback addresses, whatever the resolver of this machine knows of. */
function withLoopbacks(hostname: string, addresses: readonly LookupAddress[]): LookupAddress[] {
  if (hostname !== "localhost" && !hostname.endsWith(".localhost")) return [...addresses];
  const missing = loopbacks.filter(({ address }) => !addresses.some((one) => one.address === address));
  return [...addresses, ...missing];
}

const loopbacks: readonly LookupAddress[] = [
  { address: "127.0.0.1", family: 4 },
  { address: "::1", family: 6 },
];
