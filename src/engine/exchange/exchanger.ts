import type { Exchange, Failure, Hop, HopNote } from "../model/exchange.ts";
import type { ResolvedRequest } from "../model/request.ts";
import type { Clock } from "../ports.ts";
import { mayRedirectTo } from "./connect/addresses.ts";
import { Connections } from "./connect/connections.ts";
import type { DialPlan } from "./connect/dial.ts";
import { addressOf } from "./connect/hostName.ts";
import { blockedAddress } from "./connect/openSocket.ts";
import { type Authorities, type ClientCertificate, Trust } from "./connect/trust.ts";
import { cancelled } from "./failures.ts";
import { type CookieJar, createCookieJar } from "./hops/cookieJar.ts";
import { type SentHop, sendHop } from "./hops/hop.ts";
import { type Leg, nextLeg } from "./hops/redirects.ts";
import { isFailure, type Origin, readDestination } from "./hops/target.ts";
import { defaultLimits, keepUpTo, type Limits, parseTimeout } from "./limits.ts";
import { composeMessage } from "./message.ts";
import { isSafeMethod } from "./probes/policy.ts";
import { chooseProxy, type ProxyServer, type ProxySettings, readProxy } from "./proxies/proxy.ts";

/** What an exchanger needs; everything but the clock has a default. */
export interface ExchangeOptions {
  readonly clock: Clock;
  readonly limits?: Partial<Limits>;
  /** Whether certificates must hold; `# @no-reject-unauthorized` lifts it for the origin of its own request only. */
  readonly rejectUnauthorized?: "verify" | "accept-any";
  /** Whether the certificates of a proxy, and those it shows in the place of an origin, must hold; as `rejectUnauthorized` where nothing is said. */
  readonly proxyCertificates?: "verify" | "accept-any";
  /** Certificates of authorities, in PEM, that are trusted besides the ones Node brings. */
  readonly authorities?: Authorities;
  /** The certificates of this side; looked up when a connection is made, so that one may be added later. */
  readonly clientCertificates?: readonly ClientCertificate[];
  /** The proxies to go through; without them everything is reached directly. */
  readonly proxies?: ProxySettings;
  /** A guard that is asked for every address before a connection is made to it. */
  readonly allowsAddress?: (address: string) => boolean;
}

/** What may be narrower for one request than for the others of an exchanger. */
export interface SendTerms {
  /** A redirect to an origin (`scheme://host:port`) that this denies is the end of the exchange, and its response; every one is followed where it is left out. */
  readonly follows?: (origin: string) => boolean;
  /** How many bytes of a content are kept, if that is less than the limits say. */
  readonly keptBytes?: number;
}

/** Sends requests exactly as they are and follows redirects hop by hop. */
export interface Exchanger {
  /** Never rejects: what went wrong is the exchange's failure. Nothing is sent once the signal is aborted. */
  send(request: ResolvedRequest, signal: AbortSignal, terms?: SendTerms): Promise<Exchange>;
  /** Closes every connection; runs under way and later ones end as cancelled. */
  close(): Promise<void>;
}

/** Creates an exchanger; its connections stay open a few seconds for the next request and do not keep the process alive. */
export function createExchanger(options: ExchangeOptions): Exchanger {
  const limits: Limits = { ...defaultLimits, ...options.limits };
  const connections = new Connections(limits);
  const trust = new Trust(options.authorities ?? [], options.clientCertificates ?? []);
  const shared = { options, limits, connections, trust };
  return {
    send: (request, signal, terms = {}) => new Run(shared, request, signal, terms).follow(terms.follows),
    close: async () => connections.close(),
  };
}

/** What all runs of one exchanger have in common. */
interface Shared {
  readonly options: ExchangeOptions;
  readonly limits: Limits;
  readonly connections: Connections;
  readonly trust: Trust;
}

/** One request on its way through all its hops. */
class Run {
  readonly #options: ExchangeOptions;
  readonly #limits: Limits;
  readonly #connections: Connections;
  readonly #trust: Trust;
  readonly #request: ResolvedRequest;
  readonly #signal: AbortSignal;
  readonly #started: number;
  /** What is set on the way is for the way; none under `# @no-cookie-jar`. */
  readonly #jar: CookieJar | null;
  readonly #hops: Hop[] = [];

