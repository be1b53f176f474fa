import type { Diagnosis } from "../../model/diagnosis.ts";
import type { Exchange, Hop, Response } from "../../model/exchange.ts";

/** What all kept diagnoses may hold of contents, in bytes, and what each content of an older one is cut to when it is more. */
export interface ContentBudget {
  readonly bytes: number;
  readonly cutTo: number;
}

/** Enough for the twelve probes of one diagnosis that all met the limit, and for any number of usual ones. */
const usualBudget: ContentBudget = { bytes: 64_000_000, cutTo: 65_536 };

/**
 * Diagnoses, the newest first, whose contents come to no more than the budget: the newest stays as it is, and from the one on that
 * does not fit any more contents are cut and marked so. Those that stay whole are the same objects.
 */
export function keepWithin(
  diagnoses: readonly Diagnosis[],
  { bytes, cutTo }: ContentBudget = usualBudget,
): readonly Diagnosis[] {
  let left = bytes;
  return diagnoses.map((diagnosis, age) => {
    left -= sizeOf(diagnosis);
    return age === 0 || left >= 0 ? diagnosis : cutDiagnosis(diagnosis, cutTo);
  });
}

/** What was received, and its text, in bytes. */
function sizeOf({ probes }: Diagnosis): number {
  const responses = probes.flatMap(({ exchange }) => exchange.hops.map(({ response }) => response));
  return responses.reduce((sum, response) => sum + (response?.body.byteLength ?? 0) + (response?.text.length ?? 0), 0);
}

function cutDiagnosis(diagnosis: Diagnosis, most: number): Diagnosis {
  const cut = new Map(diagnosis.probes.map(({ exchange }) => [exchange, cutExchange(exchange, most)]));
  if ([...cut].every(([before, after]) => before === after)) return diagnosis;
  const { exchange } = diagnosis;
  return {
    ...diagnosis,
    exchange: exchange && (cut.get(exchange) ?? cutExchange(exchange, most)),
    probes: diagnosis.probes.map((probe) => ({ ...probe, exchange: cut.get(probe.exchange) ?? probe.exchange })),
  };
}

function cutExchange(exchange: Exchange, most: number): Exchange {
  const hops = exchange.hops.map((hop): Hop => {
    const response = hop.response && cutResponse(hop.response, most);
    return response === hop.response ? hop : { ...hop, response };
  });
  if (hops.every((hop, index) => hop === exchange.hops[index])) return exchange;
  return { ...exchange, hops, response: exchange.response && (hops.at(-1)?.response ?? null) };
}

/** Copies what is kept, because a part of a buffer or of a string holds the whole of it in memory. */
function cutResponse(response: Response, most: number): Response {
  const { body, text } = response;
  if (body.byteLength <= most && text.length <= most) return response;
  const kept = Buffer.from(text.slice(0, most).toWellFormed(), "utf8").toString("utf8");
  return { ...response, body: body.slice(0, most), text: kept, truncated: true };
}
