import { withPath } from "../../targetUri.ts";
import type { Experiment, Known } from "../known.ts";
import { asSafe } from "./vary.ts";

/** Probes of a path that ends in a character which ends every path: a number sign or a question mark that must be encoded to be a part of it. */
export function planReserved(known: Known): readonly Experiment[] {
  return [...keepFragment(known), ...keepMark(known)];
}

/** A number sign and what stands behind it are no part of what is sent (RFC 9110 4.2.4), unless they are encoded; a page's own routes stay in the browser. */
function keepFragment(known: Known): readonly Experiment[] {
  const [, fragment] = /^[^#?]*[^#?/]#(?![/!])([^?]*)/.exec(known.request.url) ?? [];
  if (fragment === undefined) {
    return [];
  }
  const written = `%23${encodeURI(fragment).replaceAll("#", "%23")}`;
  const claim = `What begins with # is never sent: "#${fragment}" belongs to the identifier and is written ${written}`;
  return [planEncoded(known, `${known.target.path}${written}`, "#", claim, 1.6)];
}

/** A question mark begins the query (RFC 3986 3.4); one that no `name=value` follows may be the end of what is asked for. */
function keepMark(known: Known): readonly Experiment[] {
  const { path, query } = known.target;
  const rest = query.slice(1);
  const written = `%3F${rest}`;
  const claim = `A question mark begins the query: here it belongs to the identifier and is written ${written}`;
  const isQuery = query === "" || /[=&]/.test(rest) || path.endsWith("/");
  return isQuery ? [] : [planEncoded(known, `${path}${written}`, "?", claim, 1.1)];
}

function planEncoded(known: Known, path: string, mark: string, claim: string, value: number): Experiment {
  const request = asSafe(known.request);
  const url = withPath(request.url.replace(/[?#].*$/, ""), path);
  return {
    id: `reserved:${path}`,
    role: "variant",
    varies: "encoding",
    why: `with ${mark} as a part of the path`,
    request: { ...request, url },
    tests: ["stale-identifier/id-encoding", "stale-identifier/unknown-id"],
    value,
    reading: {
      step: "routing",
      answers: "encoding-answers",
      misses: null,
      claim: (status) => `${claim}: ${path} answers ${status}.`,
      statement: (status) => `${path} answers ${status}: only ${mark} was encoded.`,
    },
  };
}
