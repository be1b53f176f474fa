import type { Fix, RankedCause } from "../../model/diagnosis.ts";
import type { Known } from "../known.ts";
import { findLostJoin } from "../workspace/lostJoin.ts";

/** What mends the code or setting that builds the URL, where its join lost a part of the base. */
export function proposeJoin(known: Known, top: RankedCause): readonly Fix[] {
  const lost = top.kind === "dropped-segment" ? findLostJoin(known) : null;
  if (lost === null) {
    return [];
  }
  const { join, base } = lost;
  const place = ({ location }: typeof join) => `${location.file}:${location.line}`;
  const isWhole = join.value.startsWith("/");
  const isOpen = !base.value.endsWith("/");
  const title = isWhole
    ? `Write "${join.value}" without its first slash at ${place(join)}${isOpen ? `, and end the base URL with a slash at ${place(base)}` : ""}`
    : `End the base URL with a slash: ${place(base)}`;
  return [
    {
      kind: "ask",
      title,
      confidence: top.confidence,
      verified: false,
      request: { method: known.request.method, url: known.request.url },
      edit: null,
    },
  ];
}
