import type { Exchange, Hop, Response } from "../../engine/model/exchange.ts";
import { parseHttpFile } from "../../engine/requests/grammar/parseHttpFile.ts";
import type { Mask } from "../../engine/secrets.ts";

/**
 * Writes an exchange as a `.http` file: a block for each hop and, in a block of its own beneath, its response in comments, because most
 * tools would send a response that follows a request as its body. Masked throughout. Each block replays its own hop only. What such a
 * file cannot hold (content that is no text, or that would be read as something else) is left out, and a comment says so; lines end in LF.
 */
export function exportHttp(exchange: Exchange, mask: Mask): string {
  const { hops } = exchange;
  return hops
    .map((hop, index) => {
      const name = hops.length === 1 ? "" : ` Hop ${index + 1} of ${hops.length}`;
      const block = composeBlock(hop, `###${name}`, index + 1 < hops.length, mask);
      return hop.response === null ? block : `${block}\n${composeAnswer(hop, hop.response, name, mask)}`;
    })
    .join("\n");
}

/** The pieces of a block; `body` is null where it is left out. */
interface Pieces {
  readonly head: readonly string[];
  readonly body: string | null;
  readonly notes: readonly string[];
}

function composeBlock(hop: Hop, title: string, isRedirected: boolean, mask: Mask): string {
  const directives = isRedirected ? ["# @no-redirect"] : [];
  const written = composePieces(hop, mask);
  const print = (pieces: Pieces) => printBlock(pieces, title, directives);
  if (isReadBack(print(written), written)) return print(written);
  const note = "The content of the request cannot stand in a .http file as it was and is left out.";
  return print({ ...written, body: null, notes: [...written.notes, note] });
}

function composePieces(hop: Hop, mask: Mask): Pieces {
  const body = hop.requestBody == null || hop.requestBody.byteLength === 0 ? null : readText(hop.requestBody);
  const isHttp2 = hop.protocol === "HTTP/2";
  const fields = hop.requestHeaders.filter(([name]) => name.toLowerCase() !== "content-length");
  const head = [`${hop.method} ${mask.url(hop.url)}${isHttp2 ? " HTTP/2" : ""}`, ...composeFields(fields, mask)];
  return {
    head,
    body: typeof body === "string" ? mask.text(body) : null,
    notes: composeNotes(hop, body, head.join("\n"), mask),
  };
}

/** The response in comments that no tool takes for a directive. */
function composeAnswer(hop: Hop, response: Response, name: string, mask: Mask): string {
  const content = composeContent(response, mask);
  const notes: string[] = [];
  if (content === null && response.body.byteLength > 0) {
    notes.push(`# The content of the response is no text: ${response.body.byteLength} bytes.`);
  }
  if (response.truncated) notes.push(`# The content of the response is cut: ${response.size} bytes were on the wire.`);
  const lines = [...composeResponseHead(hop, response, mask), ...(content === null ? [] : ["", ...linesOf(content)])];
  const answer = lines.flatMap(linesOf).map((line) => `# < ${line}`.trimEnd());
  return `${[`###${name === "" ? "" : `${name},`} answered`, ...notes, ...answer].join("\n")}\n`;
}

function composeNotes(hop: Hop, body: string | undefined | null, head: string, mask: Mask): readonly string[] {
  const { failure } = hop;
  const notes: string[] = [];
  if (failure !== null) notes.push(`${failure.code}: ${mask.text(failure.message)}`);
  if (body === undefined) notes.push(`The content of the request is no text: ${hop.requestBody?.byteLength} bytes.`);
  if (`${head}${body ?? ""}`.includes("{{"))
    notes.push("What stands in {{ }} here was sent as it is; it is no variable.");
  return notes.map((note) => note.replace(/[\r\n]+/g, " "));
}

function composeResponseHead(hop: Hop, response: Response, mask: Mask): readonly string[] {
  const protocol = hop.protocol ?? "HTTP/1.1";
  return [
    `${protocol} ${response.status} ${mask.text(response.reason)}`.trimEnd(),
    ...composeFields(response.headers, mask),
  ];
}

function composeFields(fields: Hop["requestHeaders"], mask: Mask): readonly string[] {
  return fields.map(([name, value]) => `${name}: ${mask.field(name, value)}`.trimEnd());
}

function composeContent({ text }: Response, mask: Mask): string | null {
  return text === "" || text.includes("\0") || text.includes("\ufffd") ? null : mask.text(text);
}

function printBlock({ head, body, notes }: Pieces, title: string, directives: readonly string[]): string {
  const parts = [[title, ...notes.map((note) => `# ${note}`), ...directives, ...head].join("\n")];
  if (body !== null) parts.push(trimLines(body));
  return `${parts.join("\n\n")}\n`;
}

/** Whether the reader of `.http` files finds in a block what was put into it. */
function isReadBack(block: string, { head, body }: Pieces): boolean {
  const { requests } = parseHttpFile(block);
  const [request] = requests;
  if (request === undefined || requests.length > 1 || request.bodyFile !== null || request.recorded !== null)
    return false;
  const fields = request.headers.map(({ name, value }) => `${name}: ${value}`.trimEnd());
  const isHeadRead =
    fields.join("\n") === head.slice(1).join("\n") && head[0]?.startsWith(`${request.method} ${request.url}`);
  return isHeadRead === true && (request.body ?? "") === trimLines(body ?? "");
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|[\r\n]/);
}

/** A text as a `.http` file can hold it: lines end in LF, and no blank lines around it. */
function trimLines(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/^(?:[ \t]*\n)+/, "")
    .trimEnd();
}

/** The bytes as text, or undefined when they are none. */
function readText(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.includes("\0") ? undefined : text;
  } catch {
    return undefined;
  }
}
