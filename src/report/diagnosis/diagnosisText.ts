import type { Fix, Outcome, Step } from "../../engine/model/diagnosis.ts";
import type { Timings } from "../../engine/model/exchange.ts";
import { alignColumns, hang, type Paint, placeText, printable, type TextView } from "../terminalText.ts";
import type { DiagnosisDocument, ProbeDocument } from "./diagnosisJson.ts";
import { sayChange, sayMs, sayTimings } from "./hopWords.ts";
import { percentage } from "./outcomeLabel.ts";

/** A diagnosis as a report that a person reads in a terminal, verdict first; it ends with a line feed. */
export function diagnosisText(diagnosis: DiagnosisDocument, view: TextView): string {
  const sections = [
    verdictSection(diagnosis, view),
    requestSection(diagnosis, view),
    becauseSection(diagnosis, view),
    ...(diagnosis.outcome === "answered" ? [] : [stepsSection(diagnosis, view), probesSection(diagnosis, view)]),
    linksSection(diagnosis, view),
    fixesSection(diagnosis, view),
    listSection("What to avoid", diagnosis.avoid, view),
    listSection("How to verify", diagnosis.verify, view),
  ];
  return `${sections.filter((section) => section !== "").join("\n\n")}\n`;
}

function verdictSection({ verdict, outcome, causes }: DiagnosisDocument, view: TextView): string {
  const { paint, width } = view;
  const lines = [paintOutcome(hang("", verdict.summary, width), outcome, paint)];
  if (verdict.cause !== null && verdict.kind !== null) {
    const sure = `${verdict.cause} / ${verdict.kind}, confidence ${percentage(verdict.confidence)}`;
    const others = causes.slice(1, 3).map((other) => `${other.cause} / ${other.kind} ${percentage(other.confidence)}`);
    lines.push(sure);
    if (others.length > 0) {
      lines.push(paint.faint(hang("", `Also possible: ${others.join(", ")}`, width)));
    }
  } else if (outcome === "not-found" || outcome === "soft-not-found") {
    lines.push("inconclusive: the evidence does not decide between causes");
  }
  return lines.join("\n");
}

function requestSection(diagnosis: DiagnosisDocument, view: TextView): string {
  const { request, response, failure, responder } = diagnosis;
  const where = [
    request.name,
    request.file === null ? null : `${request.file}${request.line === null ? "" : `:${request.line}`}`,
    request.environment === null ? null : `environment ${request.environment}`,
  ].filter((part) => part !== null);
  const rows: [string, string][] = [["Request", `${request.method} ${request.url}`]];
  if (where.length > 0) {
    rows.push(["From", where.join(", ")]);
  }
  for (const hop of response?.hops ?? []) {
    rows.push(["Redirect", `${hop.status} from ${hop.from} to ${hop.to}`]);
    rows.push(...hop.changes.map((change): [string, string] => ["", sayChange(change)]), ...timingRows(hop));
  }
  if (response) {
    rows.push(["Answer", `${response.status} ${response.reason} after ${sayMs(response.ms)}`]);
    rows.push(...timingRows(response), ...response.notes.map((note): [string, string] => ["", note]));
  }
  if (failure) {
    rows.push(["Failure", `${failure.code}: ${failure.message}`]);
  }
  if (!response && !failure) {
    rows.push(["Answer", "none: nothing was sent"]);
  }
  if (responder && responder.layer !== "unknown") {
    rows.push(["Answered by", `${responder.name} (${responder.layer}), ${responder.because}`]);
  }
  return rows.map(([label, text]) => hang(`${label.padEnd(12)}`, text, view.width)).join("\n");
}

function timingRows({ timings }: { readonly timings: Timings | null }): readonly [string, string][] {
  const said = timings === null ? "" : sayTimings(timings);
  return said === "" ? [] : [["", said]];
}

