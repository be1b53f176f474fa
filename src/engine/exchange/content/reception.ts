import type { IncomingHttpHeaders } from "node:http";
import type { Dispatcher } from "undici";
import type { Failure } from "../../model/exchange.ts";
import type { Clock } from "../../ports.ts";
import type { WireWatcher } from "../connect/connection.ts";
import type { DialMoment } from "../connect/dial.ts";
import { describeError, describeTimeout, type Stage } from "../failures.ts";
import type { Origin } from "../hops/target.ts";
import type { Limits } from "../limits.ts";
import type { Field } from "../message.ts";
import { forwards, type ProxyServer } from "../proxies/proxy.ts";
import { describeProxyError, judgeForwarded } from "../proxies/proxyFailures.ts";
import { decodeFieldText } from "./charset.ts";
import { GrowingBytes } from "./growingBytes.ts";

/** The head of a response as received. */
export interface ReceivedHead {
  readonly status: number;
  readonly reason: string;
  readonly fields: readonly Field[];
}

/** The moments of a hop by the monotonic clock; null for one that did not come. */
export type Moments = Record<"dialing" | DialMoment | "ready" | "sent" | "firstByte" | "done", number | null>;

const noMoments: Moments = {
  dialing: null,
  "looked-up": null,
  connected: null,
  secured: null,
  ready: null,
  sent: null,
  firstByte: null,
  done: null,
};

/** What bounds and names a reception. */
export interface ReceptionPlan {
  readonly origin: Origin;
  /** The proxy on the way, or null. */
  readonly proxy: Pick<ProxyServer, "authority" | "scheme"> | null;
  /** Whether the request may go out a second time when the server refused it unprocessed (RFC 9113 8.7). */
  readonly resending: "allowed" | "denied";
  readonly limits: Limits;
  readonly clock: Clock;
  /** Called once, when the response is complete or nothing more of it is wanted. */
  readonly onSettled: () => void;
}

/**
 * Receives one response within its limits and remembers how it went. It settles once, by the end of the response, by an
 * error, by a limit, or by `stop`; whatever arrives later is ignored.
 */
export class Reception implements WireWatcher {
  readonly moments: Moments = { ...noMoments };
  readonly informational: number[] = [];
  head: ReceivedHead | null = null;
  trailers: readonly Field[] = [];
  failure: Failure | null = null;
  /** Size of the content on the wire, kept or not. */
  size = 0;
  isCut = false;
  isSettled = false;
  /** True when the server refused the request unprocessed and it went out again. */
  isSentTwice = false;
  protocol: string | null = null;
  remoteAddress: string | null = null;
  certificateProblem: string | null = null;
  /** Every byte of the response, framing included. */
  wireSize = 0;
  readonly #plan: ReceptionPlan;
  readonly #content: GrowingBytes;
  readonly #firstBytes = new GrowingBytes(16);
  #tlsAlert: Error | null = null;
  #barren = 0;
  #controller: Dispatcher.DispatchController | null = null;

  constructor(plan: ReceptionPlan) {
    this.#plan = plan;
    this.#content = new GrowingBytes(plan.limits.keptBytes);
  }

  get content(): Uint8Array {
    return this.#content.take();
  }

  get stage(): Stage {
    if (this.head !== null) return "content";
    if (this.moments.sent !== null) return "waiting";
    return this.moments.ready === null ? "connecting" : "sending";
  }

  /** Gives up for a reason that lies outside the response. */
  stop(failure: Failure): void {
    this.#settle(failure);
  }

  /** Gives up because the time is over. */
  stopForTime(ms: number): void {
    const { origin, proxy } = this.#plan;
    const isHeldByProxy = proxy !== null && this.stage === "connecting";
    const late = Object.assign(new Error("connect"), { code: "ETIMEDOUT" });
    this.#settle(isHeldByProxy ? describeProxyError(late, proxy) : describeTimeout(this.stage, ms, origin));
  }

  onDialing(): void {
    this.#mark("dialing");
  }

  onMoment(moment: DialMoment): void {
    this.#mark(moment);
  }

  onConnected(protocol: string, remoteAddress: string | null, certificateProblem: string | null): void {
    this.protocol = protocol;
    this.remoteAddress = remoteAddress;
    this.certificateProblem = certificateProblem;
  }

  onBytes(chunk: Uint8Array): boolean {
    const { limits } = this.#plan;
    if (this.moments.firstByte === null) this.#mark("firstByte");
    if (this.#firstBytes.length < 16) this.#firstBytes.append(chunk.subarray(0, 16));
    this.wireSize += chunk.byteLength;
    this.#barren += chunk.byteLength;
    if (this.#barren > limits.barrenBytes + 2 * chunk.byteLength) {
      return this.#tooLarge(
        "sends framing without content (a reason phrase, chunk extensions or trailers without end)",
      );
    }
    return this.wireSize <= limits.wireBytes || this.#tooLarge("sends more than is read");
  }

