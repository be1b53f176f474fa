import type { HopNote, Response } from "../../model/exchange.ts";

type SoftRedirect = HopNote & { readonly kind: "soft-redirect" };

/** How much of a page is looked at, in characters: what leads on stands in its beginning. */
const lookedAt = 65_536;

const metaTag = /<meta\s[^<>]{0,2000}>/gi;
const isRefresh = /\bhttp-equiv\s*=\s*["']?\s*refresh\b/i;
const content = /\bcontent\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i;
const script =
  /\blocation(?:\.href)?\s*=\s*(["'])([^"'\s]{1,2000})\1|\blocation\.(?:replace|assign)\(\s*(["'])([^"'\s]{1,2000})\3/;
const scriptTag = /<script\b[^<>]{0,2000}>([^<]{0,20000})/gi;

/**
 * Where a response leads although its status does not: by a Refresh field, by `<meta http-equiv=refresh>` (both as WHATWG HTML
 * 4.2.5.3 reads them), or by a script of the page that sets `location`. Null when it leads nowhere, or when the page is no HTML.
 */
export function findSoftRedirect({ headers, text }: Pick<Response, "headers" | "text">): SoftRedirect | null {
  const field = (wanted: string) => headers.find(([name]) => name.toLowerCase() === wanted)?.[1] ?? "";
  const byField = readRefresh(field("refresh"));
  if (byField !== null) return { kind: "soft-redirect", to: byField, by: "refresh" };
  if (!/html/i.test(field("content-type"))) return null;
  const page = text.slice(0, lookedAt);
  for (const [tag] of page.matchAll(metaTag)) {
    const [, double, single, bare] = (isRefresh.test(tag) ? content.exec(tag) : null) ?? [];
    const to = readRefresh(double ?? single ?? bare ?? "");
    if (to !== null) return { kind: "soft-redirect", to, by: "meta-refresh" };
  }
  for (const [, code = ""] of page.matchAll(scriptTag)) {
    const found = script.exec(code);
    const to = found?.[2] ?? found?.[4];
    if (to !== undefined) return { kind: "soft-redirect", to, by: "script" };
  }
  return null;
}

/** `5; url=/next`: a number of seconds, then the URL with or without its name and quotes; null for a mere reload. */
function readRefresh(value: string): string | null {
  const rest = /^\s*[\d.]+\s*[;,]\s*(?:url\s*=\s*)?(.*)$/is.exec(value)?.[1]?.trim() ?? "";
  const to = rest.replace(/^["']|["']$/g, "");
  return to === "" ? null : to;
}