function becauseSection(diagnosis: DiagnosisDocument, view: TextView): string {
  const cited = new Set(diagnosis.verdict.cause === null ? [] : diagnosis.causes[0]?.evidence);
  const lines = diagnosis.evidence
    .filter((evidence) => cited.has(evidence.id))
    .map(({ statement, probe, location }) => {
      const seen = [location && placeText(location), probe].filter((part) => part !== null);
      return hang("  - ", seen.length > 0 ? `${statement} (${seen.join(", ")})` : statement, view.width);
    });
  return section("Because", lines, view);
}

function stepsSection({ steps }: DiagnosisDocument, view: TextView): string {
  const lines = steps.flatMap((step) => {
    const findings = step.findings.length > 0 ? step.findings : [step.status];
    const lead = `  ${stepMark(step.status, view.paint)} ${step.id.padEnd(12)}`;
    const leadWidth = 4 + 12;
    return findings.map((finding, index) =>
      hang(index === 0 ? lead : " ".repeat(leadWidth), finding, view.width, leadWidth),
    );
  });
  return section("Steps", lines, view);
}

function probesSection({ probes }: DiagnosisDocument, view: TextView): string {
  const rows = alignColumns(
    probes.map((probe) => [probe.id, probe.method, probe.varies, probeAnswer(probe), sayMs(probe.ms), probe.url]),
  );
  const lines = rows.map((cells, index) => {
    const painted = cells.map((cell, column) =>
      column === 3 ? paintStatus(cell, probes[index]?.status ?? null, view.paint) : cell,
    );
    return `  ${painted.join("  ")}`;
  });
  return section("Probes, each with one coordinate changed", lines, view);
}

function linksSection({ links }: DiagnosisDocument, view: TextView): string {
  const rows = alignColumns(links.map((link) => [link.role.replaceAll("-", " "), placeText(link), link.label]));
  return section(
    "Where to look",
    rows.map((cells) => `  ${cells.join("  ")}`.trimEnd()),
    view,
  );
}

function fixesSection({ fixes }: DiagnosisDocument, view: TextView): string {
  return section(
    "Fixes",
    fixes.flatMap((fix) => fixLines(fix, view)),
    view,
  );
}

function fixLines(fix: Fix, { paint, width }: TextView): readonly string[] {
  const mark = fix.verified ? paint.good("✓") : "-";
  // What a person has to find out or to wait for was not there to be verified.
  const isEdit = fix.kind !== "ask" && fix.kind !== "wait";
  const state = fix.verified ? ", verified: replayed, no 404" : isEdit ? ", not verified" : "";
  const lines = [hang(`  ${mark} `, `${fix.title} (${percentage(fix.confidence)}${state})`, width, 4)];
  if (fix.edit) {
    lines.push(`    ${fix.edit.file}:${fix.edit.line}: ${printable(fix.edit.newText)}`);
  } else if (fix.request) {
    lines.push(`    ${printable(`${fix.request.method} ${fix.request.url}`)}`);
  }
  return lines;
}

function listSection(title: string, items: readonly string[], view: TextView): string {
  return section(
    title,
    items.map((item) => hang("  - ", item, view.width)),
    view,
  );
}

function section(title: string, lines: readonly string[], { paint }: TextView): string {
  return lines.length === 0 ? "" : [paint.strong(title), ...lines].join("\n");
}

function stepMark(status: Step["status"], paint: Paint): string {
  const marks: Readonly<Record<Step["status"], string>> = {
    done: paint.good("✓"),
    finding: paint.warn("!"),
    inconclusive: paint.warn("?"),
    skipped: paint.faint("-"),
  };
  return marks[status];
}

function paintOutcome(text: string, outcome: Outcome, paint: Paint): string {
  const lines = text.split("\n");
  return lines.map((line) => (outcome === "answered" ? paint.good(line) : paint.bad(line))).join("\n");
}

function paintStatus(text: string, status: number | null, paint: Paint): string {
  if (status === null) {
    return paint.warn(text);
  }
  return status < 400 ? paint.good(text) : paint.bad(text);
}

function probeAnswer(probe: ProbeDocument): string {
  return probe.status === null ? (probe.failure?.code ?? "no answer") : String(probe.status);
}
