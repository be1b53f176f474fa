import { isIP, type Socket } from "node:net";
import { connect as connectSecure, type TLSSocket } from "node:tls";
import { KnownFailure } from "../failures.ts";
import type { Origin } from "../hops/target.ts";
import type { ProxyServer } from "../proxies/proxy.ts";
import { describeProxyError } from "../proxies/proxyFailures.ts";
import { openSocks } from "../proxies/socks.ts";
import { openTunnel } from "../proxies/tunnel.ts";
import { findCertificateProblem } from "./certificateProblem.ts";
import { openSocket, type Place } from "./openSocket.ts";
import type { Trust } from "./trust.ts";

/** The moments of making a connection, in their order; a tunnel through a proxy is part of being connected. */
export type DialMoment = "looked-up" | "connected" | "secured";

/** Whether a certificate that does not hold ends the connection. */
export type Strictness = "verify" | "accept-any";

/** How a connection is to be made. */
export interface DialPlan {
  readonly origin: Origin;
  /** The Unix socket behind which the origin is, or null. */
  readonly socketPath: string | null;
  readonly connectMs: number;
  readonly certificates: Strictness;
  readonly trust: Trust;
  readonly protocols: readonly ("http/1.1" | "h2")[];
  /** The proxy on the way and how strictly its own certificate is judged, or null. */
  readonly proxy: (ProxyServer & { readonly certificates: Strictness }) | null;
  /** Asked for every address before anything is sent to it. */
  readonly allowsAddress: (address: string) => boolean;
}

/** What is told while a connection is made; of `onOpen` and `onFailed` one comes, and once. */
export interface DialEvents {
  onMoment(moment: DialMoment): void;
  onOpen(socket: Socket, certificateProblem: string | null): void;
  onFailed(error: Error): void;
}

/** A connection that is being made. */
export interface Dialing {
  /** Gives up at once; `onFailed` follows. */
  destroy(): void;
}

/**
 * Opens one TCP or TLS connection, through a proxy where the plan has one. A certificate that does not hold is judged here,
 * before a single byte of the request is written, so that the failure can name issuer, dates and names.
 */
export function dial(plan: DialPlan, events: DialEvents): Dialing {
  const attempt = new Attempt(plan, events);
  attempt.run();
  return attempt;
}

class Attempt implements Dialing {
  readonly #plan: DialPlan;
  readonly #events: DialEvents;
  readonly #sockets: Socket[] = [];
  readonly #timer: NodeJS.Timeout;
  #isOver = false;

  constructor(plan: DialPlan, events: DialEvents) {
    this.#plan = plan;
    this.#events = events;
    const late = Object.assign(new Error("connect"), { code: "ETIMEDOUT" });
    this.#timer = setTimeout(
      () => this.#fail(plan.proxy === null ? late : asProxyFailure(late, plan.proxy)),
      plan.connectMs,
    );
  }

  run(): void {
    this.#open().catch((error: Error) => this.#fail(error));
  }

  destroy(): void {
    for (const socket of this.#sockets.toReversed()) socket.destroy();
  }

  async #open(): Promise<void> {
    const { origin, proxy } = this.#plan;
    const place = { ...origin, socketPath: this.#plan.socketPath };
    const open = proxy === null ? await this.#connect(place) : await this.#reach(proxy);
    this.#events.onMoment("connected");
    if (origin.scheme === "http") return this.#succeed(open, null);
    const secured = await this.#secure(open, origin, this.#plan.protocols);
    this.#events.onMoment("secured");
    const problem = this.#judge(secured);
    if (problem !== null && this.#plan.certificates === "verify") {
      throw new KnownFailure({ code: "tls", message: problem });
    }
    this.#succeed(secured, problem);
  }

  /** A connection through which the origin can be spoken to: in a tunnel for https and SOCKS, else by the proxy's own requests. */
  async #reach(proxy: NonNullable<DialPlan["proxy"]>): Promise<Socket> {
    try {
      let open: Socket = await this.#connect(proxy);
      if (proxy.scheme === "https") {
        const secured = await this.#secure(open, proxy, ["http/1.1"]);
        const problem = findCertificateProblem(secured);
        if (problem !== null && proxy.certificates === "verify") {
          const message = `The certificate of the proxy ${proxy.authority} ${problem}; put the right one on the proxy, or trust its authority.`;
          throw new KnownFailure({ code: "proxy", message });
        }
        open = secured;
      }
      if (proxy.scheme === "socks5") await openSocks(open, proxy, this.#plan.origin);
      else if (this.#plan.origin.scheme === "https") await openTunnel(open, proxy, this.#plan.origin);
      return open;
    } catch (error) {
      throw asProxyFailure(error, proxy);
    }
  }

  #connect(place: Place): Promise<Socket> {
    return new Promise((resolve, reject) => {
      const socket = openSocket(place, this.#plan.allowsAddress);
      this.#keep(socket, reject);
      socket.once("lookup", () => this.#events.onMoment("looked-up"));
      socket.once("connect", () => resolve(socket));
    });
  }

  #secure(
    socket: Socket,
    place: { readonly hostname: string; readonly port: number },
    protocols: readonly string[],
  ): Promise<TLSSocket> {
    return new Promise((resolve, reject) => {
      const secureContext = this.#plan.trust.contextFor(place);
      const secured = connectSecure({
        socket,
        ALPNProtocols: [...protocols],
        rejectUnauthorized: false,
        host: place.hostname,
        ...(secureContext === undefined ? {} : { secureContext }),
        ...(isIP(place.hostname) === 0 ? { servername: place.hostname } : {}),
      });
      this.#keep(secured, reject);
      secured.once("secureConnect", () => resolve(secured));
    });
  }

  #keep(socket: Socket, reject: (error: Error) => void): void {
    this.#sockets.push(socket);
    socket.on("error", reject);
    socket.on("close", () => reject(Object.assign(new Error("closed"), { code: "ECONNRESET" })));
    if (this.#isOver) socket.destroy();
  }

  #judge(socket: TLSSocket): string | null {
    const problem = findCertificateProblem(socket);
    const way =
      "put the right certificate on the server, or let this request skip the check with # @no-reject-unauthorized.";
    return problem === null ? null : `The certificate of ${this.#plan.origin.authority} ${problem}; ${way}`;
  }

  #succeed(socket: Socket, problem: string | null): void {
    if (this.#isOver) return;
    this.#end();
    this.#events.onOpen(socket, problem);
  }

  #fail(error: Error): void {
    if (this.#isOver) return;
    this.#end();
    this.destroy();
    this.#events.onFailed(error);
  }

  #end(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
  }
}

function asProxyFailure(error: unknown, proxy: ProxyServer): KnownFailure {
  return new KnownFailure(describeProxyError(error, proxy));
}
