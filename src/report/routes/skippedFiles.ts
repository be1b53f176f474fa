import type { SkippedFile } from "../../engine/model/route.ts";

/** How many files are named before the rest is only counted. */
const mostNamed = 20;

const reasons: Readonly<Record<SkippedFile["why"], string>> = {
  unreadable: "cannot be opened",
  "too-large": "too large",
  minified: "minified",
  link: "a link to a folder that is read",
};

/** What was left out of a route table, and why, on one line; empty when nothing was. */
export function skippedText(skipped: readonly SkippedFile[]): string {
  const named = skipped.slice(0, mostNamed).map(({ file, why }) => `${file} (${reasons[why]})`);
  const more = skipped.length - named.length;
  return [...named, ...(more > 0 ? [`and ${more} more`] : [])].join(", ");
}
