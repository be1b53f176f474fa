import { joinPath } from "../../../targetUri.ts";
import type { Experiment, Known } from "../../known.ts";
import { asSafe, varyPath } from "../vary.ts";

const id = "placeholder-fields";

/** Where code puts a field into the path that turned out empty: the collection, whose items show which fields there are. */
export function planPlaceholder(known: Known): readonly Experiment[] {
  const { placeholder } = known.surroundings;
  if (placeholder === null || placeholder.field === null || placeholder.segment === 0) {
    return [];
  }
  const { file, line } = placeholder.location;
  return [
    {
      id,
      role: "variant",
      varies: "path",
      why: `whether its items have the field ${placeholder.field} that ${file}:${line} takes`,
      request: varyPath(asSafe(known.request), joinPath(known.target.segments.slice(0, placeholder.segment))),
      tests: ["request-built-wrong/unresolved-variable"],
      value: 0.7,
    },
  ];
}

/** What the collection answered to that; null where it was not asked, or did not answer. */
export function findPlaceholderFields({ results }: Known): { readonly path: string; readonly text: string } | null {
  const found = results.find(({ experiment }) => experiment.id === id);
  const response = found?.probe.exchange.response;
  return found && response?.status === 200 ? { path: new URL(found.probe.url).pathname, text: response.text } : null;
}