  onSocketError(error: Error): void {
    if ("code" in error && String(error.code).startsWith("ERR_SSL")) this.#tlsAlert = error;
  }

  onInformational(status: number): boolean {
    if (this.isSettled) return false;
    this.informational.push(status);
    if (this.informational.length <= this.#plan.limits.informational) return true;
    this.#protocol(`keeps sending ${status} responses and no final one`);
    return false;
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    const isAgain = this.#controller !== null;
    this.#controller = controller;
    this.#mark("ready");
    if (!isAgain) return;
    this.isSentTwice = this.#plan.resending === "allowed";
    if (this.isSentTwice) return;
    const message = `${this.#plan.origin.authority} refused the request unprocessed; send it again if that is meant.`;
    this.#settle({ code: "reset", message });
  }

  onRequestSent(): void {
    this.#mark("sent");
  }

  onResponseStart(
    controller: Dispatcher.DispatchController,
    status: number,
    headers: IncomingHttpHeaders,
    reason?: string,
  ): void {
    if (this.isSettled) return;
    if (this.moments.firstByte === null) this.#mark("firstByte");
    if (status < 200) {
      if (status < 100) this.#protocol(`answered with the status ${status}, which HTTP does not have`);
      else this.onInformational(status);
      return;
    }
    const fields = readFields(controller.rawHeaders ?? headers);
    this.#barren = 0;
    const refusal = this.#forwarder === null ? null : judgeForwarded(status, fields, this.#forwarder);
    if (refusal !== null) {
      this.#settle(refusal);
      return;
    }
    this.head = { status, reason: reason ?? "", fields };
    if (fields.length > this.#plan.limits.headerCount) this.#tooLarge(`sends ${fields.length} header fields`);
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.isSettled) return;
    this.#barren = 0;
    this.size += chunk.byteLength;
    if (!this.#content.append(chunk)) this.isCut = true;
    if (this.size > this.#plan.limits.wireBytes) this.#tooLarge("sends more than is read");
  }

  onResponseEnd(controller: Dispatcher.DispatchController, trailers: IncomingHttpHeaders): void {
    if (this.isSettled) return;
    this.trailers = readFields(controller.rawTrailers ?? trailers ?? {});
    this.#settle(null);
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#settle(this.#describe(error));
  }

  /** Takes an error that undici throws instead of reporting it. */
  onRefused(error: unknown): void {
    this.#settle(this.#describe(error));
  }

  /** The proxy that speaks HTTP with this side in the place of the origin: every failure of the connection is its own. */
  get #forwarder(): Pick<ProxyServer, "authority"> | null {
    const { origin, proxy } = this.#plan;
    return proxy !== null && forwards(proxy, origin) ? proxy : null;
  }

  #describe(error: unknown): Failure {
    const { origin } = this.#plan;
    const speaker =
      this.#forwarder === null ? origin : { ...origin, authority: `The proxy ${this.#forwarder.authority}` };
    const failure = describeError(this.#tlsAlert ?? error, {
      origin: speaker,
      stage: this.stage,
      firstBytes: this.#firstBytes.take(),
    });
    const isOfProxy = this.#forwarder !== null && (failure.code === "reset" || failure.code === "protocol");
    return isOfProxy ? { ...failure, code: "proxy" } : failure;
  }

  #protocol(what: string): void {
    const message = `${this.#plan.origin.authority} ${what}; look at the server or a proxy between.`;
    this.#settle({ code: "protocol", message });
  }

  #tooLarge(what: string): false {
    this.isCut = true;
    const message = `${this.#plan.origin.authority} ${what}; the rest was not read.`;
    this.#settle({ code: "too-large", message });
    return false;
  }

  #settle(failure: Failure | null): void {
    if (this.isSettled) return;
    this.isSettled = true;
    this.failure = failure;
    this.#mark("done");
    this.#plan.onSettled();
    // Settling by a limit happens inside undici's parser, which must stop there and not read on.
    if (failure !== null && this.#controller?.aborted === false) this.#controller.abort(new Error("settled"));
  }

  #mark(moment: keyof Moments): void {
    this.moments[moment] = this.#plan.clock.elapsed();
  }
}

function readFields(raw: Buffer[] | string[] | IncomingHttpHeaders): readonly Field[] {
  if (!Array.isArray(raw)) {
    return Object.entries(raw).flatMap(([name, value]) => [value ?? []].flat().map((one): Field => [name, one]));
  }
  const fields: Field[] = [];
  for (let index = 0; index + 1 < raw.length; index += 2) {
    fields.push([readText(raw[index]), readText(raw[index + 1])]);
  }
  return fields;
}

function readText(piece: Buffer | string | undefined): string {
  return typeof piece === "string" ? piece : decodeFieldText(piece ?? Buffer.alloc(0));
}
