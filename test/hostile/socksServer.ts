import { connect, createServer, type Socket } from "node:net";
import { listen } from "./secureOrigin.ts";

/** A SOCKS 5 server on loopback (RFC 1928, RFC 1929) that takes every name for this machine. */
export interface SocksServer {
  readonly authority: string;
  /** Where each client wanted to go, as `host:port`. */
  readonly places: readonly string[];
  /** The credentials that were shown, as `user:password`. */
  readonly credentials: readonly string[];
  close(): Promise<void>;
}

/** How a SOCKS server behaves: what credentials it wants, what it answers to a request, in pieces of how many bytes. */
export interface SocksTerms {
  readonly credentials?: string;
  readonly status?: number;
  readonly piece?: number;
  readonly greeting?: Buffer;
}

/** Starts a SOCKS 5 server. */
export async function startSocks(terms: SocksTerms = {}): Promise<SocksServer> {
  const places: string[] = [];
  const credentials: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer(async (client) => {
    sockets.add(client);
    client.on("error", () => undefined);
    await serve(client, terms, { places, credentials, sockets }).catch(() => client.destroy());
  });
  const port = await listen(server);
  return {
    authority: `127.0.0.1:${port}`,
    places,
    credentials,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

interface Seen {
  readonly places: string[];
  readonly credentials: string[];
  readonly sockets: Set<Socket>;
}

async function serve(client: Socket, terms: SocksTerms, seen: Seen): Promise<void> {
  const take = reader(client);
  const [, count = 0] = await take(2);
  const methods = [...(await take(count))];
  const wanted = terms.credentials === undefined ? 0 : 2;
  if (terms.greeting !== undefined) return void client.end(terms.greeting);
  if (!methods.includes(wanted)) return void client.end(Buffer.from([5, 0xff]));
  client.write(Buffer.from([5, wanted]));
  if (wanted === 2) {
    const [, length = 0] = await take(2);
    const user = await take(length);
    const password = await take((await take(1))[0] ?? 0);
    seen.credentials.push(`${user}:${password}`);
    const isRight = seen.credentials.at(-1) === terms.credentials;
    client.write(Buffer.from([1, isRight ? 0 : 1]));
    if (!isRight) return void client.end();
  }
  const [, , , kind] = await take(4);
  const address = kind === 1 ? [...(await take(4))].join(".") : `${await take((await take(1))[0] ?? 0)}`;
  const port = (await take(2)).readUInt16BE();
  seen.places.push(`${address}:${port}`);
  await writeInPieces(client, Buffer.from([5, terms.status ?? 0, 0, 1, 127, 0, 0, 1, 0, 0]), terms.piece ?? 10);
  if ((terms.status ?? 0) !== 0) return void client.end();
  const up = connect(port, "127.0.0.1");
  seen.sockets.add(up);
  up.on("error", () => client.destroy());
  up.pipe(client).pipe(up);
}

async function writeInPieces(client: Socket, bytes: Buffer, piece: number): Promise<void> {
  client.setNoDelay();
  for (let at = 0; at < bytes.length; at += piece) {
    await new Promise<void>((resolve) => client.write(bytes.subarray(at, at + piece), () => setImmediate(resolve)));
  }
}

/** Takes bytes off a socket in the numbers asked for. */
function reader(client: Socket): (size: number) => Promise<Buffer> {
  return async (size) => {
    for (;;) {
      const bytes: Buffer | null = client.read(size);
      if (bytes?.length === size) return bytes;
      await new Promise<void>((resolve, reject) => {
        client.once("readable", resolve);
        client.once("close", () => reject(new Error("closed")));
      });
    }
  };
}
