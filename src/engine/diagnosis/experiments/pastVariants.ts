import { joinPath } from "../../targetUri.ts";
import { isSetApart } from "../identifiers/livingKeys.ts";
import { beginWith, nameLookedUp } from "../identifiers/lookedUp.ts";
import type { Experiment, Known } from "../known.ts";
import { nameCommit, sayCommit } from "../workspace/commits.ts";
import { askOtherPath } from "./otherPath.ts";
import { asSafe, varyPath } from "./vary.ts";

/** Probes of where a commit moved the route to, and of the identifier that a commit or a table of former names puts in the place of this one. */
export function planPastVariants(known: Known): readonly Experiment[] {
  return [...planMoved(known), ...planReplaced(known), ...planAlias(known)];
}

function planMoved(known: Known): readonly Experiment[] {
  const { move } = known.past;
  if (!move?.successor) {
    return [];
  }
  const { path, route } = move.successor;
  return [
    askOtherPath(known, {
      id: `moved:${path}`,
      path,
      varies: "path",
      why: `the route that ${sayCommit(move.change)} wrote instead`,
      tests: ["route-drift/path-moved"],
      value: 1.6,
      answers: "moved-answers",
      location: { file: route.file, line: route.line, column: route.column },
      claim: `The route moved to ${route.path} (${route.file}:${route.line}), see ${nameCommit(move.change)}`,
      shown: `: ${sayCommit(move.change)} moved the route there`,
    }),
  ];
}

function planReplaced(known: Known): readonly Experiment[] {
  const { replacement } = known.past;
  const identifier = known.identifiers.at(-1);
  if (!replacement || !identifier) {
    return [];
  }
  const { change, value, line } = replacement;
  return [
    {
      id: `replaced:${value}`,
      role: "variant",
      varies: "identifier",
      why: `what ${sayCommit(change)} wrote in its place`,
      request: varyPath(
        asSafe(known.request),
        joinPath(known.target.segments.with(identifier.segment, encodeURIComponent(value))),
      ),
      tests: ["stale-identifier/renamed-slug", "stale-identifier/unknown-id"],
      value: 1.6,
      reading: {
        step: "identifier",
        answers: "replaced-answers",
        misses: null,
        claim: (status) =>
          `"${identifier.value}" was renamed to "${value}" (${change.file}:${line}), which answers ${status}; see ${nameCommit(change)}.`,
        statement: (status) => `"${value}", which ${sayCommit(change)} wrote in its place, answers ${status}.`,
        location: { file: change.file, line, column: 1 },
      },
    },
  ];
}

/** What a table of redirects or former names of the workspace leads the identifier to. */
function planAlias(known: Known): readonly Experiment[] {
  const { alias } = known.surroundings;
  const identifier = known.identifiers.at(-1);
  if (!alias || !identifier || !isSetApart(known, alias.company)) {
    return [];
  }
  const { value, location, isMerged = false } = alias;
  const place = `${location.file}:${location.line}`;
  const path = joinPath(known.target.segments.with(identifier.segment, encodeURIComponent(value)));
  return [
    {
      id: `alias:${value}`,
      role: "variant",
      varies: "identifier",
      why: `what ${place} leads it to`,
      request: varyPath(asSafe(known.request), path),
      tests: [isMerged ? "lifecycle/merged" : "stale-identifier/renamed-slug", "stale-identifier/unknown-id"],
      value: 1.6,
      reading: {
        step: isMerged ? "existence" : "identifier",
        answers: isMerged ? "successor-answers" : "replaced-answers",
        misses: null,
        claim: (status) =>
          isMerged
            ? `${beginWith(nameLookedUp(known))} was merged into "${value}", as ${place} says, and that answers ${status}.`
            : `"${identifier.value}" is now called "${value}", as ${place} says, and that answers ${status}.`,
        statement: (status) => `"${value}", which ${place} leads it to, answers ${status}.`,
        location,
      },
    },
  ];
}
