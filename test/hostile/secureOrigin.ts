import type { Server, Socket } from "node:net";
import { createServer } from "node:tls";
import { respond } from "../engine/exchange/recordingServer.ts";
import type { Identity } from "./certificates.ts";

/** An https server on loopback with what it decrypted, one byte a character. */
export interface SecureOrigin {
  readonly port: number;
  received(): string;
  close(): Promise<void>;
}

/** Starts an https server that answers 404 with `no` to each request without content. */
export async function startSecureOrigin(identity: Identity): Promise<SecureOrigin> {
  let text = "";
  const sockets = new Set<Socket>();
  const server = createServer({ ...identity }, (socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.on("data", (chunk) => {
      text += chunk.toString("latin1");
      if (text.endsWith("\r\n\r\n")) socket.write(respond(404, [], "no"));
    });
  });
  server.on("tlsClientError", () => undefined);
  const port = await listen(server);
  const close = () => {
    for (const socket of sockets) socket.destroy();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { port, received: () => text, close };
}

/** Lets a server listen on IPv4 loopback and resolves with its port. */
export async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}
