import { request } from "node:http";
import type { Socket } from "node:net";
import type { Failure } from "../model/exchange.ts";
import { KnownFailure } from "./failures.ts";
import type { ProxyServer } from "./proxy.ts";
import { describeProxyError, describeProxyRefusal } from "./proxyFailures.ts";
import type { Origin } from "./target.ts";

/**
 * Asks a proxy for a tunnel to an origin (CONNECT, RFC 9110 9.3.6) on a connection that is open to it, and resolves when it stands.
 * The proxy gets host and port of the origin and its own credentials, nothing else. Rejects with a `KnownFailure` of the proxy.
 */
export function openTunnel(socket: Socket, proxy: ProxyServer, origin: Origin): Promise<void> {
  const host = origin.hostname.includes(":") ? `[${origin.hostname}]` : origin.hostname;
  const place = `${host}:${origin.port}`;
  const headers = ["Host", place, "Connection", "keep-alive"];
  if (proxy.authorization !== null) headers.push("Proxy-Authorization", proxy.authorization);
  return new Promise((resolve, reject) => {
    const asked = request({ method: "CONNECT", path: place, headers, createConnection: () => socket });
    asked.on("error", (error) => reject(new KnownFailure(describeProxyError(error, proxy))));
    asked.once("connect", ({ statusCode = 0 }, _socket, early) => {
      const refusal = judgeTunnel(statusCode, proxy, place);
      if (refusal !== null) return reject(new KnownFailure(refusal));
      if (early.byteLength > 0) socket.unshift(early);
      resolve();
    });
    asked.end();
  });
}

function judgeTunnel(status: number, proxy: ProxyServer, place: string): Failure | null {
  if (status >= 200 && status < 300) return null;
  if (status === 407) return describeProxyRefusal(proxy);
  const advice =
    status === 403 || status === 405 ? "allow it there, or except the host by NO_PROXY" : "look at its log";
  return { code: "proxy", message: `The proxy ${proxy.authority} opens no way to ${place} (${status}); ${advice}.` };
}
