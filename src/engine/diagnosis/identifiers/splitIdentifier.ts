import type { NearMiss } from "../../model/route.ts";
import { decodeSegment } from "../../routes/match/segmentLikeness.ts";
import type { Known } from "../known.ts";

/** An identifier that holds slashes, and the written route whose one segment it does not fit into once they are decoded. */
export interface SplitIdentifier {
  readonly near: NearMiss;
  /** The identifier decoded, such as `2026/11/part.stl`. */
  readonly value: string;
  /** The parameter as the table writes it, such as `{key}`. */
  readonly parameter: string;
}

/** The identifier of the path that falls apart at its encoded slashes before any route is asked; null when none does. */
export function findSplitIdentifier({ match, target }: Pick<Known, "match" | "target">): SplitIdentifier | null {
  const near = match.matched ? undefined : match.near.find((one) => isSplit(one, target.path));
  const difference = near?.differs.at(-1);
  return near && difference ? { near, value: decodeSegment(difference.actual), parameter: difference.expected } : null;
}

/** Whether a near miss is one that no spelling of the path cures: its encoded slashes are decoded before it is routed. */
export function isSplit({ differs, corrected }: NearMiss, path: string): boolean {
  return corrected === path && differs.length > 0 && differs.every(({ what }) => what === "encoding");
}
