import type { DiagnosisDocument } from "./runDiagnose.ts";
import type { FixTruth, Place, Scenario } from "./scenario.ts";
import { fillPorts, type Ports } from "./startServers.ts";
import { causeOf } from "./vocabulary.ts";

/** How one document compares with the truth; null where the truth says nothing about it. */
export interface Comparison {
  readonly outcome: boolean;
  readonly cause: boolean;
  readonly kind: boolean;
  readonly link: boolean | null;
  readonly fix: boolean | null;
  /** A fix that is safe to replay was replayed and found to answer. */
  readonly verified: boolean | null;
}

/** Compares what was said with what is true; nothing said is nothing right. */
export function compareWithTruth(scenario: Scenario, document: DiagnosisDocument | null, ports: Ports): Comparison {
  const { truth } = scenario;
  const kind = document?.verdict.kind ?? null;
  const said = document !== null;
  const [first] = document?.fixes ?? [];
  const fix = truth.fixes?.some((wanted) => first !== undefined && achieves(first, wanted, ports)) ?? null;
  const replayable = truth.fixes?.some(({ url, method = "GET" }) => url !== undefined && method === "GET") ?? false;
  return {
    outcome: document?.outcome === truth.outcome,
    cause:
      said &&
      (kind === null ? truth.kinds.length === 0 : truth.kinds.map(causeOf).includes(document.verdict.cause ?? "")),
    kind: said && (kind === null ? truth.kinds.length === 0 : truth.kinds.includes(kind)),
    link: truth.links?.some((place) => isLinked(place, scenario, document)) ?? null,
    fix,
    verified: replayable ? (fix ?? false) && (first?.verified ?? false) : null,
  };
}

/** The 1-based line on which the text of a place stands; throws unless it is exactly one. */
export function lineOf(place: Place, scenario: Scenario): number {
  const lines = scenario.files[place.file]?.split("\n") ?? [];
  const found = lines.flatMap((line, index) => (line.includes(place.text) ? [index + 1] : []));
  const [line] = found;
  if (line === undefined || found.length > 1) {
    throw new Error(`${scenario.name}: "${place.text}" stands on ${found.length} lines of ${place.file}`);
  }
  return line;
}

function isLinked(place: Place, scenario: Scenario, document: DiagnosisDocument | null): boolean {
  const line = lineOf(place, scenario);
  return document?.links.some((link) => link.file === place.file && link.line === line) ?? false;
}

function achieves(fix: DiagnosisDocument["fixes"][number], wanted: FixTruth, ports: Ports): boolean {
  const url = wanted.url === undefined ? null : fillPorts(wanted.url, ports);
  const said = fix.request?.url ?? "";
  return (
    (wanted.kind === undefined || fix.kind === wanted.kind) &&
    (wanted.method === undefined || fix.request?.method === wanted.method) &&
    (url === null || said === url || (url.startsWith("/") && said.replace(/^[a-z]+:\/\/[^/]+/i, "") === url))
  );
}
