import manifest from "../../../package.json" with { type: "json" };
import type { Failure } from "../model/exchange.ts";
import { type Destination, hasControl } from "./hops/target.ts";

/** One header field as it stands on the wire. */
export type Field = readonly [name: string, value: string];

/** What one hop sends, complete but for its serialisation. */
export interface Message {
  readonly method: string;
  readonly destination: Destination;
  /** In wire order, defaults included. */
  readonly fields: readonly Field[];
  /** The bytes that follow the head, or null; already framed when `Transfer-Encoding: chunked` was written. */
  readonly body: Uint8Array | null;
  /** The same without its framing. */
  readonly content: Uint8Array | null;
}

const token = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const methodsWithContent = new Set(["POST", "PUT", "PATCH"]);

/**
 * Composes a message from what the person wrote: their fields keep case, order and duplicates, and only a field
 * that is missing is added (Host in front; User-Agent, Accept, Accept-Encoding, Authorization from the URL's
 * userinfo and Content-Length behind). Refuses what cannot be put on the wire unharmed.
 */
export function composeMessage(
  method: string,
  destination: Destination,
  written: readonly Field[],
  body: Uint8Array | null,
): Message | Failure {
  const refusal = refuseMethod(method) ?? written.map(refuseField).find((found) => found !== undefined);
  if (refusal !== undefined) return refusal;
  const framing = frameBody(written, body);
  if ("code" in framing) return framing;
  const has = (name: string) => written.some(([other]) => other.toLowerCase() === name);
  const fields: Field[] = has("host") ? [...written] : [["Host", destination.origin.authority], ...written];
  if (!has("user-agent")) fields.push(["User-Agent", `diagnose-404/${manifest.version}`]);
  if (!has("accept")) fields.push(["Accept", "*/*"]);
  if (!has("accept-encoding")) fields.push(["Accept-Encoding", "gzip, deflate, br, zstd"]);
  const { userinfo } = destination;
  if (userinfo !== null && !has("authorization")) {
    const pair = Buffer.from(`${userinfo.user}:${userinfo.password}`, "utf8").toString("base64");
    fields.push(["Authorization", `Basic ${pair}`]);
  }
  const length = framing.body?.byteLength ?? 0;
  const isLengthKnown = has("content-length") || has("transfer-encoding");
  if (!isLengthKnown && (length > 0 || methodsWithContent.has(method))) fields.push(["Content-Length", `${length}`]);
  return { method, destination, fields, body: framing.body, content: body };
}

/** The request line, with another target where one is given, and the header section as bytes; field values go out as UTF-8, as they stand in the file. */
export function serializeHead(message: Message, target = message.destination.target): Buffer {
  let head = `${message.method} ${target} HTTP/1.1\r\n`;
  for (const [name, value] of message.fields) head += `${name}: ${value}\r\n`;
  return Buffer.from(`${head}\r\n`, "utf8");
}

function refuseMethod(method: string): Failure | undefined {
  if (!token.test(method)) return invalid("The method holds a character that HTTP does not allow; correct it.");
  if (method.toUpperCase() === "CONNECT")
    return invalid("CONNECT opens a tunnel and cannot be replayed; use another method.");
  return undefined;
}

function refuseField([name, value]: Field): Failure | undefined {
  if (!token.test(name)) return invalid("A header name holds a character that HTTP does not allow; correct it.");
  if (hasControl(value.replaceAll("\t", " ")))
    return invalid(`The value of ${name} holds a control character; remove it.`);
  if (!value.isWellFormed())
    return invalid(`The value of ${name} holds half of a character pair; retype that character.`);
  if (name.toLowerCase() === "expect")
    return invalid("Expect cannot be replayed, the content is sent at once; remove it.");
  return undefined;
}

function frameBody(written: readonly Field[], body: Uint8Array | null): { body: Uint8Array | null } | Failure {
  const length = body?.byteLength ?? 0;
  const codings = valuesOf(written, "transfer-encoding");
  const lengths = valuesOf(written, "content-length");
  if (codings.length > 0) {
    if (lengths.length > 0) return invalid("Content-Length and Transfer-Encoding exclude each other; remove one.");
    if (codings.length > 1 || codings[0]?.toLowerCase() !== "chunked") {
      return invalid("Only chunked can be replayed as Transfer-Encoding; remove the field.");
    }
    return { body: chunk(body) };
  }
  if (lengths.some((value) => value !== `${length}`)) {
    return invalid(`Content-Length says ${lengths.join(", ")} and the body has ${length} bytes; remove the field.`);
  }
  return { body: length === 0 ? null : body };
}

function chunk(body: Uint8Array | null): Uint8Array {
  if (body === null || body.byteLength === 0) return Buffer.from("0\r\n\r\n");
  return Buffer.concat([Buffer.from(`${body.byteLength.toString(16)}\r\n`), body, Buffer.from("\r\n0\r\n\r\n")]);
}

function valuesOf(fields: readonly Field[], wanted: string): readonly string[] {
  return fields.filter(([name]) => name.toLowerCase() === wanted).map(([, value]) => value.trim());
}

function invalid(message: string): Failure {
  return { code: "invalid-request", message };
}
