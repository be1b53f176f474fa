import manifest from "../../../package.json" with { type: "json" };
import type { Exchange, Hop, Response } from "../../engine/model/exchange.ts";
import type { Mask } from "../../engine/secrets.ts";
import { sayNote } from "../diagnosis/hopWords.ts";

/**
 * Writes exchanges as an HTTP Archive 1.2 in JSON, one entry a hop, masked throughout; `_url` is the URL as it was sent where it is no URI.
 * A hop without a response has status 0 and says why in `_error`; content that is no text is left out, because it cannot be masked.
 */
export function exportHar(exchanges: readonly Exchange[], mask: Mask): string {
  const entries = exchanges.flatMap((exchange) => exchange.hops).map((hop) => composeEntry(hop, mask));
  const creator = { name: manifest.name, version: manifest.version };
  return `${JSON.stringify({ log: { version: "1.2", creator, pages: [], entries } }, null, 2)}\n`;
}

function composeEntry(hop: Hop, mask: Mask) {
  const timings = composeTimings(hop);
  const notes = (hop.notes ?? []).map(sayNote);
  const parts = [timings.blocked, timings.dns, timings.connect, timings.send, timings.wait, timings.receive];
  return {
    startedDateTime: new Date(hop.startedAt).toISOString(),
    time: parts.filter((part) => part > 0).reduce((sum, part) => sum + part, 0),
    request: composeRequest(hop, mask),
    response: composeResponse(hop, mask),
    cache: {},
    timings,
    ...(hop.remoteAddress === undefined ? {} : { serverIPAddress: hop.remoteAddress }),
    ...(notes.length === 0 ? {} : { comment: mask.text(notes.join(" ")) }),
    ...(hop.failure === null ? {} : { _error: mask.text(`${hop.failure.code}: ${hop.failure.message}`) }),
  };
}

function composeRequest(hop: Hop, mask: Mask) {
  const masked = mask.url(hop.url);
  const url = asUri(masked);
  const body = hop.requestBody ?? null;
  const postData = {
    mimeType: mask.text(findField(hop.requestHeaders, "content-type") ?? ""),
    ...(body === null ? {} : composePostedText(body, mask)),
  };
  return {
    method: hop.method,
    url,
    httpVersion: hop.protocol ?? "HTTP/1.1",
    cookies: composeCookies(hop.requestHeaders, "cookie", mask),
    headers: composeFields(hop.requestHeaders, mask),
    queryString: composeQuery(masked),
    ...(url === masked ? {} : { _url: masked }),
    ...(body === null ? {} : { postData }),
    headersSize: -1,
    bodySize: body?.byteLength ?? 0,
  };
}

function composeResponse(hop: Hop, mask: Mask) {
  const { response } = hop;
  const headers = response?.headers ?? [];
  return {
    status: response?.status ?? 0,
    statusText: mask.text(response?.reason ?? ""),
    httpVersion: hop.protocol ?? "HTTP/1.1",
    cookies: composeCookies(headers, "set-cookie", mask),
    headers: composeFields(headers, mask),
    content: response === null ? { size: 0, mimeType: "" } : composeContent(response, mask),
    redirectURL: mask.url(findField(headers, "location") ?? ""),
    headersSize: -1,
    bodySize: response?.size ?? -1,
  };
}

function composeContent(response: Response, mask: Mask) {
  const size = response.body.byteLength;
  const mimeType = mask.text(findField(response.headers, "content-type") ?? "");
  const remark = remarkOf(response);
  const isText = !response.text.includes("\0") && !response.text.includes("\ufffd");
  return {
    size,
    ...(response.truncated || size < response.size ? {} : { compression: size - response.size }),
    mimeType,
    ...(isText ? { text: mask.text(response.text) } : {}),
    ...(remark === "" ? {} : { comment: mask.text(remark) }),
  };
}

function remarkOf(response: Response): string {
  const cut = response.truncated ? `The content is cut; ${response.size} bytes were on the wire.` : "";
  return [cut, response.contentFailure?.message ?? ""].filter((text) => text !== "").join(" ");
}

/**
 * HAR 1.2: -1 for what did not happen, `connect` includes `ssl`, and send, wait and receive are always there. Where no answer
 * came, the time it was waited for is `wait`, and before anything was sent `blocked`.
 */
function composeTimings({ timings, response, ms }: Hop) {
  const ssl = timings?.tls ?? -1;
  const connect = timings?.connect == null ? -1 : timings.connect + Math.max(0, ssl);
  const dns = timings?.dns ?? -1;
  const [send, wait, receive] = [timings?.sent ?? 0, timings?.firstByte ?? 0, timings?.content ?? 0];
  const known = [dns, connect, send, wait, receive].reduce((sum, part) => sum + Math.max(0, part), 0);
  const rest = response === null ? Math.max(0, ms - known) : 0;
  const isSent = timings?.sent != null;
  return {
    blocked: rest > 0 && !isSent ? rest : -1,
    dns,
    connect,
    ssl,
    send,
    wait: isSent ? wait + rest : wait,
    receive,
  };
}

function composeFields(fields: Hop["requestHeaders"], mask: Mask) {
  return fields.map(([name, value]) => ({ name, value: mask.field(name, value) }));
}

function composeCookies(fields: Hop["requestHeaders"], wanted: "cookie" | "set-cookie", mask: Mask) {
  return fields
    .filter(([name]) => name.toLowerCase() === wanted)
    .map(([name, value]) => mask.field(name, value))
    .flatMap((value) => (wanted === "cookie" ? value.split("; ") : value.split("; ").slice(0, 1)))
    .map((pair) => ({ name: pair.split("=")[0] ?? "", value: pair.split("=").slice(1).join("=") }));
}

/** HAR wants a URI (RFC 3986), so that the mask, and what went out although no URI may hold it, is percent-encoded there. */
function asUri(url: string): string {
  const authorityEnd = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i.exec(url)?.[0].length ?? 0;
  const encode = (text: string, illegal: RegExp) => text.toWellFormed().replace(illegal, encodeURIComponent);
  const target = url.slice(authorityEnd).replace(/%(?![0-9a-f]{2})/gi, "%25");
  return encode(url.slice(0, authorityEnd), /[^\x21-\x7e]+/g) + encode(target, /[^\x21-\x7e]+|["<>[\\\]^`{|}]/g);
}

function composeQuery(maskedUrl: string) {
  const query = maskedUrl.split("#")[0]?.split("?").slice(1).join("?") ?? "";
  return [...new URLSearchParams(query)].map(([name, value]) => ({ name, value }));
}

function findField(fields: Hop["requestHeaders"], wanted: string): string | undefined {
  return fields.find(([name]) => name.toLowerCase() === wanted)?.[1];
}

/** What is no text is told in a comment, because it cannot be masked; `params` is left out where there is a text (HAR 1.2). */
function composePostedText(body: Uint8Array, mask: Mask) {
  try {
    return { text: mask.text(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body)) };
  } catch {
    return { params: [], comment: `${body.byteLength} bytes that are no text` };
  }
}
