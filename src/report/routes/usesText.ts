import type { Route } from "../../engine/model/route.ts";
import type { Mask } from "../maskStrings.ts";

/** How far the search for uses of a route went: through every file that may hold one, through so many of them only, or through requests alone. */
export type SearchExtent =
  | { readonly kind: "whole" }
  | { readonly kind: "part"; readonly files: number }
  | { readonly kind: "requests" };

/** What to say after a search for the uses of a route, when the uses that are shown do not tell it; null when they do. Masked. */
export function usesText(route: Route, found: number, extent: SearchExtent, mask: Mask): string | null {
  const name = mask(`${route.method} ${route.path}`);
  const searched = extentText(extent);
  if (found > 0) {
    return searched === null ? null : `Uses of ${name}: ${searched}`;
  }
  return searched === null
    ? `No request, code or document of this workspace was found to use ${name}.`
    : `Nothing was found to use ${name}. ${searched.charAt(0).toUpperCase()}${searched.slice(1)}`;
}

function extentText(extent: SearchExtent): string | null {
  switch (extent.kind) {
    case "whole":
      return null;
    case "part":
      return `only the first ${extent.files} files were searched.`;
    case "requests":
      return "only requests were searched, because its path has no fixed part to look for in code.";
  }
}
