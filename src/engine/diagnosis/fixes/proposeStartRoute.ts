import type { Fix, RankedCause } from "../../model/diagnosis.ts";
import type { Files } from "../../ports.ts";
import { startRouteId } from "../experiments/startRoute.ts";
import type { Known } from "../known.ts";
import { isFound } from "../responses/answers.ts";
import { editUrl } from "./editUrl.ts";

/** Where a service has no page at `/`, the route of it that answered in its place; none where no such route was asked. */
export async function proposeStartRoute(known: Known, top: RankedCause, files: Files): Promise<readonly Fix[]> {
  const asked = known.results.find(({ experiment }) => experiment.id === startRouteId)?.probe;
  if (top.kind !== "wrong-entrypoint" || !asked || !isFound(known, asked)) {
    return [];
  }
  const change = await editUrl(known, asked.url, files);
  return [
    {
      kind: change?.kind ?? "edit-request",
      title: `Ask for ${asked.url.slice(known.target.origin.length)}, which this service serves`,
      confidence: top.confidence,
      verified: asked.method === known.request.method,
      request: { method: known.request.method, url: asked.url },
      edit: change?.edit ?? null,
    },
  ];
}
