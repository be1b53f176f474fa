import { decodeSegment } from "../../routes/match/segmentLikeness.ts";
import type { Known } from "../known.ts";

/**
 * Whether segments that stand one after the other, the first at `index`, are one value somewhere: a variable of the request holds them with the slashes
 * between them, an answer lists it, or another request of the file writes it with its slashes encoded.
 */
export function isOneValue(known: Known, index: number, count = 2): boolean {
  const parts = known.target.segments.slice(index, index + count);
  if (parts.length < count || parts.includes("")) {
    return false;
  }
  const joined = parts.join("/");
  return isInVariable(known, joined) || isListed(known, joined) || isEncodedBeside(known, parts.join("%2f"));
}

function isInVariable({ request }: Known, joined: string): boolean {
  return request.urlParts.some(({ text, from }) => {
    // What begins with a slash or a scheme is a path or a URL, and holds many values.
    const isPath = from.kind === "written" || /^(?:\/|[a-z][a-z\d+.-]*:\/\/)/i.test(text);
    return !isPath && `/${text}/`.includes(`/${joined}/`);
  });
}

function isListed({ results }: Known, joined: string): boolean {
  const value = decodeSegment(joined);
  const quoted = [JSON.stringify(value), JSON.stringify(value).replaceAll("/", "\\/")];
  return results.some(({ probe }) => quoted.some((text) => probe.exchange.response?.text.includes(text)));
}

function isEncodedBeside({ siblings }: Known, encoded: string): boolean {
  return siblings.some(({ url }) => url.toLowerCase().includes(encoded.toLowerCase()));
}
