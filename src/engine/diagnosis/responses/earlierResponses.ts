import { parseTargetUri } from "../../targetUri.ts";
import type { Known } from "../known.ts";

/** A response that came back earlier in this session, with what was asked for; `at` is ms since 1970. */
export interface EarlierResponse {
  readonly method: string;
  readonly url: string;
  readonly at: number;
  readonly text: string;
}

/** An earlier response that speaks of the thing: it links to the very path that is missing now, or only holds the identifier. */
export interface Mention {
  readonly response: EarlierResponse;
  readonly says: "links" | "holds";
}

/** How many responses are looked into, and how much of each, in UTF-16 units. */
const mostResponses = 60;
const mostText = 262_144;

/** The earlier responses of the same host that speak of the thing that is missing now, the newest first. */
export function findMentions({ target, identifiers }: Known, earlier: readonly EarlierResponse[]): readonly Mention[] {
  const value = identifiers.at(-1)?.value;
  const path = target.path;
  return earlier
    .filter(({ url }) => parseTargetUri(url)?.origin === target.origin && parseTargetUri(url)?.path !== path)
    .toSorted((one, other) => other.at - one.at)
    .slice(0, mostResponses)
    .flatMap((response): readonly Mention[] => {
      const text = response.text.slice(0, mostText);
      if (path.length > 1 && holdsWhole(text, path)) {
        return [{ response, says: "links" }];
      }
      const isHeld = value !== undefined && value.length >= 4 && holdsWhole(text, value);
      return isHeld ? [{ response, says: "holds" }] : [];
    });
}

/** Whether a text holds another that neither goes on before nor behind it. */
function holdsWhole(text: string, wanted: string): boolean {
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const [before, behind] = [text[at - 1] ?? "", text[at + wanted.length] ?? ""];
    if (!(/[\w-]/.test(before) && /^\w/.test(wanted)) && !/[\w-]/.test(behind)) {
      return true;
    }
  }
  return false;
}
