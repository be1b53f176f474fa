import { joinPath } from "../../../targetUri.ts";
import { findCurrentAsset, hashedName } from "../../identifiers/hashedAsset.ts";
import { type Experiment, type Known, resultsOf } from "../../known.ts";
import { isOpenEnded } from "../../responses/upstreamMatch.ts";
import { varyMethod, varyPath } from "../vary.ts";

/** The page that leads here: asked for a hashed asset, or for a navigation that a static host may owe its shell. */
export function planPages(known: Known): readonly Experiment[] {
  const last = known.target.segments.at(-1) ?? "";
  const isAsset = hashedName.test(last) && /\d/.test(last);
  const built = isAsset ? planBuilt(known) : [];
  const page = resultsOf(known, "page")[0];
  if (page) {
    return isAsset ? [...built, ...planAsset(known, last, page.probe.exchange.response?.text ?? "")] : [];
  }
  if (known.target.path === "/" || !(isAsset || isNavigation(known, last))) {
    return [];
  }
  const headers = known.request.headers.filter(([name]) => name.toLowerCase() !== "accept");
  const request = { ...varyMethod(known.request, "GET"), headers: [...headers, ["Accept", "text/html"] as const] };
  return [
    ...built,
    {
      id: "page",
      role: "page",
      varies: "path",
      why: isAsset ? "the page that names the assets of the current build" : "the root page of this host",
      request: varyPath(request, "/"),
      // What a prefix leads to may be the data of the page that was asked for.
      tests: isAsset
        ? ["stale-identifier/stale-asset"]
        : ["rewrite-mismatch/spa-fallback", "rewrite-mismatch/base-path"],
      value: isAsset ? 2 : 0.8,
    },
  ];
}

function isNavigation(known: Known, last: string): boolean {
  const accept = known.request.headers.find(([name]) => name.toLowerCase() === "accept")?.[1] ?? "";
  const isPage = /text\/html/i.test(accept) && known.request.method === "GET" && !/\.\w{1,5}$/.test(last);
  const { matched } = known.match;
  return isPage && (matched === null || isOpenEnded(matched));
}

/** The asset under the name that the page gives it now. */
function planAsset(known: Known, name: string, text: string): readonly Experiment[] {
  const current = findCurrentAsset(name, text);
  if (current === null) {
    return [];
  }
  return [
    {
      id: "asset",
      role: "variant",
      varies: "identifier",
      why: "the name that the current page gives this asset",
      request: varyPath(known.request, joinPath([...known.target.segments.slice(0, -1), current])),
      tests: ["stale-identifier/stale-asset"],
      value: 1.5,
    },
  ];
}

/** The file of the same stem that the workspace holds built. */
function planBuilt(known: Known): readonly Experiment[] {
  const { asset } = known.surroundings;
  if (!asset) {
    return [];
  }
  const path = joinPath([...known.target.segments.slice(0, -1), asset.name]);
  return [
    {
      id: "built-asset",
      role: "variant",
      varies: "identifier",
      why: `the file of this name that was built last, ${asset.location.file}`,
      request: varyPath(known.request, path),
      tests: ["stale-identifier/stale-asset"],
      value: 1.8,
      reading: {
        step: "identifier",
        answers: "built-asset-answers",
        misses: null,
        claim: (status) =>
          `${known.target.segments.at(-1)} belongs to an earlier build: ${asset.name} is the one of now (${asset.location.file}), and answers ${status}.`,
        statement: (status) =>
          `${path} answers ${status}: ${asset.location.file} is of the same name and another build.`,
        location: asset.location,
      },
    },
  ];
}
