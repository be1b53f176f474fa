import { type Experiment, type Known, resultsOf } from "../known.ts";
import { findMisser, hasLivingRelative } from "../responses/answers.ts";
import { descriptionId } from "../responses/servedDescription.ts";
import { asSafe } from "./vary.ts";

/** FastAPI describes at `/openapi.json`, or where `openapi_url` says, every route that it has registered: one GET tells whether this one is. */
export function planServedDescription(known: Known): readonly Experiment[] {
  const { match, request, target } = known;
  const isOpen = findMisser(known) !== "handler" && !hasLivingRelative(known);
  const wasControlled = resultsOf(known, "control-path").length > 0;
  const address = findAddress(known);
  if (match.matched?.framework !== "fastapi" || !isOpen || !wasControlled || address === null) {
    return [];
  }
  return [
    {
      id: descriptionId,
      role: "sibling",
      varies: "path",
      why: "the server's own description of its interface: it lists every route that is registered",
      request: { ...asSafe(request), url: `${target.scheme}://${target.authority}${address}` },
      tests: [
        "route-not-served/not-registered",
        "route-not-served/not-deployed",
        "route-not-served/after-catch-all",
        "lifecycle/feature-off",
      ],
      value: 0.75,
    },
  ];
}

/** Where the workspace's settings put the description; null where they switch it off. */
function findAddress({ clues }: Known): string | null {
  const set = clues.find(({ kind }) => kind === "description-path");
  return set === undefined ? "/openapi.json" : set.value === "None" ? null : set.value;
}
