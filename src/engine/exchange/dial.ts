import { type LookupAddress, lookup as resolve } from "node:dns";
import { connect as connectPlain, isIP, type LookupFunction, type Socket } from "node:net";
import { connect as connectSecure, type PeerCertificate, rootCertificates, type TLSSocket } from "node:tls";
import type { Failure } from "../model/exchange.ts";
import { KnownFailure } from "./failures.ts";
import type { Origin } from "./target.ts";

/** The moments of making a connection, in their order. */
export type DialMoment = "looked-up" | "connected" | "secured";

/** How a connection is to be made. */
export interface DialPlan {
  readonly origin: Origin;
  readonly connectMs: number;
  readonly certificates: "verify" | "accept-any";
  /** Certificates of authorities, in PEM, that are trusted besides the ones Node brings. */
  readonly authorities: readonly string[];
  readonly protocols: readonly ("http/1.1" | "h2")[];
  /** Asked for every address before anything is sent to it. */
  readonly allowsAddress: (address: string) => boolean;
}

/** What is told while a connection is made; `onMoment` may be called up to three times, `onDone` once. */
export interface DialEvents {
  onMoment(moment: DialMoment): void;
  onDone(error: Error | null, socket: Socket, certificateProblem: string | null): void;
}

/**
 * Opens one TCP or TLS connection, trying both address families in turn; the socket is returned at once so that
 * it can be destroyed. A certificate that does not hold is judged here, before a single byte of the request is
 * written, so that the failure can name issuer, dates and names.
 */
export function dial(plan: DialPlan, events: DialEvents): Socket {
  const { origin } = plan;
  const isAddress = isIP(origin.hostname) !== 0;
  const options = {
    host: origin.hostname,
    port: origin.port,
    autoSelectFamily: true,
    noDelay: true,
    lookup: guardLookup(plan.allowsAddress),
  };
  const socket =
    origin.scheme === "http"
      ? connectPlain(options)
      : connectSecure({
          ...options,
          ALPNProtocols: [...plan.protocols],
          rejectUnauthorized: false,
          ...(plan.authorities.length === 0 ? {} : { ca: [...rootCertificates, ...plan.authorities] }),
          ...(isAddress ? {} : { servername: origin.hostname }),
        });
  watch(socket, plan, events);
  if (isAddress && !plan.allowsAddress(origin.hostname)) socket.destroy(new KnownFailure(blocked(origin.hostname)));
  return socket;
}

function watch(socket: Socket, plan: DialPlan, events: DialEvents): void {
  let done = false;
  const finish = (error: Error | null, problem: string | null) => {
    clearTimeout(timer);
    if (done) return;
    done = true;
    if (error !== null) socket.destroy();
    events.onDone(error, socket, problem);
  };
  const timer = setTimeout(
    () => finish(Object.assign(new Error("connect"), { code: "ETIMEDOUT" }), null),
    plan.connectMs,
  );
  socket.on("lookup", () => events.onMoment("looked-up"));
  socket.on("connect", () => {
    events.onMoment("connected");
    if (plan.origin.scheme === "http") finish(null, null);
  });
  socket.on("secureConnect", () => {
    events.onMoment("secured");
    const problem = certificateProblem(socket as TLSSocket, plan.origin);
    const isRefused = problem !== null && plan.certificates === "verify";
    finish(isRefused ? new KnownFailure({ code: "tls", message: problem }) : null, problem);
  });
  socket.on("error", (error) => finish(error, null));
  socket.on("close", () => finish(Object.assign(new Error("closed"), { code: "ECONNRESET" }), null));
}

function guardLookup(allowsAddress: (address: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, found) => {
      const addresses = withLoopbacks(hostname, found ?? []);
      if (error !== null && addresses.length === 0) return callback(error, []);
      const refused = addresses.find(({ address }) => !allowsAddress(address));
      if (refused !== undefined) return callback(new KnownFailure(blocked(refused.address)), []);
      const first = addresses[0];
      if (options.all === true || first === undefined) return callback(null, addresses);
      callback(null, first.address, first.family);
    });
  };
}

/** RFC 6761 6.3: localhost is both loopback addresses, whatever the resolver of this machine knows of. */
function withLoopbacks(hostname: string, addresses: readonly LookupAddress[]): LookupAddress[] {
  if (hostname !== "localhost" && !hostname.endsWith(".localhost")) return [...addresses];
  const missing = loopbacks.filter(({ address }) => !addresses.some((one) => one.address === address));
  return [...addresses, ...missing];
}

const loopbacks: readonly LookupAddress[] = [
  { address: "127.0.0.1", family: 4 },
  { address: "::1", family: 6 },
];

function blocked(address: string): Failure {
  return {
    code: "blocked",
    message: `The address ${address} is not reached from here; send a request to it yourself if that is meant.`,
  };
}

function certificateProblem(socket: TLSSocket, origin: Origin): string | null {
  if (socket.authorized) return null;
  const code = String(socket.authorizationError ?? "");
  const certificate = socket.getPeerCertificate();
  const way =
    "put the right certificate on the server, or let this request skip the check with # @no-reject-unauthorized.";
  return `The certificate of ${origin.authority} ${sayProblem(code, certificate)}; ${way}`;
}

function sayProblem(code: string, certificate: PeerCertificate): string {
  const issuer = nameOf(certificate.issuer);
  if (code === "CERT_HAS_EXPIRED") return `expired on ${certificate.valid_to} (issued by ${issuer})`;
  if (code === "CERT_NOT_YET_VALID") return `is valid only from ${certificate.valid_from} (issued by ${issuer})`;
  if (code === "ERR_TLS_CERT_ALTNAME_INVALID") {
    return `is for other names (${certificate.subjectaltname ?? nameOf(certificate.subject)})`;
  }
  if (code === "DEPTH_ZERO_SELF_SIGNED_CERT") return `is self-signed (by ${issuer})`;
  if (code === "SELF_SIGNED_CERT_IN_CHAIN") return `comes from an authority that is not trusted here (${issuer})`;
  if (code.startsWith("UNABLE_TO_")) return `comes from an unknown authority (${issuer})`;
  return `cannot be trusted (${code}, issued by ${issuer})`;
}

function nameOf(subject: PeerCertificate["subject"] | undefined): string {
  const name = subject?.CN ?? subject?.O ?? "no name";
  return Array.isArray(name) ? name.join(", ") : name;
}
