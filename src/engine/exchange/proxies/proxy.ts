import type { Failure } from "../../model/exchange.ts";
import { isLoopbackHost } from "../connect/hostName.ts";
import { isFailure, type Origin, readDestination } from "../hops/target.ts";
import { isExempt } from "./noProxy.ts";

/** Which proxies are set up, as a person or their environment wrote them; null or an empty text is none. */
export interface ProxySettings {
  /** The proxy for `http:` targets, a URL whose user information are the proxy's credentials. */
  readonly http: string | null;
  /** The proxy for `https:` targets. */
  readonly https: string | null;
  /** What is reached without a proxy, as in `NO_PROXY`. */
  readonly noProxy: string | null;
  /** Whether targets on this machine go through the proxy as well; they do not where nothing is said. */
  readonly loopback?: "direct" | "proxied";
}

/** A proxy that can be spoken to. */
export interface ProxyServer {
  readonly scheme: "http" | "https" | "socks5";
  readonly hostname: string;
  readonly port: number;
  /** Host and port as shown; never the credentials. */
  readonly authority: string;
  /** The value of Proxy-Authorization, or null. */
  readonly authorization: string | null;
  readonly credentials: { readonly user: string; readonly password: string } | null;
}

/** Whether a proxy gets the requests for an origin itself, instead of opening a way through which the origin is spoken to. */
export function forwards(proxy: Pick<ProxyServer, "scheme">, origin: Pick<Origin, "scheme">): boolean {
  return origin.scheme === "http" && proxy.scheme !== "socks5";
}

/** The proxy URL, as it was written, through which an absolute URL is to be reached, or null where it is reached directly. */
export function chooseProxy(url: string, settings: ProxySettings): string | null {
  const destination = readDestination(url);
  if (isFailure(destination)) return null;
  const { origin } = destination;
  const proxy = settings[origin.scheme]?.trim() ?? "";
  if (proxy === "" || isExempt(origin, settings.noProxy ?? "")) return null;
  return isLoopbackHost(origin.hostname) && settings.loopback !== "proxied" ? null : proxy;
}

/**
 * Reads the URL of a proxy, `http://` where it has no scheme, or says why it cannot be used, without repeating it. `socks5`, `socks5h`
 * and `socks` are the same: the proxy looks names up.
 */
export function readProxy(written: string): ProxyServer | Failure {
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(written);
  const isSocks = /^socks(?:5h?)?:\/\//i.test(written);
  const url = hasScheme ? written.replace(/^socks(?:5h?)?:/i, "http:") : `http://${written}`;
  const destination = readDestination(url);
  if (isFailure(destination)) {
    const message =
      destination.code === "unsupported-scheme"
        ? "Only http, https and socks5 proxies can be used; correct the proxy of the settings or of the environment."
        : "The proxy is no URL with a host and a port; correct it in the settings or in the environment.";
    return { code: "proxy", message };
  }
  const { origin, userinfo } = destination;
  const pair =
    userinfo === null ? null : Buffer.from(`${userinfo.user}:${userinfo.password}`, "utf8").toString("base64");
  const shared = { hostname: origin.hostname, credentials: userinfo };
  const authorization = pair === null ? null : `Basic ${pair}`;
  if (!isSocks) {
    return { ...shared, scheme: origin.scheme, port: origin.port, authority: origin.authority, authorization };
  }
  const port = origin.port === 80 && !/:80(?:[/?#]|$)/.test(url.slice("http://".length)) ? 1080 : origin.port;
  const host = origin.hostname.includes(":") ? `[${origin.hostname}]` : origin.hostname;
  return { ...shared, scheme: "socks5", port, authority: `${host}:${port}`, authorization };
}

/** The credentials that proxy settings hold, in every form in which they may come back, so that a mask can hide them. */
export function secretsOfProxies(settings: ProxySettings): readonly string[] {
  return [settings.http, settings.https].flatMap((written) => {
    const at = written?.lastIndexOf("@") ?? -1;
    if (written === null || at < 0) return [];
    const proxy = readProxy(written);
    const raw = written.slice(0, at).replace(/^[a-z][a-z0-9+.-]*:\/\//i, "");
    const passwords = [raw, raw.slice(raw.indexOf(":") + 1)];
    if ("code" in proxy || proxy.authorization === null) return passwords;
    const pair = Buffer.from(proxy.authorization.slice("Basic ".length), "base64").toString("utf8");
    return [...passwords, proxy.authorization, pair, pair.slice(pair.indexOf(":") + 1)];
  });
}
