import type { Failure } from "../model/exchange.ts";
import type { Origin } from "./hops/target.ts";

/** The failure of whatever the person stopped. */
export const cancelled: Failure = { code: "cancelled", message: "The run was cancelled; nothing more was sent." };

/** How far a hop had come when it ended. */
export type Stage = "connecting" | "sending" | "waiting" | "content";

/** What is known about a hop that failed; `firstBytes` is the beginning of what the server sent. */
export interface FailureContext {
  readonly origin: Origin;
  readonly stage: Stage;
  readonly firstBytes: Uint8Array;
}

/** An error that already knows the failure it stands for; it travels through undici and comes back unchanged. */
export class KnownFailure extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}

/** Turns whatever undici, a socket, TLS or the resolver threw into a failure; never repeats an error's own text, which may hold a URL. */
export function describeError(error: unknown, context: FailureContext): Failure {
  if (error instanceof KnownFailure) return error.failure;
  const code = codeOf(error);
  if (code === "UND_ERR_DESTROYED" || code === "UND_ERR_CLOSED") return cancelled;
  const place = context.origin.authority;
  return (
    describeReach(code, context) ??
    describeTls(code, context) ??
    describeClosing(error, code, context) ??
    describeProtocol(error, code, context) ?? {
      code: "network",
      message: `The network failed on the way to ${place}${code === "" ? "" : ` (${code})`}; try again.`,
    }
  );
}

/** The failure of a hop that used up its time, worded by how far it had come. */
export function describeTimeout(stage: Stage, ms: number, origin: Origin): Failure {
  const span = ms >= 1000 ? `${Math.round(ms / 100) / 10} s` : `${Math.round(ms)} ms`;
  const reasons: Record<Stage, string> = {
    connecting: `${origin.authority} did not accept a connection within ${span}; check host, port, VPN and firewall.`,
    sending: `${origin.authority} did not take the request within ${span}; try a smaller body or a longer timeout.`,
    waiting: `${origin.authority} took the request and did not answer within ${span}; look at the server or raise the timeout.`,
    content: `${origin.authority} did not finish its content within ${span}; what arrived is kept.`,
  };
  return { code: "timed-out", message: reasons[stage] };
}

function describeReach(code: string, { origin }: FailureContext): Failure | undefined {
  if (code === "ENOTFOUND" || code === "EAI_NODATA" || code === "EAI_NONAME") {
    return {
      code: "no-such-host",
      message: `No host is called ${origin.hostname}; check its spelling and the environment.`,
    };
  }
  if (code === "EAI_AGAIN") {
    return {
      code: "no-such-host",
      message: `The name ${origin.hostname} could not be looked up; check the network or VPN.`,
    };
  }
  if (code === "ENOENT" || code === "ENOTSOCK") {
    return {
      code: "refused",
      message: "There is no socket at the path of # @unix-socket; start the server or correct it.",
    };
  }
  if (code === "ECONNREFUSED") {
    return {
      code: "refused",
      message: `Nothing listens on ${origin.hostname} port ${origin.port}; start the server or correct the port.`,
    };
  }
  if (code === "ETIMEDOUT" || code === "UND_ERR_CONNECT_TIMEOUT") {
    return {
      code: "timed-out",
      message: `${origin.authority} did not accept a connection in time; check host, port, VPN and firewall.`,
    };
  }
  return undefined;
}

function describeTls(code: string, { origin, stage }: FailureContext): Failure | undefined {
  if (origin.scheme !== "https") return undefined;
  // In TLS 1.3 the server judges the client after the client has begun to send.
  if (/ALERT_(?:CERTIFICATE_|BAD_CERTIFICATE|UNKNOWN_CA|HANDSHAKE_FAILURE)/.test(code)) {
    return {
      code: "tls",
      message: `${origin.authority} ended the TLS handshake; it may want another client certificate, or TLS terms that this client does not have (${code}).`,
    };
  }
  if (stage !== "connecting") return undefined;
  if (code === "ERR_SSL_WRONG_VERSION_NUMBER" || code === "ERR_SSL_PACKET_LENGTH_TOO_LONG") {
    return { code: "tls", message: `${origin.authority} does not speak TLS; try http:// instead of https://.` };
  }
  if (code.startsWith("ERR_SSL") || code.startsWith("ERR_TLS") || code === "EPROTO") {
    return {
      code: "tls",
      message: `${origin.authority} and this client found no common TLS terms (${code}); check the server's TLS settings.`,
    };
  }
  if (code === "ECONNRESET") {
    return {
      code: "tls",
      message: `${origin.authority} closed the connection during the TLS handshake; check that the port speaks TLS.`,
    };
  }
  return undefined;
}

