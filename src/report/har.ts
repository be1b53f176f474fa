import manifest from "../../package.json" with { type: "json" };
import type { Exchange, Hop, Response, Timings } from "../engine/model/exchange.ts";
import type { Mask } from "../engine/secrets.ts";

/**
 * Writes exchanges as an HTTP Archive 1.2 in JSON, one entry a hop, masked throughout.
 * A hop without a response has status 0 and says why in `_error`; content that is no text is left out, because it cannot be masked.
 */
export function exportHar(exchanges: readonly Exchange[], mask: Mask): string {
  const entries = exchanges.flatMap((exchange) => exchange.hops).map((hop) => composeEntry(hop, mask));
  const creator = { name: manifest.name, version: manifest.version };
  return `${JSON.stringify({ log: { version: "1.2", creator, pages: [], entries } }, null, 2)}\n`;
}

function composeEntry(hop: Hop, mask: Mask) {
  const timings = composeTimings(hop.timings);
  const parts = [timings.blocked, timings.dns, timings.connect, timings.send, timings.wait, timings.receive];
  return {
    startedDateTime: new Date(hop.startedAt).toISOString(),
    time: parts.filter((part) => part > 0).reduce((sum, part) => sum + part, 0),
    request: composeRequest(hop, mask),
    response: composeResponse(hop, mask),
    cache: {},
    timings,
    ...(hop.remoteAddress === undefined ? {} : { serverIPAddress: hop.remoteAddress }),
    ...(hop.failure === null ? {} : { _error: mask.text(`${hop.failure.code}: ${hop.failure.message}`) }),
  };
}

function composeRequest(hop: Hop, mask: Mask) {
  const url = mask.url(hop.url);
  const body = hop.requestBody ?? null;
  const text = body === null ? null : readText(body);
  const postData = {
    mimeType: findField(hop.requestHeaders, "content-type") ?? "",
    params: [],
    text: mask.text(text ?? ""),
  };
  return {
    method: hop.method,
    url,
    httpVersion: hop.protocol ?? "HTTP/1.1",
    cookies: composeCookies(hop.requestHeaders, "cookie", mask),
    headers: composeFields(hop.requestHeaders, mask),
    queryString: composeQuery(url),
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
  const mimeType = findField(response.headers, "content-type") ?? "";
  const remark = remarkOf(response);
  const isText = !response.text.includes("\0") && !response.text.includes("\ufffd");
  return {
    size,
    ...(response.truncated ? {} : { compression: size - response.size }),
    mimeType,
    ...(isText ? { text: mask.text(response.text) } : {}),
    ...(remark === "" ? {} : { comment: mask.text(remark) }),
  };
}

function remarkOf(response: Response): string {
  const cut = response.truncated ? `The content is cut; ${response.size} bytes were on the wire.` : "";
  return [cut, response.contentFailure?.message ?? ""].filter((text) => text !== "").join(" ");
}

/** HAR 1.2: -1 for what did not happen; `connect` includes `ssl`. */
function composeTimings(timings: Timings | undefined) {
  const tls = timings?.tls ?? -1;
  const connect = timings?.connect ?? -1;
  return {
    blocked: -1,
    dns: timings?.dns ?? -1,
    connect: connect < 0 ? -1 : connect + Math.max(0, tls),
    ssl: tls,
    send: timings?.sent ?? 0,
    wait: timings?.firstByte ?? 0,
    receive: timings?.content ?? 0,
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

function composeQuery(maskedUrl: string) {
  const query = maskedUrl.split("#")[0]?.split("?").slice(1).join("?") ?? "";
  return [...new URLSearchParams(query)].map(([name, value]) => ({ name, value }));
}

function findField(fields: Hop["requestHeaders"], wanted: string): string | undefined {
  return fields.find(([name]) => name.toLowerCase() === wanted)?.[1];
}

function readText(body: Uint8Array): string {
  const text = new TextDecoder("utf-8").decode(body);
  return text.includes("\ufffd") ? `(${body.byteLength} bytes that are no text)` : text;
}
