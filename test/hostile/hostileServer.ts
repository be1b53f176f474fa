import { EventEmitter, once } from "node:events";
import { createServer } from "node:net";
import { misbehaviours } from "./cases.ts";

/** A server whose path names how it misbehaves (`/silence`); its log is what tests believe. */
export interface HostileServer {
  readonly origin: string;
  readonly port: number;
  /** The request lines that arrived, in their order. */
  readonly log: readonly string[];
  /** Resolves when so many requests arrived. */
  arrived(count: number): Promise<void>;
  /** Resolves when every connection made so far is closed. */
  allClosed(): Promise<void>;
  close(): Promise<void>;
}

/** Starts a hostile server on IPv4 loopback. */
export async function startHostileServer(): Promise<HostileServer> {
  const log: string[] = [];
  const closings: Promise<void>[] = [];
  const stop = new AbortController();
  const requests = new EventEmitter();
  const server = createServer((socket) => {
    closings.push(new Promise((resolve) => socket.on("close", () => resolve())));
    socket.on("error", () => undefined);
    stop.signal.addEventListener("abort", () => socket.destroy(), { once: true });
    let unread = "";
    socket.on("data", (chunk) => {
      unread += chunk.toString("latin1");
      for (let end = unread.indexOf("\r\n\r\n"); end >= 0; end = unread.indexOf("\r\n\r\n")) {
        const line = unread.slice(0, unread.indexOf("\r\n"));
        unread = unread.slice(end + 4);
        log.push(line);
        requests.emit("request");
        misbehaviours[line.split(" ")[1]?.slice(1) ?? ""]?.(socket, stop.signal);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    log,
    arrived: async (count) => {
      while (log.length < count) await once(requests, "request");
    },
    allClosed: async () => {
      await Promise.all(closings);
    },
    close: () => {
      stop.abort();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
