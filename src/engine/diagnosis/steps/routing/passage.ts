import { findRoute, matchUrl } from "../../../routes/match/matchUrl.ts";
import { decodeSegment } from "../../../routes/match/segmentLikeness.ts";
import type { Known, Observation } from "../../known.ts";
import type { RuleId } from "../../verdict/weights/index.ts";

/** What the way to the application made of the path, where its answer names the path that it looked up. */
export function observePassage(known: Known): readonly Observation[] {
  const { received, replay } = known;
  if (received?.isSlashDecoded && replay) {
    return observeDecodedSlash(known, replay.id);
  }
  const rule = weighPassage(known);
  if (rule === null || !received || !replay) {
    return [];
  }
  const sent = known.target.path;
  return [
    {
      step: "routing",
      rule,
      statement:
        rule === "received-as-sent"
          ? `The answer names ${sent}: the path arrived as it was sent.`
          : `The answer names ${received.path}, though ${sent} was sent: something on the way changed the path.`,
      claim: claims[rule]?.(known, received.path, received.lost) ?? null,
      probe: replay.id,
      location: null,
    },
  ];
}

/** A slash that was sent as %2F and stands decoded in the path that was looked up: the identifier it is part of fell apart. */
function observeDecodedSlash({ target, match }: Known, probe: string): readonly Observation[] {
  const value = target.segments.find((segment) => /%2f/i.test(segment)) ?? target.path;
  const { matched } = match;
  const taken =
    matched === null
      ? ""
      : `; ${matched.method} ${matched.path} (${matched.file}:${matched.line}) takes one segment there`;
  return [
    {
      step: "routing",
      rule: matched === null ? "slash-perhaps-decoded" : "slash-arrives-decoded",
      statement: `${value} was sent, and the answer names it as ${decodeSegment(value)}: the slash was decoded before it was looked up.`,
      claim: `The encoded slash of ${value} arrives as a slash: something on the way decodes it${taken}.`,
      probe,
      location: null,
    },
  ];
}

const claims: Readonly<Partial<Record<RuleId, (known: Known, path: string, lost: string) => string>>> = {
  "received-stripped": (known, path, lost) =>
    `A proxy on the way removes "${lost}", which the service expects: ${known.target.path} was sent, ${path} was looked up.`,
  "received-shorter": (known, path, lost) =>
    `A proxy on the way removes "${lost}": ${known.target.path} was sent, ${path} was looked up.`,
  "received-glued": (known, path) =>
    `A proxy on the way glues two pieces of the path wrongly: ${known.target.path} was sent, ${path} was looked up.`,
  "received-elsewhere": (known, path) =>
    `A rewrite on the way maps the path to one that nothing serves: ${known.target.path} was sent, ${path} was looked up.`,
};

function weighPassage(known: Known): RuleId | null {
  const { received, match, target, routes, request } = known;
  if (!received || (received.passage === "stripped" && isNamedByRouter(known))) {
    return null;
  }
  switch (received.passage) {
    case "as-sent":
      // What was glued before it was sent arrives as it was sent, and is glued all the same.
      return target.path.includes("//") ? null : "received-as-sent";
    case "glued":
      return "received-glued";
    case "stripped": {
      const isExpected = findRoute(routes, request.method, target.path) !== null || expects(known);
      return isExpected ? "received-stripped" : "received-shorter";
    }
    default:
      // Where the path that was looked up nearly is a route, the rewrite is right and something else is wrong.
      return match.matched || (match.near[0]?.score ?? 0) >= 0.9 ? null : "received-elsewhere";
  }
}

/** Whether the nearest route of what was looked up misses it by the very prefix that was lost. */
function expects({ received, routes, request }: Known): boolean {
  const [nearest] = matchUrl(routes, request.method, received?.path ?? "").near;
  const [first, ...more] = nearest?.differs ?? [];
  return (
    more.length === 0 &&
    first?.what === "prefix" &&
    first.actual === "" &&
    received?.lost.endsWith(first.expected) === true
  );
}

/** A router below a mount names the path without the mount's prefix in words of its own; that is no proxy. */
function isNamedByRouter({ received, responder, routes, match }: Known): boolean {
  const isOwnText = responder?.responder.layer !== "router" && responder?.miss !== "router";
  const isMount = routes.routes.some(({ mounts }) =>
    mounts.some(({ prefix }) => prefix !== "" && received?.lost.startsWith(prefix)),
  );
  return isOwnText && isMount && match.matched === null;
}
