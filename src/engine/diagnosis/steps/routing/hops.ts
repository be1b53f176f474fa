import type { Hop } from "../../../model/exchange.ts";
import { parseTargetUri, splitPath } from "../../../targetUri.ts";
import type { Known, Observation } from "../../known.ts";

/** What the redirects on the way did: a method turned into GET, or segments of the path lost. */
export function observeHops(known: Known): readonly Observation[] {
  const hops = known.replay?.exchange.hops ?? [];
  const signIn = findSignIn(known, hops);
  if (signIn !== null) {
    return [observeSignIn(known, signIn)];
  }
  if (known.replay?.exchange.failure?.code === "too-many-redirects") {
    return [observeLoop(known, hops)];
  }
  return hops.slice(1).flatMap((hop, index) => {
    const before = hops[index];
    return before ? [...observeMethod(known, before, hop), ...observePath(known, before, hop)] : [];
  });
}

function pathOf(url: string): string {
  return url.replace(/^[a-z]+:\/\/[^/]*/i, "") || "/";
}

const signInSegment = /^(?:(?:sign|log)[-_]?(?:in|on)|authenticate|sso)(?:\.\w{2,5})?$/i;

/** Whether a path is one where people say who they are. */
function isSignIn(url: string): boolean {
  return parseTargetUri(url)?.segments.some((segment) => signInSegment.test(segment)) === true;
}

/** The place to sign in that a redirect leads to from a path that is none; null when none does. */
function findSignIn({ request }: Known, hops: readonly Hop[]): string | null {
  return isSignIn(request.url) ? null : (hops.find(({ url }) => isSignIn(url))?.url ?? null);
}

/** Who is not signed in never reaches the path: that the place to sign in is not there, or asks for itself again, only hides it. */
function observeSignIn(known: Known, url: string): Observation {
  const path = parseTargetUri(url)?.path ?? pathOf(url);
  const clue = known.clues.find(({ kind, value }) => kind === "redirect" && value.includes(path));
  const where = clue ? ` (${clue.location.file}:${clue.location.line})` : "";
  const isLoop = known.replay?.exchange.failure?.code === "too-many-redirects";
  const then = isLoop ? "which is sent on to itself" : `which answers ${known.replay?.exchange.response?.status}`;
  return {
    step: "routing",
    // A page to sign in that is missed may be one that the redirect led past.
    rule: isLoop ? "sent-to-sign-in" : "sent-to-missing-sign-in",
    statement: `A redirect${where} leads to ${path}, where people sign in, ${then}.`,
    claim: `The request is not signed in: it is sent to ${path}${where}, ${then}, and never reaches ${known.target.path}.`,
    probe: known.replay?.id ?? null,
    location: clue?.location ?? null,
  };
}

/** Redirects that come back to where they were answer nothing, whatever was asked. */
function observeLoop(known: Known, hops: readonly Hop[]): Observation {
  const next = hops.at(-1)?.response?.headers.find(([name]) => name.toLowerCase() === "location")?.[1];
  // The last redirect is not followed any more, so that where it leads stands only in its Location.
  const targets = [...hops.map((hop) => pathOf(hop.url)), ...(next ? [pathOf(next)] : [])];
  const start = targets.findIndex((target, index) => targets.indexOf(target, index + 1) > 0);
  const end = targets.indexOf(targets[start] ?? "", start + 1);
  const round = start < 0 ? targets.slice(0, 3) : targets.slice(start, end + 1);
  return {
    step: "routing",
    rule: "hops-lead-round",
    statement: `The redirects lead round: ${round.join(" -> ")}.`,
    claim: `The redirects lead round and reach nothing: ${round.join(" -> ")}; one takes away what the other adds.`,
    probe: known.replay?.id ?? null,
    location: null,
  };
}

function observeMethod(known: Known, before: Hop, after: Hop): readonly Observation[] {
  if (before.method === after.method || before.method === "HEAD") {
    return [];
  }
  const status = before.response?.status;
  return [
    {
      step: "routing",
      rule: "hop-changed-method",
      statement: `The ${status} from ${before.url} turned ${before.method} into ${after.method}; its content is gone.`,
      claim: `A ${status} redirect turned ${before.method} into ${after.method} on the way to ${pathOf(after.url)}: the server never saw the request that was meant.`,
      probe: known.replay?.id ?? null,
      location: null,
    },
  ];
}

function observePath(known: Known, before: Hop, after: Hop): readonly Observation[] {
  const from = parseTargetUri(before.url);
  const to = parseTargetUri(after.url);
  if (!from || !to) {
    return [];
  }
  const lost = findLost(meaningful(from.path), meaningful(to.path));
  const added = findAdded(from.path, to.path);
  if (added !== null) {
    return [observeAdded(known, before, from.path, to.path, added)];
  }
  const isQueryLost =
    from.query.length > 1 && to.query === "" && meaningful(from.path).join() === meaningful(to.path).join();
  if (lost === null && !isQueryLost) {
    return [];
  }
  const what = lost === null ? `the query ${from.query}` : `"/${lost.join("/")}"`;
  return [
    {
      step: "routing",
      rule: "hop-dropped-path",
      statement: `The ${before.response?.status} from ${from.path} leads to ${to.path}${to.query}: it drops ${what}.`,
      claim: `A redirect drops ${what} on the way: ${from.path} leads to ${to.path}${to.query}, which answers ${known.replay?.exchange.response?.status ?? "nothing"}.`,
      probe: known.replay?.id ?? null,
      location: null,
    },
  ];
}

function observeAdded(known: Known, before: Hop, from: string, to: string, added: string): Observation {
  return {
    step: "routing",
    rule: "hop-added-segment",
    statement: `The ${before.response?.status} from ${from} leads to ${to}: it adds "${added}".`,
    claim: `A redirect puts "${added}" into the path on the way: ${from} leads to ${to}, which answers ${known.replay?.exchange.response?.status ?? "nothing"}.`,
    probe: known.replay?.id ?? null,
    location: null,
  };
}

/** The one segment that a redirect put into the path, such as a locale; null when none did, or more. */
export function findAddedSegment({ replay }: Known): string | null {
  const paths = (replay?.exchange.hops ?? []).map(({ url }) => parseTargetUri(url)?.path ?? "/");
  return (
    paths
      .slice(1)
      .map((path, index) => findAdded(paths[index] ?? "/", path))
      .find((one) => one !== null) ?? null
  );
}

function findAdded(from: string, to: string): string | null {
  const added = findLost(meaningful(to), meaningful(from));
  return added?.length === 1 && from !== "/" ? (added[0] ?? null) : null;
}

function meaningful(path: string): readonly string[] {
  return splitPath(path).filter((segment) => segment !== "");
}

/** The segments that `to` lacks when all it has stands in `from` in the same order; null when it lacks none or is another path. */
function findLost(from: readonly string[], to: readonly string[]): readonly string[] | null {
  const lost: string[] = [];
  let next = 0;
  for (const segment of from) {
    if (segment === to[next]) {
      next += 1;
    } else {
      lost.push(segment);
    }
  }
  return next === to.length && lost.length > 0 ? lost : null;
}
