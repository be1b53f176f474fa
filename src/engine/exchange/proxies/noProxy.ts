import { BlockList, isIP } from "node:net";
import { readHost } from "../connect/hostName.ts";
import type { Origin } from "../hops/target.ts";

/**
 * Says whether the rules of a `NO_PROXY` take an origin out, as curl and Go read them: `*`, a name (it and all beneath it, with or
 * without a leading dot or `*.`), an address, a network such as `10.0.0.0/8`, each with or without a port; commas or white space between.
 */
export function isExempt(origin: Origin, rules: string): boolean {
  return rules
    .split(/[\s,]+/)
    .filter((rule) => rule !== "")
    .some((rule) => rule === "*" || holdsFor(rule.toLowerCase(), origin));
}

function holdsFor(rule: string, origin: Origin): boolean {
  const { hostname, port } = splitPort(rule);
  if (port !== null && port !== `${origin.port}`) return false;
  const host = readHost(origin.hostname);
  if (hostname.includes("/")) return isInNetwork(host, hostname);
  const name = readHost(hostname.replace(/^\*?\./, ""));
  if (name === "") return false;
  return host === name || (isIP(host) === 0 && host.endsWith(`.${name}`));
}

/** An IPv6 address has a port only behind its brackets. */
function splitPort(rule: string): { hostname: string; port: string | null } {
  const bracketed = /^\[([^\]]*)\](\/\d+)?(?::(\d+))?$/.exec(rule);
  if (bracketed !== null) return { hostname: `${bracketed[1]}${bracketed[2] ?? ""}`, port: bracketed[3] ?? null };
  const named = /^([^:]*):(\d+)$/.exec(rule);
  return { hostname: named?.[1] ?? rule, port: named?.[2] ?? null };
}

function isInNetwork(host: string, network: string): boolean {
  const [address = "", length = ""] = network.split("/");
  const family = isIP(address) === 6 ? "ipv6" : "ipv4";
  const isNetwork = isIP(address) !== 0 && /^\d{1,3}$/.test(length) && Number(length) <= (family === "ipv6" ? 128 : 32);
  if (!isNetwork || isIP(host) === 0) return false;
  const list = new BlockList();
  list.addSubnet(address, Number(length), family);
  return list.check(host, isIP(host) === 6 ? "ipv6" : "ipv4");
}
