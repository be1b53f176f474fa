import { BlockList, isIP } from "node:net";

/** How far an address reaches: the whole net, a private network, this machine, or the local link where cloud metadata lives. */
export type Reach = "public" | "private" | "loopback" | "link-local";

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8, "ipv4");
loopback.addAddress("::1", "ipv6");

const linkLocal = new BlockList();
linkLocal.addSubnet("169.254.0.0", 16, "ipv4");
linkLocal.addAddress("100.100.100.200", "ipv4");
linkLocal.addSubnet("fe80::", 10, "ipv6");
linkLocal.addAddress("fd00:ec2::254", "ipv6");

const privateNetworks = new BlockList();
for (const [network, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
] as const) {
  privateNetworks.addSubnet(network, prefix, "ipv4");
}
privateNetworks.addSubnet("fc00::", 7, "ipv6");
privateNetworks.addAddress("::", "ipv6");

/** Classifies one IP address in text form, IPv4-mapped IPv6 included; a text that is no address counts as public. */
export function reachOf(address: string): Reach {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  const plain = mapped ?? address;
  const family = isIP(plain) === 6 ? "ipv6" : "ipv4";
  if (isIP(plain) === 0) return "public";
  if (loopback.check(plain, family)) return "loopback";
  if (linkLocal.check(plain, family)) return "link-local";
  return privateNetworks.check(plain, family) ? "private" : "public";
}

/**
 * Says whether a server at `from` may redirect to `to`: never to the local link unless it lives there itself,
 * and from the public net to public addresses only.
 */
export function mayRedirectTo(from: string, to: string): boolean {
  const source = reachOf(from);
  const goal = reachOf(to);
  if (goal === "link-local") return source === "link-local";
  return source !== "public" || goal === "public";
}