const upgraded = "answered with an unexpected upgrade";

/** Whether an exchange failed because the server changed the protocol (101, RFC 9110 15.2.2), which a client of HTTP cannot follow. */
export function isUpgrade(failure: Failure | null): boolean {
  return failure?.code === "protocol" && failure.message.includes(upgraded);
}

function describeClosing(error: unknown, code: string, { origin, stage }: FailureContext): Failure | undefined {
  const text = error instanceof Error ? error.message : "";
  if (text === "bad upgrade") {
    return { code: "protocol", message: `${origin.authority} ${upgraded}; it may expect a WebSocket.` };
  }
  if (text === "bad response") {
    return {
      code: "protocol",
      message: `${origin.authority} sent a response nobody asked for; look at the server or a proxy between.`,
    };
  }
  // Seen before the header section is over, it is the parser that stumbled over contradicting lengths.
  if (!closingCodes.has(code) || (code === mismatch && stage !== "content")) return undefined;
  const when: Record<Stage, string> = {
    connecting: "closed the connection while it was being made",
    sending: "closed the connection before it took the whole request",
    waiting: "closed the connection without answering",
    content: "closed the connection inside its content",
  };
  const isUnheard = origin.scheme === "https" && (stage === "sending" || stage === "waiting");
  const advice = isUnheard ? "look at its log, or name a client certificate if it wants one" : "look at its log";
  return { code: "reset", message: `${origin.authority} ${when[stage]}; ${advice}.` };
}

const mismatch = "UND_ERR_RES_CONTENT_LENGTH_MISMATCH";

const closingCodes = new Set([
  "ECONNRESET",
  "EPIPE",
  "ECONNABORTED",
  "UND_ERR_SOCKET",
  "UND_ERR_INFO",
  mismatch,
  "ERR_HTTP2_STREAM_ERROR",
  "ERR_HTTP2_SESSION_ERROR",
  "ERR_HTTP2_GOAWAY_SESSION",
  "ERR_HTTP2_STREAM_CANCEL",
]);

function describeProtocol(error: unknown, code: string, context: FailureContext): Failure | undefined {
  const place = context.origin.authority;
  if (code === "UND_ERR_HEADERS_OVERFLOW") {
    return {
      code: "too-large",
      message: `${place} sent more header bytes than are read; look for a cookie or header that grows.`,
    };
  }
  if (code === "UND_ERR_INVALID_ARG" || code === "UND_ERR_NOT_SUPPORTED") {
    return {
      code: "invalid-request",
      message: "The request cannot be put on the wire as written; check its method and headers.",
    };
  }
  const isParser = error instanceof Error && error.name === "HTTPParserError";
  if (isParser || code === "ERR_ASSERTION" || code === mismatch || code.startsWith("ERR_HTTP2")) {
    const fault = code === mismatch ? contradiction : faultOfParser(error);
    return { code: "protocol", message: `${place} did not answer in HTTP (${nameSpeech(context.firstBytes, fault)}).` };
  }
  return undefined;
}

const contradiction = "Content-Length contradicts itself, the content or Transfer-Encoding";

/** What llhttp says in one of its own fixed phrases, such as `Invalid header token`. */
function faultOfParser(error: unknown): string {
  const text = error instanceof Error ? error.message : "";
  return (
    /^Response does not match the HTTP\/1\.1 protocol \(([A-Z][A-Za-z' /-]{3,70})\)$/.exec(text)?.[1] ?? "malformed"
  );
}

function nameSpeech(bytes: Uint8Array, fault: string): string {
  const text = Buffer.from(bytes.subarray(0, 16)).toString("latin1");
  if (text.startsWith("SSH-")) return "this port speaks SSH; correct the port";
  if (bytes[1] === 3 && [20, 21, 22, 23].includes(bytes[0] ?? 0))
    return "this port speaks TLS; try https:// instead of http://";
  if (bytes[0] === 0 && bytes[1] === 0 && bytes[3] === 4) return "this port speaks HTTP/2 only; ask for HTTP/2";
  if (/^(?:220|\+OK|\* OK)/.test(text)) return "this port greets like a mail or file server; correct the port";
  if (text.startsWith("HTTP/"))
    return `its header section or framing is wrong: ${fault}; look at the server or a proxy between`;
  return "its bytes are no HTTP response; correct the port or look at the server";
}

function codeOf(error: unknown): string {
  if (typeof error !== "object" || error === null) return "";
  const own = "code" in error && typeof error.code === "string" ? error.code : "";
  if (own !== "" || !(error instanceof AggregateError)) return own;
  return error.errors.map(codeOf).find((code) => code !== "") ?? "";
}
