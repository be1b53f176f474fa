import type { Exchange } from "../../model/exchange.ts";
import type { ResolvedRequest } from "../../model/request.ts";
import type { Clock } from "../../ports.ts";
import type { Exchanger } from "../exchanger.ts";
import { isFailure, originOf, readDestination } from "../hops/target.ts";
import { HostLimits } from "./hostLimits.ts";
import { isMethodOverride, isSafeMethod, mayActOnGet } from "./policy.ts";
import { readPause } from "./retryAfter.ts";

/** Why a probe was not sent; `message` is one sentence. */
export interface ProbeRefusal {
  readonly kind:
    | "unsafe-method"
    | "side-effect"
    | "not-allowed"
    | "other-origin"
    | "budget"
    | "paused"
    | "cancelled"
    | "invalid-request";
  readonly message: string;
}

/** How much of the content of an answer to a probe is kept, in bytes: a page tells what it is in its beginning, and there are many. */
const keptBytes = 2_000_000;

/** The terms under which probes go out; `origins` are URLs or `scheme://host:port` and the only places they go to. */
export interface ProbeTerms {
  readonly exchanger: Exchanger;
  readonly clock: Clock;
  readonly origins: Iterable<string>;
  /** The most requests one investigation sends, redirects included. */
  readonly budget?: number;
  /** The rates of the hosts, shared by all who are lent the same; one's own where nothing is lent. */
  readonly hosts?: HostLimits;
  /** Origins, as URLs or `scheme://host:port`, to which nothing goes before a person agreed; asked once for each. */
  readonly guarded?: Iterable<string>;
  readonly allows?: (request: ResolvedRequest) => Promise<boolean>;
  /** What was sent before the first probe; a host that asked for silence there is not probed either. */
  readonly heard?: Exchange | null;
}

/** Sends the probes of one investigation. */
export interface ProbeSender {
  /** Never rejects. Once the signal is aborted no further byte is sent, and what is under way ends at once. */
  send(request: ResolvedRequest, signal: AbortSignal): Promise<Exchange | ProbeRefusal>;
  /** How many requests may still be sent. */
  remaining(): number;
}

/** Tells a probe that was not sent from one that was. */
export function isRefusal(result: Exchange | ProbeRefusal): result is ProbeRefusal {
  return "kind" in result;
}

/** Creates the sender of one investigation: GET, HEAD and OPTIONS only, within budget and pace, and silent to a host that asked for silence. */
export function createProbeSender(terms: ProbeTerms): ProbeSender {
  return new PacedSender(terms);
}

class PacedSender implements ProbeSender {
  readonly #terms: ProbeTerms;
  readonly #origins: ReadonlySet<string>;
  readonly #hosts: HostLimits;
  readonly #guarded: ReadonlySet<string>;
  readonly #answers = new Map<string, Promise<boolean>>();
  readonly #allowed = new Set<string>();
  #left: number;

  constructor(terms: ProbeTerms) {
    this.#terms = terms;
    this.#left = terms.budget ?? 24;
    this.#hosts = terms.hosts ?? new HostLimits({ clock: terms.clock });
    this.#origins = originsOf(terms.origins);
    this.#guarded = originsOf(terms.guarded ?? []);
    if (terms.heard != null) this.#listen(terms.heard);
  }

  remaining(): number {
    return Math.max(0, this.#left);
  }

  async send(request: ResolvedRequest, signal: AbortSignal): Promise<Exchange | ProbeRefusal> {
    const destination = readDestination(request.url);
    if (isFailure(destination)) return { kind: "invalid-request", message: destination.message };
    const { key } = destination.origin;
    const refusal = this.#refuse(request.method, destination.target, key);
    if (refusal !== null) return refusal;
    if (!(await this.#isAllowed(request, key))) {
      return { kind: "not-allowed", message: `${key} looks like production, and nobody agreed to probe it.` };
    }
    const pace = this.#hosts.paceOf(key);
    await pace.enter(signal);
    try {
      return this.#refuseNow(key, signal) ?? (await this.#sendNow(request, signal));
    } finally {
      pace.leave();
    }
  }

  async #sendNow(request: ResolvedRequest, signal: AbortSignal): Promise<Exchange> {
    this.#left -= 1;
    const headers = request.headers.filter(([name]) => !isMethodOverride(name));
    const follows = (next: string) => this.#isOpen(next);
    const exchange = await this.#terms.exchanger.send({ ...request, headers }, signal, { follows, keptBytes });
    this.#left -= exchange.hops.length - 1;
    this.#listen(exchange);
    return exchange;
  }

  #listen({ hops }: Exchange): void {
    const now = this.#terms.clock.now();
    for (const { response, url } of hops) {
      const place = originOf(url);
      const pause = response === null ? null : readPause(response, now);
      if (place === null || response === null) continue;
      if (pause !== null) this.#hosts.hush(place, pause);
      else this.#hosts.paceOf(place).speedUp();
    }
  }

  #isOpen(origin: string): boolean {
    return this.#origins.has(origin) && (!this.#guarded.has(origin) || this.#allowed.has(origin));
  }

  async #isAllowed(request: ResolvedRequest, origin: string): Promise<boolean> {
    if (!this.#guarded.has(origin)) return true;
    const asked = this.#answers.get(origin) ?? this.#terms.allows?.(request) ?? Promise.resolve(false);
    this.#answers.set(origin, asked);
    if (await asked) this.#allowed.add(origin);
    return this.#allowed.has(origin);
  }

  #refuse(method: string, target: string, origin: string): ProbeRefusal | null {
    if (!isSafeMethod(method)) {
      return { kind: "unsafe-method", message: `A probe never uses ${method}; only GET, HEAD and OPTIONS are sent.` };
    }
    if (method !== "OPTIONS" && mayActOnGet(target)) {
      return {
        kind: "side-effect",
        message: "The path reads as if even a GET changes something, so it is not probed.",
      };
    }
    if (!this.#origins.has(origin)) {
      return {
        kind: "other-origin",
        message: `${origin} is not the origin of the request and no environment names it, so it is not probed.`,
      };
    }
    return null;
  }

  /** Asked at the last moment, because other probes may have ended the budget or been told to be silent in between. */
  #refuseNow(origin: string, signal: AbortSignal): ProbeRefusal | null {
    if (signal.aborted) return { kind: "cancelled", message: "The run was cancelled before this probe was sent." };
    if (this.#left <= 0)
      return { kind: "budget", message: "The budget for probes is used up; raise it in the settings." };
    const seconds = Math.ceil(this.#hosts.silenceOf(origin) / 1000);
    if (seconds <= 0) return null;
    const span = Number.isFinite(seconds) ? `for ${seconds} s` : "for longer than is waited for";
    return { kind: "paused", message: `${origin} asked not to be sent more ${span}; probe again later.` };
  }
}

function originsOf(urls: Iterable<string>): ReadonlySet<string> {
  return new Set([...urls].map(originOf).filter((origin) => origin !== null));
}
