import type { Diagnosis, Evidence, Fix, Probe, Step, StepId } from "../../engine/model/diagnosis.ts";
import type { Location } from "../../engine/model/place.ts";
import { parseTargetUri } from "../../engine/targetUri.ts";
import type { Mask } from "../maskStrings.ts";
import { requestNode } from "../requests/requestOutline.ts";
import { adviceNodes } from "./adviceOutline.ts";
import { linkLabel } from "./annotation.ts";
import { type EarlierOutcome, earlierNode } from "./earlierOutcome.ts";
import { type HopLines, hopLines } from "./hopOutline.ts";
import { outcomeLabel, percentage } from "./outcomeLabel.ts";
import { leaf, type OutlineNode } from "./outlineNode.ts";

const stepNames: Readonly<Record<StepId, string>> = {
  capture: "Capture",
  existence: "Existence",
  identifier: "Identifier",
  routing: "Routing",
  masking: "Masking",
  comparison: "Comparison",
};

const stepIcons: Readonly<Record<Step["status"], string>> = {
  done: "pass",
  finding: "search",
  inconclusive: "question",
  skipped: "circle-slash",
};

/**
 * An investigation as a tree: the run, then its verdict, how it ended `before`, the six steps with their evidence and links, the
 * request, and every probe.
 */
export function outline(diagnosis: Diagnosis, mask: Mask, before: EarlierOutcome | null = null): OutlineNode {
  const { request, steps, probes } = diagnosis;
  const verdict = verdictNode(diagnosis, mask);
  const children = [verdict, ...(before === null ? [] : [earlierNode(before, diagnosis.outcome === "answered")])];
  children.push(...steps.map((step) => stepNode(step, diagnosis, mask)));
  children.push(requestNode(diagnosis));
  if (probes.length > 0) {
    children.push(probesNode(probes, mask));
  }
  return {
    ...leaf("run", "run", mask(`${request.method} ${shortUrl(request.url)}`), describeRun(diagnosis, before)),
    tooltip: mask(`${request.method} ${request.url}`),
    icon: runIcon(diagnosis),
    isOpen: true,
    location: request.file === null ? null : { file: request.file, line: request.line ?? 1, column: 1 },
    children,
  };
}

/** The confidence stands with the outcome: beside the sentence of the verdict there is no room for it. */
function describeRun(diagnosis: Diagnosis, before: EarlierOutcome | null): string {
  const { cause, confidence } = diagnosis.verdict;
  const isVerdict = cause !== null && diagnosis.outcome !== "answered";
  const label = outcomeLabel(diagnosis);
  const earlier = before === null || before.label === label ? "" : ` · before: ${before.label}`;
  return `${label}${isVerdict ? ` · ${percentage(confidence)}` : ""}${earlier}`;
}

/** An outline as indented text, one line a node, as a person would read the tree. */
export function outlineText(node: OutlineNode, depth = 0): string {
  const line = `${"  ".repeat(depth)}${node.label}${node.description === "" ? "" : `  ${node.description}`}`;
  return [line, ...node.children.map((child) => outlineText(child, depth + 1))].join("\n");
}

function verdictNode(diagnosis: Diagnosis, mask: Mask): OutlineNode {
  const { summary, cause, kind } = diagnosis.verdict;
  const seen = new Set(
    diagnosis.evidence
      .map((evidence) => evidence.location)
      .filter((place) => place !== null)
      .map(placeOf),
  );
  const unseen = diagnosis.links.filter((link) => !seen.has(placeOf(link)));
  return {
    ...leaf("verdict", "verdict", mask(summary), cause === null ? "" : `${cause} / ${kind}`),
    tooltip: mask(
      [summary, ...(cause === null ? [] : [`${cause} / ${kind}`]), ...diagnosis.avoid, ...diagnosis.verify].join(
        "\n\n",
      ),
    ),
    icon: "law",
    isOpen: true,
    children: [
      ...diagnosis.fixes.map((fix, position) => fixNode(fix, position, mask)),
      ...unseen.map((link, position) => linkNode(`verdict/link${position}`, link, mask(linkLabel(link)))),
      ...adviceNodes(diagnosis, mask),
    ],
  };
}

function fixNode(fix: Fix, position: number, mask: Mask): OutlineNode {
  return {
    ...leaf(`fix${position}`, "fix", mask(fix.title), fix.verified ? "verified" : ""),
    icon: isApplicable(fix) ? "lightbulb" : "info",
    location: fix.edit === null ? null : { file: fix.edit.file, line: fix.edit.line, column: 1 },
    fix: isApplicable(fix) ? position : null,
  };
}

