import { joinPath, splitPath } from "../../../targetUri.ts";
import type { Experiment, Known } from "../../known.ts";
import { looksRouterMissed } from "../../responses/answers.ts";
import type { CauseKind } from "../../verdict/causes.ts";
import { askOtherPath, type OtherPath } from "../otherPath.ts";

type Passing = Pick<OtherPath, "id" | "path" | "why" | "answers" | "claim" | "value"> & { readonly tests: CauseKind };

/**
 * Probes that turn a fault of a proxy round: where a prefix is removed, sending it twice arrives whole; where two pieces are glued
 * without a slash, or with two, a slash more or less at that place mends it.
 */
export function planProxyVariants(known: Known): readonly Experiment[] {
  const [first, second, ...rest] = known.target.segments;
  const isRedirected = (known.replay?.exchange.hops.length ?? 0) > 1;
  if (first === undefined || second === undefined || !looksRouterMissed(known) || !isRouted(known) || isRedirected) {
    return [];
  }
  const path = known.target.path;
  const isGlued = known.received?.passage === "glued";
  const isSuspected = isBehindProxy(known) || known.received?.passage === "stripped";
  const glues = [
    [`/${first}//${joinPath([second, ...rest]).slice(1)}`, "without a slash between them"],
    [`/${first}${joinPath([second, ...rest]).slice(1)}`, "with two slashes between them"],
  ] as const;
  const passings: readonly Passing[] = [
    ...planKeptWhole(known),
    {
      id: "doubled-prefix",
      path: `/${first}${path}`,
      why: `where "/${first}" stands twice, a proxy that removes it once leaves the path whole`,
      tests: "rewrite-mismatch/proxy-strips-prefix",
      answers: "doubled-prefix-answers",
      claim: `A proxy on the way removes "/${first}", which the service expects`,
      value: isSuspected ? 0.9 : 0.45,
    },
    ...(isGlued || isBehindProxy(known) ? glues : []).map(([joined, how]) => ({
      id: `join:${joined}`,
      path: joined,
      why: `a proxy that glues "/${first}" and the rest ${how} makes the right path of this one`,
      tests: "rewrite-mismatch/proxy-joins-wrong" as const,
      answers: "other-join-answers" as const,
      claim: `A proxy on the way glues "/${first}" and the rest of the path ${how}`,
      value: isGlued ? 1.2 : 0.35,
    })),
  ];
  return passings.map((passing) => toExperiment(known, passing));
}

/** A rule that is written for a longer prefix may remove all of it: sent in front of the path that the service routes, that arrives. */
function planKeptWhole({ surroundings, target, match }: Known): readonly Passing[] {
  const routed = splitPath(match.matched?.path ?? match.near[0]?.corrected ?? "").length;
  const own = target.segments.slice(-routed);
  return surroundings.passing.rules.slice(0, 1).flatMap(({ value }) => {
    const isOn = routed > 0 && routed < target.segments.length && target.path.startsWith(`${value}/`);
    const path = `${value}${joinPath(own)}`;
    const isOther = path !== target.path && path !== `/${target.segments[0]}${target.path}`;
    return isOn && isOther ? [passRemoved(value, path)] : [];
  });
}

function passRemoved(removed: string, path: string): Passing {
  return {
    id: `kept:${removed}`,
    path,
    why: `a proxy that removes "${removed}" leaves of it what the service routes`,
    tests: "rewrite-mismatch/proxy-strips-prefix",
    answers: "doubled-prefix-answers",
    claim: `A proxy on the way removes "${removed}", of which the service expects a part`,
    value: 1,
  };
}

/** Where the workspace routes this very path, the server's miss is odd enough to ask what arrives. */
function isRouted(known: Known): boolean {
  const { near } = known.match;
  // Without what stands in front, the path is one of a route: that may be what a proxy is to remove.
  const isBehind = near[0]?.differs.every(({ what, expected }) => what === "prefix" && expected === "") === true;
  return known.match.matched !== null || isBehind || known.received?.passage === "glued";
}

/** Whether the answer shows a hop before the one that wrote it: Via, or the name of a proxy over another product's text. */
function isBehindProxy(known: Known): boolean {
  const fields = known.replay?.exchange.response?.headers ?? [];
  const isPassed = /passed on by/.test(known.responder?.responder.because ?? "");
  return (
    isPassed || fields.some(([name]) => /^(?:via|x-envoy-upstream-service-time|x-kong-upstream-latency)$/i.test(name))
  );
}

function toExperiment(known: Known, passing: Passing): Experiment {
  return askOtherPath(known, {
    ...passing,
    varies: passing.answers === "doubled-prefix-answers" ? "prefix" : "slash",
    tests: [passing.tests],
    shown: `; ${passing.why}`,
  });
}
