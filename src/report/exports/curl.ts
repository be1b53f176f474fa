import type { ResolvedRequest } from "../../engine/model/request.ts";
import type { Mask } from "../../engine/secrets.ts";

/**
 * Writes a request as a curl command for a POSIX shell that puts the same method, target, fields and content on the wire,
 * masked: every secret has to be put back by hand. A body that is no text is left to a file `body.bin`.
 */
export function exportCurl(request: ResolvedRequest, mask: Mask): string {
  const words = ["curl", "--globoff", "--path-as-is"];
  if (!("no-redirect" in request.directives)) words.push("--location");
  if ("no-reject-unauthorized" in request.directives) words.push("--insecure");
  if (request.method === "HEAD") words.push("--head");
  else if (request.method !== "GET" || request.body !== null) words.push(`--request ${quote(request.method)}`);
  words.push(quote(mask.url(withoutFragment(request.url))));
  for (const [name, value] of request.headers) {
    // An empty value ends in a semicolon: with a colon curl would take the field out.
    words.push(`--header ${quote(value === "" ? `${name};` : `${name}: ${mask.field(name, value)}`)}`);
  }
  if (request.body !== null) words.push(...composeBody(request, request.body, mask));
  return `${words.slice(0, 3).join(" ")}${words
    .slice(3)
    .map((word) => ` \\\n  ${word}`)
    .join("")}\n`;
}

function composeBody(request: ResolvedRequest, body: Uint8Array, mask: Mask): readonly string[] {
  const isTyped = request.headers.some(([name]) => name.toLowerCase() === "content-type");
  const untyped = isTyped ? [] : [`--header ${quote("Content-Type:")}`];
  const text = readText(body);
  return [...untyped, text === null ? "--data-binary @body.bin" : `--data-raw ${quote(mask.text(text))}`];
}

function readText(body: Uint8Array): string | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body);
    return text.includes("\0") ? null : text;
  } catch {
    return null;
  }
}

function withoutFragment(url: string): string {
  return url.split("#")[0] ?? url;
}

/** Single quotes keep everything but themselves (POSIX 2.2.2). */
function quote(text: string): string {
  return /^[\w./:@%+=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
