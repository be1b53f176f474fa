import type { Socket } from "node:net";
import { type buildConnector, Client } from "undici";
import type { Failure } from "../../model/exchange.ts";
import { KnownFailure } from "../failures.ts";
import type { Origin } from "../hops/target.ts";
import type { ProxyServer } from "./proxy.ts";
import { describeProxyError, describeProxyRefusal } from "./proxyFailures.ts";

/**
 * Asks a proxy for a tunnel to an origin (CONNECT, RFC 9110 9.3.6) on a connection that is open to it, and resolves when it stands.
 * The proxy gets host and port of the origin and its own credentials, nothing else. Rejects with a `KnownFailure` of the proxy.
 * Not by node:http, because editors patch that to go through proxies of their own.
 */
export async function openTunnel(socket: Socket, proxy: ProxyServer, origin: Origin): Promise<void> {
  const host = origin.hostname.includes(":") ? `[${origin.hostname}]` : origin.hostname;
  const place = `${host}:${origin.port}`;
  const refusal = judgeTunnel(await askForTunnel(socket, proxy, place), proxy, place);
  if (refusal !== null) throw new KnownFailure(refusal);
}

async function askForTunnel(socket: Socket, proxy: ProxyServer, place: string): Promise<number> {
  const client = new Client(`${proxy.scheme}://${proxy.authority}`, {
    // Later, because a client that is told at once does not go on.
    connect: (_options: buildConnector.Options, callback: buildConnector.Callback) =>
      queueMicrotask(() => callback(null, socket)),
    headersTimeout: 0,
  });
  const own = proxy.authorization === null ? {} : { "Proxy-Authorization": proxy.authorization };
  try {
    const { statusCode } = await client.connect({ path: place, headers: { Host: place, ...own } });
    return statusCode;
  } catch (error) {
    throw new KnownFailure(describeProxyError(error, proxy));
  }
}

function judgeTunnel(status: number, proxy: ProxyServer, place: string): Failure | null {
  if (status >= 200 && status < 300) return null;
  if (status === 407) return describeProxyRefusal(proxy);
  const advice =
    status === 403 || status === 405 ? "allow it there, or except the host by NO_PROXY" : "look at its log";
  return { code: "proxy", message: `The proxy ${proxy.authority} opens no way to ${place} (${status}); ${advice}.` };
}
