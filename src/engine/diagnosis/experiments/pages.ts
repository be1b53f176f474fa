import { type Experiment, type Known, resultsOf } from "../known.ts";
import { varyMethod, varyPath } from "./vary.ts";

/** A file name that a bundler gave a hash, in its pieces: `app-` `3f9a1c2e` `.js`. */
export const hashedName = /^(.*[.-])([A-Za-z0-9_-]{8,})(\.(?:m?js|css|map|woff2?|png|svg|jpe?g|wasm))$/;

/** The page that leads here: asked for a hashed asset, or for a navigation that a static host may owe its shell. */
export function planPages(known: Known): readonly Experiment[] {
  const last = known.target.segments.at(-1) ?? "";
  const isAsset = hashedName.test(last) && /\d/.test(last);
  if (resultsOf(known, "page").length > 0 || known.target.path === "/" || !(isAsset || isNavigation(known, last))) {
    return [];
  }
  const headers = known.request.headers.filter(([name]) => name.toLowerCase() !== "accept");
  const request = { ...varyMethod(known.request, "GET"), headers: [...headers, ["Accept", "text/html"] as const] };
  return [
    {
      id: "page",
      role: "page",
      varies: "path",
      why: isAsset ? "the page that names the assets of the current build" : "the root page of this host",
      request: varyPath(request, "/"),
      tests: [isAsset ? "stale-identifier/stale-asset" : "rewrite-mismatch/spa-fallback"],
      value: isAsset ? 2 : 0.8,
    },
  ];
}

function isNavigation(known: Known, last: string): boolean {
  const accept = known.request.headers.find(([name]) => name.toLowerCase() === "accept")?.[1] ?? "";
  const isPage = /text\/html/i.test(accept) && known.request.method === "GET" && !/\.\w{1,5}$/.test(last);
  return isPage && known.match.matched === null;
}
