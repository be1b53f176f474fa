import { compareSegments } from "../../../routes/match/segmentLikeness.ts";
import { isCredentialField } from "../../../secrets.ts";
import { joinPath, parseTargetUri, splitPath } from "../../../targetUri.ts";
import { shapeOf } from "../../identifiers/identifiers.ts";
import { beginWith, nameRecord } from "../../identifiers/lookedUp.ts";
import { findNamedIdentifiers, findNamedPaths } from "../../identifiers/successors.ts";
import { type Experiment, type Known, resultsOf } from "../../known.ts";
import { isAlike } from "../../responses/answers.ts";
import type { CauseKind } from "../../verdict/causes.ts";
import type { RuleId } from "../../verdict/weights/index.ts";
import { askOtherPath } from "../otherPath.ts";
import { asSafe, varyPath } from "../vary.ts";

/** Probes of paths that the investigation itself has seen: those of sibling requests, of answers, and of redirects on the way. */
export function planKnownPaths(known: Known): readonly Experiment[] {
  return [...planMisspellings(known), ...planRedirected(known), ...planUnbroken(known), ...planSuccessors(known)];
}

const mostMisspellings = 2;
const mostLinks = 200;

const likenesses: Readonly<Record<string, { readonly tests: CauseKind; readonly answers: RuleId }>> = {
  typo: { tests: "route-drift/path-typo", answers: "typo-answers" },
  plural: { tests: "route-drift/path-typo", answers: "typo-answers" },
  case: { tests: "route-drift/case", answers: "case-answers" },
};

/** How one spelling is like another; two names that differ in a number are two things, of which neither is misspelt. */
function findLikeness(word: string, written: string): (typeof likenesses)[string] | undefined {
  const [one, other] = [word, written].map((text) => text.replace(/\d+/g, "0"));
  return word !== written && one === other ? undefined : likenesses[compareSegments(word, written, true)?.what ?? ""];
}

/** The path with one word spelt as a path spells it that was seen elsewhere: in a sibling request or in an answer. */
function planMisspellings(known: Known): readonly Experiment[] {
  const { segments } = known.target;
  const seen = new Map<string, Experiment>();
  for (const path of [...siblingPaths(known), ...linkedPaths(known)]) {
    const other = splitPath(path);
    const differing = segments.flatMap((segment, index) => (segment === other[index] ? [] : [index]));
    const likenessAt = (at: number) => findLikeness(other[at] ?? "", segments[at] ?? "");
    const [index, ...more] = differing.filter((at) => shapeOf(segments[at] ?? "") === null && likenessAt(at));
    const word = index === undefined ? undefined : other[index];
    if (other.length !== segments.length || index === undefined || word === undefined || more.length > 0) {
      continue;
    }
    const likeness = likenessAt(index);
    if (differing.length <= 2 && likeness) {
      const corrected = joinPath(segments.with(index, word));
      seen.set(corrected, planMisspelling(known, corrected, segments[index] ?? "", word, likeness));
    }
  }
  return [...[...seen.values()].slice(0, mostMisspellings), ...planWords(known)];
}

/** A server that compares paths by hand has no routes to read, but its words stand in its source. */
function planWords(known: Known): readonly Experiment[] {
  const words = new Set(known.clues.filter(({ kind }) => kind === "path-word").map(({ value }) => value));
  if (known.match.matched || known.match.near.length > 0) {
    return [];
  }
  const spellings = known.target.segments.flatMap((segment, index) => {
    if (words.has(segment) || shapeOf(segment) !== null) {
      return [];
    }
    return [...words].flatMap((word) => {
      const likeness = findLikeness(word, segment);
      const path = joinPath(known.target.segments.with(index, word));
      return likeness ? [planMisspelling(known, path, segment, word, likeness)] : [];
    });
  });
  return spellings.slice(0, mostMisspellings);
}

function planMisspelling(
  known: Known,
  path: string,
  written: string,
  word: string,
  likeness: { readonly tests: CauseKind; readonly answers: RuleId },
): Experiment {
  return askOtherPath(known, {
    id: `spelling:${path}`,
    path,
    varies: likeness.tests === "route-drift/case" ? "case" : "path",
    why: `"${word}" is how a path spells it that was seen elsewhere`,
    tests: [likeness.tests],
    value: 1.2,
    answers: likeness.answers,
    claim: `The path says "${written}" where the service says "${word}"`,
    shown: `: only "${written}" was changed into "${word}"`,
  });
}

function siblingPaths(known: Known): readonly string[] {
  return known.siblings
    .map((sibling) => parseTargetUri(sibling.url))
    .filter((target) => target?.origin === known.target.origin)
    .map((target) => target?.path ?? "");
}

/** The paths of this origin that the answers so far mention. */
function linkedPaths(known: Known): readonly string[] {
  const answers = [known.replay, ...known.results.map((result) => result.probe)];
  const links = answers.flatMap((probe) => {
    const text = probe?.exchange.response?.text.slice(0, 65_536) ?? "";
    return [...text.matchAll(/"(?:https?:\/\/[^"/\s]+)?(\/[\w./~%-]+)"/g)].map(([, path]) => path ?? "");
  });
  return links.slice(0, mostLinks);
}

