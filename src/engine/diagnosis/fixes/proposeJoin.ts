import type { Fix, RankedCause } from "../../model/diagnosis.ts";
import type { Known } from "../known.ts";
import { findDoubledJoin } from "../workspace/clients/doubledJoin.ts";
import { findLostJoin } from "../workspace/clients/lostJoin.ts";

/** What mends the code or setting that builds the URL, where its join lost a part of the base. */
export function proposeJoin(known: Known, top: RankedCause): readonly Fix[] {
  const doubled = findDoubledJoin(known, top);
  if (doubled !== null) {
    const { builder, base } = doubled;
    const end =
      base === null ? "" : `, or the one that ends the base URL at ${base.location.file}:${base.location.line}`;
    return [askFor(known, top, `Leave out the first slash of the path at ${builder.file}:${builder.line}${end}`)];
  }
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
  return [askFor(known, top, title)];
}

function askFor({ request: { method, url } }: Known, { confidence }: RankedCause, title: string): Fix {
  return { kind: "ask", title, confidence, verified: false, request: { method, url }, edit: null };
}
