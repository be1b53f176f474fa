import type { Socket } from "node:net";
import type { TLSSocket } from "node:tls";
import { type buildConnector, Client, type Dispatcher } from "undici";
import { InterimResponses } from "../content/interimResponses.ts";
import type { Limits } from "../limits.ts";
import { type Message, serializeHead } from "../message.ts";
import { forwards } from "../proxies/proxy.ts";
import { type Dialing, type DialMoment, type DialPlan, dial } from "./dial.ts";

/** What a connection tells the hop that uses it. */
export interface WireWatcher extends Dispatcher.DispatchHandler {
  onDialing(): void;
  onMoment(moment: DialMoment): void;
  /** `remoteAddress` is null where a proxy stands between. */
  onConnected(protocol: string, remoteAddress: string | null, certificateProblem: string | null): void;
  /** Bytes from the server before anything is parsed; false stops the reading. */
  onBytes(chunk: Uint8Array): boolean;
  /** An error of the socket itself, which undici may report as a mere closing. */
  onSocketError(error: Error): void;
  /** An informational response; false stops the reading. */
  onInformational(status: number): boolean;
}

const forbiddenInHttp2 = new Set([
  "connection",
  "keep-alive",
  "proxy-connection",
  "transfer-encoding",
  "upgrade",
  "content-length",
]);

/**
 * One undici client, hence at most one socket, lent to one hop at a time.
 * On HTTP/1.1 the head that undici composes is replaced on the socket by the one that was asked for, because undici
 * lowers the case of Host and Content-Length, moves them and adds Connection; the parser, the timers and the reuse stay undici's.
 */
export class Connection {
  readonly #plan: DialPlan;
  readonly #client: Client;
  #dialing: Dialing | null = null;
  #socket: Socket | null = null;
  #interim: InterimResponses;
  readonly #interimBytes: number;
  #head: Buffer | null = null;
  #watcher: WireWatcher | null = null;
  #facts: { protocol: string; address: string | null; certificateProblem: string | null } | null = null;
  #isDestroyed = false;

  constructor(plan: DialPlan, limits: Limits) {
    this.#plan = plan;
    this.#interimBytes = limits.informationalBytes;
    this.#interim = new InterimResponses(limits.informationalBytes);
    const { scheme, authority } = plan.origin;
    this.#client = new Client(`${scheme}://${authority}`, {
      connect: (_options: buildConnector.Options, callback: buildConnector.Callback) => this.#dial(plan, callback),
      maxHeaderSize: limits.headerBytes,
      headersTimeout: 0,
      bodyTimeout: 0,
    });
  }

  /** True while the socket of an earlier hop is open, so that the next one goes over it. */
  get isOpen(): boolean {
    return !this.#isDestroyed && this.#socket !== null && !this.#socket.destroyed;
  }

  /** Sends one message; the watcher hears everything, undici's refusals included. */
  send(message: Message, watcher: WireWatcher): void {
    this.#watcher = watcher;
    this.#head = this.#composeHead(message);
    this.#interim = new InterimResponses(this.#interimBytes);
    if (this.isOpen && this.#facts !== null) this.#announce(watcher);
    const options: Dispatcher.DispatchOptions = {
      path: message.destination.target,
      method: message.method as Dispatcher.HttpMethod,
      headers: this.#plan.origin.scheme === "https" ? http2Fields(message) : [],
      body: message.body === null ? null : Buffer.from(message.body),
    };
    this.#client.dispatch(options, watcher);
  }

  /** Ends the loan: nothing more is told to the watcher, and a late byte is nobody's. */
  release(): void {
    this.#watcher = null;
    this.#head = null;
  }

  /** Closes the socket at once, whatever it is doing. */
  destroy(): void {
    this.#isDestroyed = true;
    this.#watcher = null;
    this.#head = null;
    // The client first: it destroys the socket with an error, without which undici takes the close for the end of the content.
    this.#client.destroy().catch(() => undefined);
    this.#dialing?.destroy();
    this.#socket?.destroy();
  }

  /** A proxy is asked for `http:` by the whole URL (RFC 9112 3.2.2) and gets its credentials, unless others are written; in a tunnel it reads nothing. */
  #composeHead(message: Message): Buffer {
    const { origin, proxy } = this.#plan;
    if (proxy === null || !forwards(proxy, origin)) return serializeHead(message);
    const { authorization } = proxy;
    const isWritten = message.fields.some(([name]) => name.toLowerCase() === "proxy-authorization");
    const own = authorization === null || isWritten ? [] : [["Proxy-Authorization", authorization] as const];
    const target = `http://${origin.authority}${message.destination.target}`;
    return serializeHead({ ...message, fields: [...message.fields, ...own] }, target);
  }

  #dial(plan: DialPlan, callback: buildConnector.Callback): void {
    this.#watcher?.onDialing();
    this.#dialing = dial(plan, {
      onMoment: (moment) => this.#watcher?.onMoment(moment),
      onFailed: (error) => {
        if (!wantsHttp2(error) || plan.protocols.includes("h2")) return callback(error, null);
        this.#dial({ ...plan, protocols: ["h2"] }, callback);
      },
      onOpen: (socket, certificateProblem) => {
        this.#socket = socket;
        socket.once("error", (error) => this.#watcher?.onSocketError(error));
        const protocol = (socket as TLSSocket).alpnProtocol === "h2" ? "HTTP/2" : "HTTP/1.1";
        const address = plan.proxy === null ? (socket.remoteAddress ?? null) : null;
        this.#facts = { protocol, address, certificateProblem };
        if (protocol === "HTTP/1.1") this.#takeOver(socket);
        if (this.#watcher !== null) this.#announce(this.#watcher);
        callback(null, socket);
      },
    });
    if (this.#isDestroyed) this.#dialing.destroy();
  }

  #announce(watcher: WireWatcher): void {
    if (this.#facts === null) return;
    watcher.onConnected(this.#facts.protocol, this.#facts.address, this.#facts.certificateProblem);
  }

  #takeOver(socket: Socket): void {
    const write = socket.write.bind(socket) as (chunk: Uint8Array) => boolean;
    const read = socket.read.bind(socket);
    socket.write = ((chunk: string | Uint8Array): boolean => {
      if (typeof chunk !== "string") return write(chunk);
      const head = this.#head;
      this.#head = null;
      if (head !== null) return write(head);
      socket.destroy(new Error("Nothing was to be sent."));
      return false;
    }) as Socket["write"];
    socket.read = (size?: number) => {
      for (;;) {
        const chunk: Buffer | null = read(size);
        if (chunk === null || this.#watcher === null) return chunk;
        if (!this.#watcher.onBytes(chunk)) return null;
        const { bytes, statuses } = this.#interim.sift(chunk);
        for (const status of statuses) if (this.#watcher?.onInformational(status) === false) return null;
        if (bytes !== null) return bytes;
      }
    };
  }
}

function wantsHttp2(error: Error): boolean {
  return "code" in error && error.code === "ERR_SSL_TLSV1_ALERT_NO_APPLICATION_PROTOCOL";
}

/** What undici is given in case the server chooses HTTP/2, whose names are lower case and which has no connection fields. */
function http2Fields(message: Message): string[] {
  const kept: string[] = [];
  for (const [name, value] of message.fields) {
    const lower = name.toLowerCase();
    const isSecondHost = lower === "host" && kept.includes("host");
    if (!forbiddenInHttp2.has(lower) && !isSecondHost) kept.push(lower, Buffer.from(value, "utf8").toString("latin1"));
  }
  return kept;
}
