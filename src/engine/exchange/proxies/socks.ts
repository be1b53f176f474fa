import { isIP, type Socket } from "node:net";
import type { Failure } from "../../model/exchange.ts";
import { KnownFailure } from "../failures.ts";
import type { Origin } from "../hops/target.ts";
import type { ProxyServer } from "./proxy.ts";

const version = 5;
const withoutCredentials = 0;
const withPassword = 2;

/** The address types of RFC 1928 5: IPv4, a name, IPv6. */
const addressSizes: ReadonlyMap<number, number> = new Map([
  [1, 4],
  [4, 16],
]);

const refusals: ReadonlyMap<number, string> = new Map([
  [1, "failed"],
  [2, "does not allow it"],
  [3, "cannot reach its network"],
  [4, "cannot reach the host"],
  [5, "was refused, nothing listens there"],
  [6, "got no answer in time"],
]);

/**
 * Asks a SOCKS 5 proxy (RFC 1928, with a password RFC 1929) on a connection that is open to it for a way to an origin, and resolves
 * when it stands. The proxy looks the name up and gets host, port and its own credentials, nothing else. Rejects with a `KnownFailure`.
 */
export async function openSocks(socket: Socket, proxy: ProxyServer, origin: Origin): Promise<void> {
  const reader = new Reader(socket);
  try {
    await greet(socket, reader, proxy);
    socket.write(composeRequest(origin));
    const [, status = 1, , kind = 0] = await reader.take(4);
    const size = addressSizes.get(kind) ?? (await reader.take(1))[0] ?? 0;
    await reader.take(size + 2);
    if (status !== 0) {
      const why = refusals.get(status) ?? `answered ${status}`;
      throw failed(`The proxy ${proxy.authority} opens no way to ${origin.authority}: it ${why}; look at its log.`);
    }
  } finally {
    reader.release();
  }
}

async function greet(socket: Socket, reader: Reader, { authority, credentials }: ProxyServer): Promise<void> {
  const methods = credentials === null ? [withoutCredentials] : [withoutCredentials, withPassword];
  socket.write(Buffer.from([version, methods.length, ...methods]));
  const [spoken, chosen] = await reader.take(2);
  if (spoken !== version) throw failed(`The proxy ${authority} does not speak SOCKS 5; check its scheme and port.`);
  if (chosen === withoutCredentials) return;
  const refusal = `The proxy ${authority} asks for credentials; put the right ones into its URL, as in socks5://user:password@proxy:1080.`;
  if (chosen !== withPassword || credentials === null) throw failed(refusal);
  const [user, password] = [credentials.user, credentials.password].map((text) => Buffer.from(text).subarray(0, 255));
  if (user === undefined || password === undefined) throw failed(refusal);
  socket.write(Buffer.concat([Buffer.from([1, user.length]), user, Buffer.from([password.length]), password]));
  const [, status] = await reader.take(2);
  if (status !== 0) throw failed(refusal);
}

function composeRequest({ hostname, port }: Origin): Buffer {
  const head = Buffer.from([version, 1, 0]);
  const tail = Buffer.from([port >> 8, port & 0xff]);
  if (isIP(hostname) === 4) return Buffer.concat([head, Buffer.from([1, ...hostname.split(".").map(Number)]), tail]);
  const name = Buffer.from(hostname, "latin1").subarray(0, 255);
  return Buffer.concat([head, Buffer.from([3, name.length]), name, tail]);
}

function failed(message: string): KnownFailure {
  return new KnownFailure({ code: "proxy", message } satisfies Failure);
}

/** Takes bytes off a socket in the numbers asked for, and leaves the rest where the next reader finds it. */
class Reader {
  readonly #socket: Socket;
  readonly #onChange = () => this.#wake();
  #wake: () => void = () => undefined;

  constructor(socket: Socket) {
    this.#socket = socket;
    for (const event of changes) socket.on(event, this.#onChange);
  }

  /** Waits until so many bytes are there; rejects when the socket ends before. */
  async take(size: number): Promise<Buffer> {
    while (size > 0) {
      const bytes: Buffer | null = this.#socket.read(size);
      if (bytes?.length === size) return bytes;
      if (this.#socket.readableEnded || this.#socket.destroyed) {
        throw Object.assign(new Error("closed"), { code: "ECONNRESET" });
      }
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    return Buffer.alloc(0);
  }

  release(): void {
    for (const event of changes) this.#socket.off(event, this.#onChange);
  }
}

const changes = ["readable", "end", "close"] as const;