  constructor(shared: Shared, request: ResolvedRequest, signal: AbortSignal, { keptBytes = Infinity }: SendTerms) {
    const { options, connections, trust } = shared;
    const limits = keptBytes < shared.limits.keptBytes ? { ...shared.limits, ...keepUpTo(keptBytes) } : shared.limits;
    this.#options = options;
    this.#trust = trust;
    this.#connections = connections;
    this.#request = request;
    this.#signal = signal;
    this.#started = options.clock.elapsed();
    const ms = parseTimeout(request.directives["timeout"]);
    this.#limits = ms === undefined ? limits : { ...limits, totalMs: ms, hopMs: ms };
    this.#jar = "no-cookie-jar" in request.directives ? null : createCookieJar();
  }

  async follow(follows: (origin: string) => boolean = () => true): Promise<Exchange> {
    const { method, url, headers, body, secrets } = this.#request;
    const destination = readDestination(url);
    if (isFailure(destination)) return this.#endUnsent({ method, url, headers, body }, destination);
    let leg: Leg = { method, url, destination, fields: headers, body, notes: [] };
    const visited = new Set<string>();
    for (;;) {
      const fields = this.#jar?.apply(leg.destination, leg.fields, this.#options.clock.now()) ?? leg.fields;
      visited.add(stateOf(leg, fields));
      const failure = await this.#sendLeg({ ...leg, fields });
      const last = this.#hops.at(-1);
      if (failure !== null || last?.response == null) return this.#end(failure);
      this.#jar?.store(leg.destination, last.response.headers, this.#options.clock.now());
      const next = "no-redirect" in this.#request.directives ? null : nextLeg(leg, last.response, secrets);
      if (next === null) return this.#end(null);
      if ("code" in next) return this.#endAtRedirect(next);
      if (!follows(next.destination.origin.key)) return this.#end(null);
      const refusal = this.#refuseLeg(next, visited);
      if (refusal !== null) return this.#endAtRedirect(refusal);
      leg = next;
    }
  }

