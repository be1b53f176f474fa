import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { connect, type Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { Identity } from "./certificates.ts";

/** A forward proxy on loopback that takes every name for this machine; its log is what tests believe. */
export interface ProxyServer {
  readonly port: number;
  readonly authority: string;
  /** The request lines that it was sent, in their order. */
  readonly lines: readonly string[];
  /** Every byte that it was sent, decrypted where the proxy itself speaks TLS, one byte a character. */
  received(): string;
  close(): Promise<void>;
}

/** Starts a proxy that asks for these credentials (`user:password`) where some are given, over TLS where it has an identity. */
export async function startProxy(terms: { credentials?: string; identity?: Identity } = {}): Promise<ProxyServer> {
  const lines: string[] = [];
  const sockets = new Set<Duplex>();
  let text = "";
  const isAllowed = (asked: IncomingMessage) => {
    lines.push(`${asked.method} ${asked.url}`);
    const basic = `Basic ${Buffer.from(terms.credentials ?? "").toString("base64")}`;
    return terms.credentials === undefined || asked.headers["proxy-authorization"] === basic;
  };
  const server: Server = terms.identity === undefined ? createServer() : createSecureServer(terms.identity);
  server.on("connection", (socket: Socket) => sockets.add(socket));
  server.on(terms.identity === undefined ? "connection" : "secureConnection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.on("data", (chunk) => {
      text += chunk.toString("latin1");
    });
  });
  server.on("request", (asked, answer) => {
    if (isAllowed(asked)) forward(asked, answer);
    else answer.writeHead(407, { "Proxy-Authenticate": "Basic realm=proxy" }).end("credentials, please");
  });
  server.on("connect", (asked: IncomingMessage, client: Duplex, early: Buffer) => {
    client.on("error", () => undefined);
    if (!isAllowed(asked)) {
      client.end("HTTP/1.1 407 Credentials\r\nContent-Length: 0\r\n\r\n");
      return;
    }
    const up = connect(Number(asked.url?.split(":").at(-1)), "127.0.0.1", () => {
      client.write("HTTP/1.1 200 Go on\r\n\r\n");
      up.write(early);
      up.pipe(client).pipe(up);
    });
    sockets.add(up);
    up.on("error", () => client.end("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n"));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    port,
    authority: `127.0.0.1:${port}`,
    lines,
    received: () => text,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

const ownFields = new Set(["proxy-authorization", "proxy-connection", "connection"]);

/** Sends a request on as RFC 9110 7.6 has it: without the fields that are for the proxy alone. */
function forward(asked: IncomingMessage, answer: ServerResponse): void {
  const url = new URL(asked.url ?? "");
  const headers = asked.rawHeaders.filter(
    (_, index, all) => !ownFields.has((all[index - (index % 2)] ?? "").toLowerCase()),
  );
  const path = (asked.url ?? "").replace(/^http:\/\/[^/]*/, "");
  const up = request(
    { host: "127.0.0.1", port: url.port, method: asked.method, path, headers, agent: false },
    (came) => {
      answer.writeHead(came.statusCode ?? 502, came.rawHeaders);
      came.pipe(answer);
    },
  );
  up.on("error", () =>
    answer.writeHead(502, { "Proxy-Status": "proxy.example; error=connection_refused" }).end("no way"),
  );
  asked.pipe(up);
}
