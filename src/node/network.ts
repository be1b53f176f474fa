import tls from "node:tls";
import type { ProxySettings } from "../engine/exchange/proxies/proxy.ts";

/**
 * The proxies that the environment names, lower case before upper case and `ALL_PROXY` last, as curl has it. In a CGI process `HTTP_PROXY` is a header
 * of whoever asks (CVE-2016-5385), so it is not read there.
 */
export function readProxies(environment: Readonly<Record<string, string | undefined>>): ProxySettings {
  const read = (name: string) => environment[name] || environment[name.toUpperCase()] || null;
  const isCgi = environment["REQUEST_METHOD"] !== undefined;
  const all = read("all_proxy");
  return {
    http: (isCgi ? environment["http_proxy"] || null : read("http_proxy")) ?? all,
    https: read("https_proxy") ?? all,
    noProxy: read("no_proxy"),
  };
}

/**
 * The authorities that the system and `NODE_EXTRA_CA_CERTS` trust and Node does not bring itself, in PEM; none on a Node before 22.15,
 * which cannot tell. Takes tens of ms.
 */
export function readSystemAuthorities(): readonly string[] {
  if (typeof tls.getCACertificates !== "function") return [];
  const known = new Set(tls.rootCertificates.map(withoutSpace));
  const own = [...tls.getCACertificates("system"), ...tls.getCACertificates("extra")];
  return [...new Map(own.map((pem) => [withoutSpace(pem), pem]))]
    .filter(([key]) => !known.has(key))
    .map(([, pem]) => pem);
}

function withoutSpace(pem: string): string {
  return pem.replace(/\s+/g, "");
}
