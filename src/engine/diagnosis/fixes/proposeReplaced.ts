import type { Fix, RankedCause } from "../../model/diagnosis.ts";
import type { Known } from "../known.ts";
import { findReplacedPrefix } from "../workspace/clients/replacedPrefix.ts";

/** The registration that gives the router's own prefix back, where it replaces it. */
export function proposeReplaced(known: Known, top: RankedCause): readonly Fix[] {
  const replaced = top.kind === "base-path" ? findReplacedPrefix(known) : null;
  if (replaced === null) {
    return [];
  }
  const { mount, own } = replaced;
  const whole = `${mount.prefix.replace(/\/$/, "")}${own.prefix}`;
  return [
    {
      kind: "edit-route",
      title: `Register the router under ${whole}: ${mount.file}:${mount.line}`,
      confidence: top.confidence,
      verified: false,
      request: { method: known.request.method, url: known.request.url },
      edit: null,
    },
  ];
}
