import { isLoopbackHost } from "../../../exchange/connect/hostName.ts";
import { parseTargetUri } from "../../../targetUri.ts";

const publicSuffix = /^(?:co|com|org|net|gov|ac|edu)\.[a-z]{2}$|^[^.]*$/;

/** Whether a URL leads to this machine, to the same host, or to one that differs in its first label alone, below a name that somebody can own. */
export function isOfSite(url: string, own: string): boolean {
  const [host, asked] = [parseTargetUri(url)?.host ?? "", own].map((one) => one.replace(/:\d+$/, "").toLowerCase()) as [
    string,
    string,
  ];
  const siteOf = (name: string) => name.slice(name.indexOf(".") + 1);
  const isBeside = siteOf(host) === siteOf(asked) && !publicSuffix.test(siteOf(host)) && !/^[\d.]+$/.test(host);
  return isLoopbackHost(host) || host === asked || isBeside;
}
