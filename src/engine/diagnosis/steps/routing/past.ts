import type { Known, Observation } from "../../known.ts";
import { nameCommit, sayCommit } from "../../workspace/commits.ts";

/** What a commit did to the route of this path: it moved it, or took it away. */
export function observePast({ past }: Known): readonly Observation[] {
  const { move } = past;
  if (!move) {
    return [];
  }
  const { change, was, successor } = move;
  const line = was.trim().slice(0, 120);
  if (!successor) {
    return [
      {
        step: "routing",
        rule: "route-removed",
        statement: `C${sayCommit(change).slice(1)} took this route away (${change.file}): ${line}`,
        claim: `The route was taken away with ${sayCommit(change)} (${change.file}), and nothing was written in its place.`,
        probe: null,
        location: null,
      },
    ];
  }
  const { route } = successor;
  const place = `${route.file}:${route.line}`;
  return [
    {
      step: "routing",
      rule: "moved-written",
      statement: `C${sayCommit(change).slice(1)} replaced ${line} by ${route.method} ${route.path} (${place}).`,
      claim: `The route moved to ${route.path} (${place}) with ${nameCommit(change)}.`,
      probe: null,
      location: { file: route.file, line: route.line, column: route.column },
    },
  ];
}
