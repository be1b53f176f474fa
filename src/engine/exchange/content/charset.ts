import type { Field } from "../message.ts";

/** Decodes content to text by the charset of its media type, else by its byte order mark, else as UTF-8; bytes that do not fit become U+FFFD. */
export function decodeText(bytes: Uint8Array, fields: readonly Field[]): string {
  const label = charsetOf(fields) ?? charsetOfMark(bytes) ?? "utf-8";
  return decoderFor(label).decode(bytes);
}

/** Decodes a field name or value: UTF-8 where the bytes are that, else ISO-8859-1 as RFC 9110 5.5 has it. */
export function decodeFieldText(bytes: Uint8Array): string {
  try {
    return strict.decode(bytes);
  } catch {
    return Buffer.from(bytes).toString("latin1");
  }
}

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function charsetOf(fields: readonly Field[]): string | undefined {
  const type = fields.find(([name]) => name.toLowerCase() === "content-type")?.[1];
  return /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(type ?? "")?.[1];
}

function charsetOfMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return undefined;
}

function decoderFor(label: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder("utf-8");
  }
}
