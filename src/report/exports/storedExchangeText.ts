import type { StoredExchange } from "../../engine/exchange/history/storedExchange.ts";

/**
 * A stored exchange as a person reads it: each hop's request as it was sent and beneath it what came back, with the times in a
 * comment above. What was stored is masked already; lines end in LF.
 */
export function storedExchangeText({ subject, hops }: StoredExchange): string {
  const title = subject === null ? [] : [`# ${oneLine(subject.outcome)}`];
  const blocks = hops.map((hop, index) => composeBlock(hop, index, hops.length));
  return `${[...title, ...blocks].join("\n\n")}\n`;
}

type StoredHop = StoredExchange["hops"][number];

function composeBlock(hop: StoredHop, index: number, count: number): string {
  const place = count === 1 ? "" : `Hop ${index + 1} of ${count}, `;
  const ms = hop.ms < 10 ? hop.ms.toFixed(1) : String(Math.round(hop.ms));
  const head = [`# ${place}${new Date(hop.startedAt).toISOString()}, ${ms} ms`, `${hop.method} ${hop.url}`];
  const parts = [[...head, ...fieldLines(hop.requestHeaders)].join("\n")];
  if (hop.requestText !== null) parts.push(hop.requestText);
  if (hop.response !== null) parts.push(...composeResponse(hop.response));
  if (hop.failure !== null) parts.push(`# ${hop.failure.code}: ${oneLine(hop.failure.message)}`);
  return parts.map((part) => part.replace(/\r\n?/g, "\n").trimEnd()).join("\n\n");
}

function composeResponse(response: NonNullable<StoredHop["response"]>): readonly string[] {
  const { status, reason, headers, text, size, truncated } = response;
  const head = [`HTTP/1.1 ${status} ${reason}`.trimEnd(), ...fieldLines(headers)].join("\n");
  if (text === null) return [head, `# ${size} bytes that are no text`];
  return [head, ...(text === "" ? [] : [text]), ...(truncated ? [`# cut; ${size} bytes were on the wire`] : [])];
}

function fieldLines(fields: readonly (readonly [string, string])[]): readonly string[] {
  return fields.map(([name, value]) => `${name}: ${value}`.trimEnd());
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}
