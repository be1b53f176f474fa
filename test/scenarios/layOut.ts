import type { Result } from "./runScenario.ts";
import type { Totals } from "./totals.ts";
import { causeOf } from "./vocabulary.ts";

/** The results as a table: one line a scenario, `+` right, `-` wrong, blank where the truth says nothing. */
export function layOutResults(results: readonly Result[]): string {
  const width = Math.max(...results.map(({ scenario }) => scenario.name.length));
  const head = `${"scenario".padEnd(width)}  out cause kind link fix ver  conf probes    ms  said`;
  const lines = results.map(({ scenario, run, comparison: c, conduct }) => {
    const marks = [c.outcome, c.cause, c.kind, c.link, c.fix, c.verified].map(mark);
    const confidence = run.document?.verdict.confidence.toFixed(2) ?? "    ";
    const alarms = conduct.unsafe.length + conduct.credentialsElsewhere.length > 0 ? "  UNSAFE" : "";
    return `${scenario.name.padEnd(width)}   ${marks.join("    ")}  ${confidence} ${String(run.document?.probes.length ?? "").padStart(6)} ${String(run.ms).padStart(5)}  ${run.document?.verdict.kind ?? "-"}${alarms}`;
  });
  return [head, ...lines].join("\n");
}

/** The totals and the reliability table. */
export function layOutTotals(totals: Totals): string {
  const rates = (["outcome", "cause", "kind", "link", "fix", "verified"] as const).map(
    (name) => `${name.padEnd(22)} ${totals[name].toFixed(3)}`,
  );
  const bins = totals.bins.map(
    (bin) =>
      `  ${bin.from.toFixed(2)}-${bin.to.toFixed(2)}  ${String(bin.count).padStart(5)}  ${bin.confidence.toFixed(3)}  ${bin.right.toFixed(3)}`,
  );
  return [
    `${"scenarios".padEnd(22)} ${totals.scenarios}`,
    ...rates,
    `${"probes median, max".padEnd(22)} ${totals.probes.median}, ${totals.probes.max}`,
    `${"ms median, max".padEnd(22)} ${totals.ms.median}, ${totals.ms.max}`,
    `${"unsafe requests".padEnd(22)} ${totals.unsafe}`,
    `${"credentials elsewhere".padEnd(22)} ${totals.credentialsElsewhere}`,
    `${"unlisted requests".padEnd(22)} ${totals.unlisted}`,
    `${"calibration error".padEnd(22)} ${totals.calibrationError.toFixed(3)}`,
    "  confidence count   said  right",
    ...bins,
  ].join("\n");
}

/** Each result that differs from the truth: what was expected, what was said, and the sentence shown to the person. */
export function layOutFailures(results: readonly Result[]): string {
  return results
    .filter((result) => findFaults(result).length > 0)
    .map(layOutFailure)
    .join("\n");
}

/** What is wrong with one result, a word each; none when it is as the truth says. */
export function findFaults({ comparison, conduct }: Result): readonly string[] {
  const wrong = Object.entries(comparison).filter(([, value]) => value === false);
  return [
    ...wrong.map(([name]) => name),
    ...(conduct.unsafe.length > 0 ? ["unsafe"] : []),
    ...(conduct.credentialsElsewhere.length > 0 ? ["credentials"] : []),
    ...(conduct.unlisted.length > 0 ? ["unlisted"] : []),
  ];
}

function layOutFailure(result: Result): string {
  const { scenario, run, conduct } = result;
  const { truth } = scenario;
  const document = run.document;
  const expected = truth.kinds.map((kind) => `${causeOf(kind)}/${kind}`).join(" or ") || "no verdict";
  const verdict =
    document === null ? run.complaint : `${document.outcome} ${document.verdict.cause}/${document.verdict.kind}`;
  const lines = [
    `\n${scenario.name}: ${findFaults(result).join(", ")}`,
    `  expected ${truth.outcome} ${expected}; got ${verdict}`,
    `  said     ${document?.verdict.summary}`,
    `  ranked   ${document?.causes
      .slice(0, 4)
      .map((cause) => `${cause.kind} ${cause.confidence.toFixed(2)}`)
      .join(", ")}`,
    `  links    wanted ${JSON.stringify(truth.links?.map((place) => `${place.file}: ${place.text}`))}; got ${document?.links.map((link) => `${link.role} ${link.file}:${link.line}`).join(", ")}`,
    `  fixes    wanted ${JSON.stringify(truth.fixes)}; got ${document?.fixes
      .slice(0, 2)
      .map(
        (fix) => `${fix.kind} ${fix.request?.method} ${fix.request?.url} ${fix.verified ? "verified" : "unverified"}`,
      )
      .join("; ")}`,
    `  probes   ${document?.probes.map((probe) => `${probe.varies}:${probe.method} ${probe.url.replace(/^[a-z]+:\/\/[^/]+/, "")} ${probe.status}`).join(", ")}`,
    ...[...conduct.unsafe, ...conduct.credentialsElsewhere, ...conduct.unlisted].map((one) => `  conduct  ${one}`),
  ];
  return lines.join("\n");
}

function mark(value: boolean | null): string {
  return value === null ? " " : value ? "+" : "-";
}
