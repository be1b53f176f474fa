import { describeHopChange, type HopChange } from "../../engine/exchange/hops/hopChanges.ts";
import type {
  Coordinate,
  Diagnosis,
  Evidence,
  Fix,
  Link,
  Lookup,
  Outcome,
  Probe,
  RankedCause,
  Responder,
  Step,
  Verdict,
} from "../../engine/model/diagnosis.ts";
import type { Exchange, Failure, Hop, Timings } from "../../engine/model/exchange.ts";
import type { Location } from "../../engine/model/place.ts";
import { type Mask, maskStrings } from "../maskStrings.ts";
import { sayNote } from "./hopWords.ts";

/** One redirect: its status, the URLs it leads from and to, what it dropped or changed on the way, and its times in ms. */
interface HopDocument {
  readonly status: number;
  readonly from: string;
  readonly to: string;
  readonly method: string;
  readonly changes: readonly HopChange[];
  readonly ms: number;
  readonly timings: Timings | null;
  readonly notes: readonly string[];
}

/** The replayed request's last response; `hops` are the redirects before it, `timings` and `notes` are of the last hop, times are ms. */
interface ResponseDocument {
  readonly status: number;
  readonly reason: string;
  readonly hops: readonly HopDocument[];
  readonly ms: number;
  readonly timings: Timings | null;
  readonly notes: readonly string[];
}

/** One probe as published; `status` is null when no response came, and `failure` then says why. */
export interface ProbeDocument {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly varies: Coordinate;
  readonly why: string;
  /** The redirects that were followed on the way. */
  readonly hops: readonly HopDocument[];
  readonly status: number | null;
  readonly failure: Failure | null;
  readonly ms: number;
}

/** One observation as published, without its weights. */
interface EvidenceDocument {
  readonly id: string;
  readonly step: string;
  readonly statement: string;
  readonly probe: string | null;
  readonly location: Location | null;
}

/** A finished investigation as public JSON, schema `diagnose-404/diagnosis@1`; it holds no headers and no bodies. */
export interface DiagnosisDocument {
  readonly schema: "diagnose-404/diagnosis@1";
  readonly outcome: Outcome;
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly name: string | null;
    readonly file: string | null;
    readonly line: number | null;
    readonly environment: string | null;
  };
  readonly response: ResponseDocument | null;
  readonly failure: Failure | null;
  readonly lookup: Lookup;
  readonly responder: Responder | null;
  readonly verdict: Verdict;
  readonly causes: readonly RankedCause[];
  readonly steps: readonly Step[];
  readonly evidence: readonly EvidenceDocument[];
  readonly probes: readonly ProbeDocument[];
  readonly links: readonly Link[];
  readonly fixes: readonly Fix[];
  readonly avoid: readonly string[];
  readonly verify: readonly string[];
}

/** The public JSON of a diagnosis, every string masked; what it leaves out (headers, bodies, weights) is no part of the contract. */
export function diagnosisJson(diagnosis: Diagnosis, mask: Mask): DiagnosisDocument {
  const { request, exchange } = diagnosis;
  return maskStrings<DiagnosisDocument>(
    {
      schema: "diagnose-404/diagnosis@1",
      outcome: diagnosis.outcome,
      request: {
        method: request.method,
        url: request.url,
        name: request.name,
        file: request.file,
        line: request.line,
        environment: request.environment,
      },
      response: exchange && responseDocument(exchange),
      failure: exchange?.failure ?? null,
      lookup: lookupDocument(diagnosis.lookup),
      responder: diagnosis.responder,
      verdict: diagnosis.verdict,
      causes: diagnosis.causes,
      steps: diagnosis.steps,
      evidence: diagnosis.evidence.map(evidenceDocument),
      probes: diagnosis.probes.map(probeDocument),
      links: diagnosis.links.map(linkDocument),
      fixes: diagnosis.fixes,
      avoid: diagnosis.avoid,
      verify: diagnosis.verify,
    },
    mask,
  );
}

/** A redirect that was not followed has no response as a whole, yet its last hop has one: that is what was seen. */
function responseDocument({ hops, response, ms }: Exchange): ResponseDocument | null {
  const seen = response ?? hops.at(-1)?.response;
  if (!seen) {
    return null;
  }
  return {
    status: seen.status,
    reason: seen.reason,
    hops: hopDocuments(hops),
    ms: roundMs(ms),
    timings: timingsDocument(hops.at(-1)),
    notes: notesDocument(hops.at(-1)),
  };
}

function hopDocuments(hops: readonly Hop[]): readonly HopDocument[] {
  return hops.slice(0, -1).map((hop, index) => {
    const next = hops[index + 1] ?? hop;
    return {
      status: hop.response?.status ?? 0,
      from: hop.url,
      to: next.url,
      method: hop.method,
      changes: describeHopChange(hop, next),
      ms: roundMs(hop.ms),
      timings: timingsDocument(hop),
      notes: notesDocument(hop),
    };
  });
}

function timingsDocument(hop: Hop | undefined): Timings | null {
  if (hop?.timings === undefined) {
    return null;
  }
  const { dns, connect, tls, sent, firstByte, content } = hop.timings;
  const round = (ms: number | null) => (ms === null ? null : roundMs(ms));
  return {
    dns: round(dns),
    connect: round(connect),
    tls: round(tls),
    sent: round(sent),
    firstByte: round(firstByte),
    content: round(content),
  };
}

function notesDocument(hop: Hop | undefined): readonly string[] {
  return (hop?.notes ?? []).map(sayNote);
}

function lookupDocument(lookup: Lookup): Lookup {
  return { ...lookup, identifiers: lookup.identifiers.map(({ name, value, from }) => ({ name, value, from })) };
}

function evidenceDocument(evidence: Evidence): EvidenceDocument {
  const { id, step, statement, probe, location } = evidence;
  return { id, step, statement, probe, location: location && place(location) };
}

function probeDocument(probe: Probe): ProbeDocument {
  return {
    id: probe.id,
    method: probe.method,
    url: sentUrl(probe),
    varies: probe.varies,
    why: probe.why,
    hops: hopDocuments(probe.exchange.hops),
    status: (probe.exchange.response ?? probe.exchange.hops.at(-1)?.response)?.status ?? null,
    failure: probe.exchange.failure,
    ms: roundMs(probe.exchange.ms),
  };
}

/** The URL as it stood on the wire, which is percent-encoded where the one asked was not. */
function sentUrl({ url, exchange }: Probe): string {
  const first = exchange.hops[0];
  const origin = /^[a-z]+:\/\/[^/?#]*/i.exec(url)?.[0];
  return first?.target?.startsWith("/") && origin !== undefined ? `${origin}${first.target}` : url;
}

function linkDocument(link: Link): Link {
  return { role: link.role, ...place(link), label: link.label };
}

function place({ file, line, column }: Location): Location {
  return { file, line, column };
}

function roundMs(ms: number): number {
  return Math.round(ms * 10) / 10;
}
