import type { Failure } from "../../model/exchange.ts";
import { KnownFailure } from "../failures.ts";
import type { Field } from "../message.ts";
import type { ProxyServer } from "./proxy.ts";

/** The failure of a connection to a proxy, worded for the proxy; a failure that is already known stays as it is. */
export function describeProxyError(error: unknown, { authority }: Pick<ProxyServer, "authority">): Failure {
  if (error instanceof KnownFailure) return error.failure;
  if (error instanceof Error && error.name === "HTTPParserError") {
    return {
      code: "proxy",
      message: `The proxy ${authority} did not answer in HTTP; check that the port is that of a proxy.`,
    };
  }
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return { code: "proxy", message: `The proxy ${authority} ${sayProxyError(code)}` };
}

/** The failure of a proxy that answered 407. */
export function describeProxyRefusal({ authority }: Pick<ProxyServer, "authority">): Failure {
  const message = `The proxy ${authority} asks for credentials (407); put the right ones into its URL, as in http://user:password@proxy:8080.`;
  return { code: "proxy", message };
}

/**
 * The failure of a proxy that answered a forwarded request itself, or null when the answer is the origin's: 407 is always the
 * proxy's, 502 to 504 where Proxy-Status (RFC 9209) or Squid says so.
 */
export function judgeForwarded(
  status: number,
  fields: readonly Field[],
  proxy: Pick<ProxyServer, "authority">,
): Failure | null {
  if (status === 407) return describeProxyRefusal(proxy);
  const isMarked = fields.some(([name, value]) => {
    const lower = name.toLowerCase();
    return lower === "x-squid-error" || (lower === "proxy-status" && /;\s*error\s*=/i.test(value));
  });
  if (status < 502 || status > 504 || !isMarked) return null;
  return {
    code: "proxy",
    message: `The proxy ${proxy.authority} could not reach the host (${status}); look at its log.`,
  };
}

const closingCodes = new Set(["ECONNRESET", "EPIPE", "UND_ERR_SOCKET", "UND_ERR_DESTROYED", "UND_ERR_INFO"]);

function sayProxyError(code: string): string {
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return "has a name that cannot be looked up; check its spelling.";
  if (code === "ECONNREFUSED") return "is not running, nothing listens there; start it or correct its port.";
  if (code === "ETIMEDOUT") return "opened no connection in time; check whether it runs and reaches the host.";
  if (code === "ERR_SSL_WRONG_VERSION_NUMBER") return "does not speak TLS; write http:// in its URL.";
  if (closingCodes.has(code)) return "closed the connection; look at its log.";
  return `could not be used${code === "" ? "" : ` (${code})`}; check its URL.`;
}