/** Where a related path was redirected to another name, the failing path under that name. */
function planRedirected(known: Known): readonly Experiment[] {
  for (const { probe } of known.results) {
    const from = parseTargetUri(probe.url);
    const to = parseTargetUri(probe.exchange.hops.at(-1)?.url ?? probe.url);
    const isRenamed =
      from && to && from.origin === to.origin && from.path !== to.path && probe.exchange.hops.length > 1;
    if (!isRenamed || !known.target.path.startsWith(`${from.path}/`)) {
      continue;
    }
    const path = `${to.path.replace(/\/$/, "")}${known.target.path.slice(from.path.length)}`;
    return [
      askOtherPath(known, {
        id: `redirected:${path}`,
        path,
        varies: "path",
        why: `${from.path} is redirected to ${to.path}`,
        tests: ["route-drift/path-moved"],
        value: 1.6,
        answers: "redirected-answers",
        claim: `${from.path} has moved to ${to.path}, as its own redirect says`,
        shown: `: ${from.path} is redirected to ${to.path}`,
      }),
    ];
  }
  return [];
}

/** What the answer names as the successor: a path or URL of this origin, or the identifier that took this one's place. */
function planSuccessors(known: Known): readonly Experiment[] {
  const named = (known.facts?.tombstones ?? []).filter(({ kind }) => kind === "merged" || kind === "moved");
  const linked = (known.facts?.links ?? []).filter(({ rel }) =>
    /^(successor-version|canonical|latest-version)$/.test(rel),
  );
  const values = [
    ...named.map(({ value }) => value),
    ...linked.map(({ target }) => target),
    ...listNamedIdentifiers(known),
    ...listNamedPaths(known),
  ];
  return [...new Set(values)].slice(0, 2).flatMap((value) => planSuccessor(known, value));
}

/** The other identifiers that the failing answer names; of what every miss names, only the control tells. */
function listNamedIdentifiers(known: Known): readonly string[] {
  const identifier = known.identifiers.at(-1);
  const control = resultsOf(known, "control-identifier")[0]?.probe.exchange.response?.text ?? "";
  const text = known.replay?.exchange.response?.text ?? "";
  return identifier ? findNamedIdentifiers(text, identifier, control) : [];
}

/** The other paths of the collection that the failing answer names and the one for an unknown identifier does not. */
function listNamedPaths(known: Known): readonly string[] {
  const identifier = known.identifiers.at(-1);
  const control = resultsOf(known, "control-identifier")[0]?.probe;
  const text = known.replay?.exchange.response?.text ?? "";
  if (!identifier || !control?.exchange.response || !known.replay || isAlike(known.replay, control)) {
    return [];
  }
  const collection = joinPath(known.target.segments.slice(0, identifier.segment)).replace(/\/$/, "");
  return findNamedPaths(text, collection, known.target.path, control.exchange.response.text);
}

function planSuccessor(known: Known, value: string): readonly Experiment[] {
  const identifier = known.identifiers.at(-1);
  const absolute = parseTargetUri(value);
  const isElsewhere = absolute !== null && absolute.origin !== known.target.origin;
  const path = absolute?.path ?? (value.startsWith("/") ? value : null);
  if (isElsewhere || (path === null && (!identifier || /\s/.test(value)))) {
    return [];
  }
  const successor = path ?? joinPath(known.target.segments.with(identifier?.segment ?? 0, encodeURIComponent(value)));
  return [
    {
      id: `successor:${successor}`,
      role: "variant",
      varies: "identifier",
      why: "the successor that the answer names",
      request: varyPath(asSafe(known.request), successor),
      tests: ["lifecycle/merged", "lifecycle/deleted", "stale-identifier/unknown-id"],
      value: 1.6,
      reading: {
        step: "existence",
        answers: "successor-answers",
        misses: null,
        claim: (status) =>
          `${beginWith(nameRecord(known))} was merged or moved: the answer names its successor, and ${successor} answers ${status}.`,
        statement: (status) => `The successor ${successor} answers ${status}.`,
      },
    },
  ];
}

/** The path as it was asked, at the origin that a redirect led to: what the redirect would have reached had it kept the path. */
function planUnbroken(known: Known): readonly Experiment[] {
  const last = parseTargetUri(known.replay?.exchange.hops.at(-1)?.url ?? "");
  const { path, query, origin } = known.target;
  if (!last || last.origin === origin || last.path === path) {
    return [];
  }
  const headers = known.request.headers.filter(([name]) => !isCredentialField(name) && name.toLowerCase() !== "host");
  const url = `${last.origin}${path}${query}`;
  return [
    {
      id: "unbroken",
      role: "variant",
      varies: "path",
      why: "the path as it was asked, where the redirect leads to",
      request: { ...asSafe(known.request), url, headers },
      tests: ["rewrite-mismatch/redirect-drops-path", "stale-identifier/unknown-id"],
      value: 1.2,
      reading: {
        step: "routing",
        answers: "unbroken-answers",
        misses: "unbroken-misses",
        claim: (status) =>
          `A redirect loses a part of the path on the way to ${last.path}: with the whole path, ${url} answers ${status}.`,
        statement: (status) => `With the whole path, ${url} answers ${status}.`,
      },
    },
  ];
}
