import tls from "node:tls";
import type { ProxySettings } from "../engine/exchange/proxy.ts";

/**
 * The proxies that the environment names, lower case before upper case as curl has it. In a CGI process `HTTP_PROXY` is a header
 * of whoever asks (CVE-2016-5385), so it is not read there.
 */
export function readProxies(environment: Readonly<Record<string, string | undefined>>): ProxySettings {
  const read = (name: string) => environment[name] || environment[name.toUpperCase()] || null;
  const isCgi = environment["REQUEST_METHOD"] !== undefined;
  return {
    http: isCgi ? (environment["http_proxy"] ?? null) : read("http_proxy"),
    https: read("https_proxy"),
    noProxy: read("no_proxy"),
  };
}

/** The authorities that the system and `NODE_EXTRA_CA_CERTS` trust, in PEM; none on a Node before 22.15, which cannot tell. */
export function readSystemAuthorities(): readonly string[] {
  if (typeof tls.getCACertificates !== "function") return [];
  return [...new Set([...tls.getCACertificates("system"), ...tls.getCACertificates("extra")])];
}
