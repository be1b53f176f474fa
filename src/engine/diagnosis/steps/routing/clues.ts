import type { Known, Observation } from "../../known.ts";
import { isOpenEnded } from "../../responses/upstreamMatch.ts";
import type { RuleId } from "../../verdict/weights/index.ts";
import type { Clue } from "../../workspace/clues.ts";
import { observeJoin } from "./joins.ts";

/** What lines of the workspace say of this very request: a join that replaces its base, a page that a browser routes, a rule that refuses. */
export function observeClues(known: Known): readonly Observation[] {
  return [...observeJoin(known), ...observeClientRoute(known), ...observeRefusal(known)];
}

function observeClientRoute(known: Known): readonly Observation[] {
  const route = findClientRoute(known);
  const { matched } = known.match;
  if (!route || (matched && !isOpenEnded(matched))) {
    return [];
  }
  return [
    see(
      "client-route-written",
      route,
      `${route.value} is a page that the browser routes (${placeOf(route)}); a server only answers it with the application's shell.`,
      `${route.value} is a page that the browser routes (${placeOf(route)}): the host must answer it with the application's shell, and does not.`,
    ),
  ];
}

/** The page of a client-side router whose pattern takes the path; patterns without a leading slash are parts and take its end. */
export function findClientRoute({ clues, target }: Known): Clue | null {
  const segments = target.segments.filter((segment) => segment !== "");
  const takes = (clue: Clue) => {
    const pieces = clue.value.split("/").filter((piece) => piece !== "");
    const asked = clue.value.startsWith("/") ? segments : segments.slice(-pieces.length);
    const isNamed = pieces.some((piece) => /^[\w-]+$/.test(piece));
    return (
      isNamed &&
      pieces.length === asked.length &&
      pieces.every((piece, index) => takesSegment(piece, asked[index] ?? ""))
    );
  };
  return clues.find((clue) => clue.kind === "client-route" && takes(clue)) ?? null;
}

function takesSegment(piece: string, segment: string): boolean {
  return /^(?::|\*|\$|\[|\{)/.test(piece) || piece === segment;
}

/** A rule of a proxy that refuses this path outright. */
function observeRefusal(known: Known): readonly Observation[] {
  const rule = known.routes.rewrites.find(
    ({ kind, from }) => kind.endsWith("-refuse") && refuses(from, known.target.path),
  );
  if (!rule) {
    return [];
  }
  const place = `${rule.file}:${rule.line}`;
  return [
    {
      step: "routing",
      rule: "refusal-written",
      statement: `The rule at ${place} refuses ${known.target.path} (${rule.from}: ${rule.to}).`,
      claim: `A server rule refuses this path before any application sees it: ${rule.from} answers ${rule.to} (${place}).`,
      probe: null,
      location: { file: rule.file, line: rule.line, column: 1 },
    },
  ];
}

/** `~` starts a regular expression, `~*` one without letter case, as nginx writes them; anything else is a beginning. */
function refuses(from: string, path: string): boolean {
  const [, isLoose, source] = /^~(\*?)\s*(.+)$/.exec(from) ?? [];
  if (source === undefined) {
    return path === from || path.startsWith(from.replace(/\*$/, ""));
  }
  try {
    return new RegExp(source, isLoose ? "i" : "").test(path);
  } catch {
    return false;
  }
}

function see(rule: RuleId, clue: Clue, statement: string, claim: string): Observation {
  return { step: "routing", rule, statement, claim, probe: null, location: clue.location };
}

function placeOf({ location }: Clue): string {
  return `${location.file}:${location.line}`;
}
