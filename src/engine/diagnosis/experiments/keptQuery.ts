import { parseTargetUri } from "../../targetUri.ts";
import { findRedirecting } from "../identifiers/landing.ts";
import type { Experiment, Known } from "../known.ts";
import { asSafe } from "./vary.ts";

/** Where redirects left out parameters of the query: the place they led to, asked with them. */
export function planKeptQuery(known: Known): readonly Experiment[] {
  const { request, target, replay } = known;
  const hops = replay?.exchange.hops ?? [];
  const last = parseTargetUri(hops.at(-1)?.url ?? "");
  const lost = last ? listLost(target.query, last.query) : [];
  if (!last || hops.length < 2 || lost.length === 0) {
    return [];
  }
  const query = `?${[...listParameters(last.query), ...lost].join("&")}`;
  const route = findRedirecting(known);
  const left = `?${lost.join("&")}`;
  return [
    {
      id: "kept-query",
      role: "variant",
      varies: "path",
      why: `where the redirect leads, with the "${left}" that it left out`,
      request: { ...asSafe(request), url: `${last.scheme}://${last.authority}${last.path}${query}` },
      tests: ["rewrite-mismatch/redirect-drops-path", "stale-identifier/unknown-id"],
      value: 1.8,
      reading: {
        step: "routing",
        answers: "kept-query-answers",
        misses: null,
        ...(route ? { location: { file: route.file, line: route.line, column: route.column } } : {}),
        claim: (status) =>
          `The redirect from ${target.path} leaves out "${left}": ${last.path}${query} answers ${status}.`,
        statement: (status) =>
          `${last.path}${query} answers ${status}, with the "${left}" that the redirect leaves out.`,
      },
    },
  ];
}

function listParameters(query: string): readonly string[] {
  return query
    .replace(/^\?/, "")
    .split("&")
    .filter((parameter) => parameter !== "");
}

/** The parameters of one query whose names the other does not hold. */
function listLost(from: string, to: string): readonly string[] {
  const nameOf = (parameter: string) => parameter.replace(/=.*$/s, "");
  const held = new Set(listParameters(to).map(nameOf));
  return listParameters(from).filter((parameter) => !held.has(nameOf(parameter)));
}
