import { createServer, type Server, type Socket } from "node:net";

/** A server on loopback that keeps every byte it was sent, connection by connection, and answers by a script. */
export interface RecordingServer {
  readonly port: number;
  readonly origin: string;
  /** What each connection sent, in the order the connections came. */
  readonly connections: readonly Recorded[];
  /** Each request, complete, in the order they arrived, as text in ISO-8859-1. */
  readonly requests: readonly string[];
  /** All bytes as text in ISO-8859-1, one byte a character. */
  received(): string;
  close(): Promise<void>;
}

/** One connection: the bytes it sent so far, and when the client closed it. */
interface Recorded {
  bytes: Buffer;
  readonly closed: Promise<void>;
}

/** Answers one request on its socket; `head` is the request line and header section, `count` counts the requests of the server from 0. */
export type Answer = (socket: Socket, head: string, count: number) => void;

/** Starts a recording server; a request counts as arrived when its header section and its Content-Length are. */
export async function startRecordingServer(answer: Answer, host = "127.0.0.1"): Promise<RecordingServer> {
  const connections: Recorded[] = [];
  const requests: string[] = [];
  const sockets = new Set<Socket>();
  let count = 0;
  const server = createServer((socket) => {
    const closed = new Promise<void>((resolve) => socket.on("close", () => resolve()));
    const recorded: Recorded = { bytes: Buffer.alloc(0), closed };
    connections.push(recorded);
    sockets.add(socket);
    let seen = 0;
    socket.on("data", (chunk) => {
      recorded.bytes = Buffer.concat([recorded.bytes, chunk]);
      for (let end = endOfRequest(recorded.bytes, seen); end !== undefined; end = endOfRequest(recorded.bytes, seen)) {
        const request = recorded.bytes.subarray(seen, end).toString("latin1");
        seen = end;
        requests.push(request);
        answer(socket, request.slice(0, request.indexOf("\r\n\r\n")), count++);
      }
    });
    socket.on("error", () => undefined);
    socket.on("close", () => {
      sockets.delete(socket);
    });
  });
  const port = await listen(server, host);
  const named = host.includes(":") ? `[${host}]` : host;
  return {
    port,
    origin: `http://${named}:${port}`,
    connections,
    requests,
    received: () => connections.map(({ bytes }) => bytes.toString("latin1")).join(""),
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** A complete HTTP/1.1 response with its length. */
export function respond(status: number, fields: readonly string[] = [], body = ""): string {
  const length = `Content-Length: ${Buffer.byteLength(body)}`;
  return [`HTTP/1.1 ${status} Said`, ...fields, length, "", body].join("\r\n");
}

function endOfRequest(bytes: Buffer, from: number): number | undefined {
  const head = bytes.indexOf("\r\n\r\n", from);
  if (head < 0) return undefined;
  const length = /^content-length: *(\d+)/im.exec(bytes.subarray(from, head).toString("latin1"))?.[1];
  const chunked = /^transfer-encoding: *chunked/im.test(bytes.subarray(from, head).toString("latin1"));
  if (chunked) {
    const last = bytes.indexOf("0\r\n\r\n", head + 4);
    return last < 0 ? undefined : last + 5;
  }
  const end = head + 4 + Number(length ?? 0);
  return bytes.length < end ? undefined : end;
}

function listen(server: Server, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, host, () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
}
