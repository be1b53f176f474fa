import type { Fix, Verdict } from "../../model/diagnosis.ts";
import type { Location } from "../../model/place.ts";
import { parseTargetUri } from "../../targetUri.ts";
import type { Known } from "../known.ts";
import { fillSegments, type UrlBuilder } from "../workspace/clients/urlBuilders.ts";

const ofTheUrl = new Set(["route-drift", "request-built-wrong", "method-mismatch"]);
const kindsOfTheUrl = new Set(["base-path", "id-encoding", "precision-loss", "stale-asset"]);

/** Whether the verdict says that the URL or the method is wrong, which whoever builds the URL has to correct as well. */
export function isOfTheUrl({ cause, kind }: Pick<Verdict, "cause" | "kind">): boolean {
  return ofTheUrl.has(cause ?? "") || kindsOfTheUrl.has(kind ?? "");
}

/** Lines that build the URL, by where what is wrong of it comes from. */
interface BuildersToCorrect {
  readonly written: readonly Location[];
  readonly filled: readonly Location[];
  readonly based: readonly Location[];
}

/**
 * The lines that build the URL and are wrong after the first fix: `written` write what it changes, `filled` put in a value that it
 * changes; `based` are right as far as they go, so that what they put the path behind must be wrong.
 */
export function findBuildersToCorrect(known: Known, verdict: Verdict, fixes: readonly Fix[]): BuildersToCorrect {
  const fixed = fixes.find(({ request }) => request !== null)?.request ?? null;
  const segments = fixed === null ? null : (parseTargetUri(fixed.url)?.segments ?? null);
  const { builders } = isOfTheUrl(verdict) ? known.surroundings : { builders: [] };
  const isMethod = fixed !== null && fixed.method !== known.request.method;
  const isWritten = (builder: UrlBuilder) =>
    isMethod || (segments !== null && fillSegments(builder.url, segments) === null);
  const isFilled = (builder: UrlBuilder) =>
    segments === null
      ? builder.filled.length > 0
      : valuesOf(builder.filled) !== valuesOf(fillSegments(builder.url, segments));
  const parts = Object.groupBy(builders, (builder) =>
    isWritten(builder) ? "written" : isFilled(builder) ? "filled" : segments === null ? "unknown" : "based",
  );
  const locate = (some: readonly UrlBuilder[] = []) => some.map(({ url }) => url.location);
  return { written: locate(parts.written), filled: locate(parts.filled), based: locate(parts.based) };
}

function valuesOf(filled: UrlBuilder["filled"] | null): string {
  return JSON.stringify((filled ?? []).map(({ value }) => value));
}