  async #sendLeg(leg: Leg): Promise<Failure | null> {
    if (this.#signal.aborted || this.#connections.isClosed) return this.#keepUnsent(leg, cancelled);
    const message = composeMessage(leg.method, leg.destination, leg.fields, leg.body);
    if ("code" in message) return this.#keepUnsent(leg, message);
    const dialPlan = this.#planDial(leg);
    if ("code" in dialPlan) return this.#keepUnsent(leg, dialPlan);
    const { clock } = this.#options;
    const remainingMs = this.#limits.totalMs - (clock.elapsed() - this.#started);
    const { proxy } = dialPlan;
    const notes: readonly HopNote[] =
      proxy === null ? leg.notes : [...leg.notes, { kind: "proxied", by: proxy.authority }];
    const plan = { url: leg.url, message, limits: this.#limits, clock, remainingMs, notes, proxy };
    const attempt = async (wish: "any" | "fresh"): Promise<SentHop> => {
      const connection = this.#connections.take(dialPlan, wish);
      const sent = await sendHop(connection, plan, this.#signal);
      this.#connections.give(connection, dialPlan, sent.connection);
      return sent;
    };
    let sent = await attempt(this.#isOwn(leg.destination.origin) ? "any" : "fresh");
    // RFC 9110 9.2.2: a safe request that met a connection the server had just closed is sent again, once.
    if (sent.isStale && isSafeMethod(leg.method)) {
      const reason = "the server had closed the kept connection";
      const again = await attempt("fresh");
      sent = { ...again, hop: { ...again.hop, notes: [...(again.hop.notes ?? []), { kind: "sent-twice", reason }] } };
    }
    this.#hops.push(sent.hop);
    return sent.hop.failure;
  }

  #planDial(leg: Leg): DialPlan | Failure {
    const { origin } = leg.destination;
    const isOwnOrigin = this.#isOwn(origin);
    const isLifted = isOwnOrigin && "no-reject-unauthorized" in this.#request.directives;
    const wantsHttp2 = /^(?:HTTP\/)?2/i.test(this.#request.version ?? "");
    const { rejectUnauthorized = "verify", proxyCertificates = rejectUnauthorized } = this.#options;
    const socketPath = (isOwnOrigin && this.#request.directives["unix-socket"]) || null;
    const proxy = socketPath === null ? this.#chooseProxy(leg.url) : null;
    if (proxy !== null && "code" in proxy) return proxy;
    const isAllowed = this.#options.allowsAddress ?? (() => true);
    const allowsAddress = (address: string) => isAllowed(address) && (isOwnOrigin || this.#mayRedirectTo(address));
    // The proxy looks the host up where this side cannot watch, so what can be told from its name is judged here.
    const known = addressOf(origin.hostname);
    if (proxy !== null && known !== null && !allowsAddress(known)) return blockedAddress(known);
    return {
      origin,
      socketPath,
      connectMs: this.#limits.connectMs,
      certificates: isLifted ? "accept-any" : proxy === null ? rejectUnauthorized : proxyCertificates,
      trust: this.#trust,
      protocols: wantsHttp2 ? ["h2", "http/1.1"] : ["http/1.1"],
      proxy: proxy === null ? null : { ...proxy, certificates: proxyCertificates },
      allowsAddress: proxy === null ? allowsAddress : isAllowed,
    };
  }

  #chooseProxy(url: string): ProxyServer | Failure | null {
    const { proxies } = this.#options;
    const chosen = proxies === undefined ? null : chooseProxy(url, proxies);
    return chosen === null ? null : readProxy(chosen);
  }

  /** What answered through a proxy is taken for a public address, unless its name is one. */
  #mayRedirectTo(address: string): boolean {
    const last = this.#hops.at(-1);
    const place = readDestination(last?.url ?? "");
    const named = isFailure(place) ? null : addressOf(place.origin.hostname);
    return mayRedirectTo(last?.remoteAddress ?? named ?? "", address);
  }

  /** Whether a hop goes where the person sent the request; a connection to any other place is judged anew. */
  #isOwn(origin: Origin): boolean {
    const own = readDestination(this.#request.url);
    return !isFailure(own) && own.origin.key === origin.key;
  }

  #refuseLeg(next: Leg, visited: ReadonlySet<string>): Failure | null {
    const now = this.#options.clock.now();
    const fields = this.#jar?.apply(next.destination, next.fields, now) ?? next.fields;
    if (visited.has(stateOf(next, fields))) {
      const message = `The redirects turn in a circle: ${next.url} comes again; correct the rule that sends it back.`;
      return { code: "too-many-redirects", message };
    }
    if (this.#hops.length <= this.#limits.redirects) return null;
    const message = `Stopped after ${this.#limits.redirects} redirects, and more follow; request the final URL directly.`;
    return { code: "too-many-redirects", message };
  }

  #keepUnsent(leg: Pick<Leg, "method" | "url" | "fields" | "body">, failure: Failure): Failure {
    const { method, url, fields, body } = leg;
    const startedAt = this.#options.clock.now();
    this.#hops.push({
      method,
      url,
      requestHeaders: fields,
      requestBody: body,
      response: null,
      failure,
      startedAt,
      ms: 0,
    });
    return failure;
  }

  #endUnsent(request: Pick<ResolvedRequest, "method" | "url" | "headers" | "body">, failure: Failure): Exchange {
    this.#keepUnsent({ ...request, fields: request.headers }, failure);
    return this.#end(failure);
  }

  #endAtRedirect(failure: Failure): Exchange {
    const last = this.#hops.pop();
    if (last !== undefined) this.#hops.push({ ...last, failure });
    return this.#end(failure);
  }

  #end(failure: Failure | null): Exchange {
    const response = failure === null ? (this.#hops.at(-1)?.response ?? null) : null;
    return { hops: this.#hops, response, failure, ms: this.#options.clock.elapsed() - this.#started };
  }
}

function stateOf(leg: Leg, fields: readonly (readonly [string, string])[]): string {
  const cookies = fields.filter(([name]) => name.toLowerCase() === "cookie").map(([, value]) => value);
  return JSON.stringify([leg.method, leg.destination.origin.key, leg.destination.target, cookies]);
}