/** Whether the editor can make the change itself: an edit of a line, or the choice of an environment. */
function isApplicable({ edit, environment }: Fix): boolean {
  return edit !== null || environment !== undefined;
}

function stepNode(step: Step, diagnosis: Diagnosis, mask: Mask): OutlineNode {
  const evidence = diagnosis.evidence.filter((item) => item.step === step.id);
  const said = new Set(evidence.map((item) => item.statement));
  // Without a miss every step was left out for the one reason that the verdict tells.
  const isMiss = diagnosis.outcome !== "answered" && diagnosis.outcome !== "unreachable";
  const findings = step.status === "skipped" && !isMiss ? [] : step.findings.filter((finding) => !said.has(finding));
  const sent = step.id === "capture" && diagnosis.exchange !== null ? hopLines(diagnosis.exchange) : [];
  return {
    ...leaf(step.id, "step", stepNames[step.id], step.status),
    icon: stepIcons[step.status],
    isOpen: step.status === "finding",
    children: [
      ...findings.map((finding, position) => ({
        ...leaf(`${step.id}/finding${position}`, "evidence", mask(finding), ""),
        icon: "note",
      })),
      ...evidence.map((item) => evidenceNode(item, diagnosis, mask)),
      ...sent.map((hop, position) => hopNode(hop, position, mask)),
    ],
  };
}

function hopNode({ label, description, details }: HopLines, position: number, mask: Mask): OutlineNode {
  const id = `capture/hop${position}`;
  return {
    ...leaf(id, "hop", mask(label), description),
    icon: "arrow-swap",
    children: details.map((detail, index) => ({ ...leaf(`${id}/${index}`, "hop", mask(detail), ""), icon: "note" })),
  };
}

function evidenceNode(evidence: Evidence, diagnosis: Diagnosis, mask: Mask): OutlineNode {
  const probe = diagnosis.probes.find((candidate) => candidate.id === evidence.probe);
  const children: OutlineNode[] = [];
  if (evidence.location !== null) {
    const place = placeOf(evidence.location);
    const link = diagnosis.links.find((candidate) => placeOf(candidate) === place);
    // A link that only repeats the sentence above it says nothing.
    const label = link === undefined || link.label === evidence.statement ? "Seen here" : linkLabel(link);
    children.push(linkNode(`${evidence.id}/link`, evidence.location, mask(label)));
  }
  if (probe !== undefined) {
    children.push(probeNode(`${evidence.id}/probe`, probe, mask));
  }
  return { ...leaf(evidence.id, "evidence", mask(evidence.statement), ""), icon: "note", isOpen: true, children };
}

function linkNode(id: string, location: Location, label: string): OutlineNode {
  return { ...leaf(id, "link", label, `${location.file}:${location.line}`), icon: "go-to-file", location };
}

function probesNode(probes: readonly Probe[], mask: Mask): OutlineNode {
  return {
    ...leaf("probes", "probes", "Probes", `${probes.length} sent`),
    icon: "beaker",
    children: probes.map((probe) => probeNode(probe.id, probe, mask)),
  };
}

function probeNode(id: string, probe: Probe, mask: Mask): OutlineNode {
  const { response, failure } = probe.exchange;
  const answer = response === null ? (failure?.code ?? "no answer") : String(response.status);
  const varied = probe.varies === "nothing" ? "replay" : probe.varies;
  return {
    ...leaf(id, "probe", `${varied}: ${answer}`, mask(`${probe.method} ${shortUrl(probe.url)}`)),
    tooltip: mask(`${probe.method} ${probe.url}\n\n${probe.why}`),
    icon: "beaker",
  };
}

function runIcon(diagnosis: Diagnosis): string {
  switch (diagnosis.outcome) {
    case "answered":
      return "pass";
    case "unreachable":
      return "debug-disconnect";
    case "refused-by-policy":
    case "not-sent":
      return "circle-slash";
    case "not-found":
    case "soft-not-found":
      return diagnosis.verdict.cause === null ? "question" : "error";
  }
}

/** The path and query, which tell requests of one host apart; the whole text when it is no absolute URL. */
function shortUrl(url: string): string {
  const target = parseTargetUri(url);
  return target === null ? url : `${target.path === "" ? "/" : target.path}${target.query}`;
}

function placeOf(location: Location): string {
  return `${location.file}:${location.line}`;
}
