import type { Fix, RankedCause } from "../../model/diagnosis.ts";
import type { Files } from "../../ports.ts";
import { findRedirect } from "../experiments/prefixes/keptPrefix.ts";
import { findLanding, findRedirecting } from "../identifiers/landing.ts";
import type { Known } from "../known.ts";
import { isFound } from "../responses/answers.ts";
import { editUrl } from "./editUrl.ts";

/** What mends a redirect that changes the method or leaves out the query: the request that goes to its end, and the route that redirects. */
export async function proposeRedirect(known: Known, top: RankedCause, files: Files): Promise<readonly Fix[]> {
  switch (top.kind) {
    case "redirect-changes-method":
      return proposeRedirected(known, top, files);
    case "redirect-drops-path":
      return [...proposeKept(known, top), ...proposeTarget(known, top)];
    default:
      return [];
  }
}

/** The same method at the URL that a redirect led to, where the redirect took the method away. */
async function proposeRedirected(known: Known, top: RankedCause, files: Files): Promise<readonly Fix[]> {
  const url = known.replay?.exchange.hops.at(-1)?.url;
  if (url === undefined) {
    return [];
  }
  const change = await editUrl(known, url, files);
  return [
    {
      kind: change?.kind ?? "edit-request",
      title: `Send the ${known.request.method} to ${url} itself`,
      confidence: top.confidence,
      verified: false,
      request: { method: known.request.method, url },
      edit: change?.edit ?? null,
    },
  ];
}

// Django's RedirectView leaves the query out unless it is told (https://docs.djangoproject.com/en/stable/ref/class-based-views/base/#redirectview).
const howToKeep: Readonly<Record<string, string>> = { django: ", in a RedirectView by query_string=True" };

/** The written route whose redirect leaves out the query, where a probe showed that the query is what is missing. */
function proposeKept(known: Known, top: RankedCause): readonly Fix[] {
  const isShown = known.results.some(
    ({ experiment, probe }) => experiment.id === "kept-query" && isFound(known, probe),
  );
  const route = isShown ? findRedirecting(known) : null;
  return route === null
    ? []
    : [
        {
          kind: "edit-route",
          title: `Let the redirect pass the query on: ${route.file}:${route.line}${howToKeep[route.framework] ?? ""}`,
          confidence: top.confidence,
          verified: false,
          request: { method: known.request.method, url: known.request.url },
          edit: null,
        },
      ];
}

/** The line that redirects, where a probe showed what its target leaves out. */
function proposeTarget(known: Known, top: RankedCause): readonly Fix[] {
  const shown = known.results.find(
    ({ experiment, probe }) => experiment.id.startsWith("kept-prefix:") && isFound(known, probe),
  );
  const place = shown ? findRedirect(known) : null;
  const landed = findLanding(known)?.path ?? "";
  return shown === undefined || place === null
    ? []
    : [
        {
          kind: "edit-route",
          title: `Let the redirect lead to ${shown.experiment.id.slice("kept-prefix:".length)} in the place of ${landed}: ${place.file}:${place.line}`,
          confidence: top.confidence,
          verified: false,
          request: { method: known.request.method, url: known.request.url },
          edit: null,
        },
      ];
}
