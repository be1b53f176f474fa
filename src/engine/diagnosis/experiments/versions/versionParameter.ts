import type { Experiment, Known } from "../../known.ts";
import { asSafe } from "../vary.ts";

const most = 2;

/** Where the service refuses the version that the query names: those that the settings of the workspace allow, and none at all. */
export function planVersionParameter(known: Known): readonly Experiment[] {
  const { request, target, facts, clues } = known;
  const isRefused = /^Invalid version in query parameter/.test(facts?.message ?? "");
  const set = clues.find(({ kind }) => kind === "version-parameter")?.value;
  const own = new RegExp(`[?&](${set ?? "[\\w-]*version[\\w-]*"})=([^&]*)`, "i").exec(target.query);
  const [whole = "", name = set ?? "version", asked] = own ?? [];
  if (!isRefused) {
    return [];
  }
  const allowed = new Map(
    clues.filter(({ kind, value }) => kind === "api-version" && value !== asked).map((clue) => [clue.value, clue]),
  );
  const named = [...allowed.values()].slice(0, most).map((clue) => ({
    with: `${name}=${clue.value}`,
    why: `with ${name}=${clue.value}, which ${clue.location.file}:${clue.location.line} allows`,
    url: withParameter(request.url, whole, `${name}=${encodeURIComponent(clue.value)}`),
    value: 1.3,
  }));
  const without = {
    with: `no ${name}`,
    why: `without ${name}`,
    url: request.url
      .replace(whole, whole.startsWith("?") ? "?" : "")
      .replace(/\?&/, "?")
      .replace(/\?(?=#|$)/, ""),
    value: 0.9,
  };
  return [...named, ...(own === null ? [] : [without])].map((variant) => ({
    id: `version-parameter:${variant.with}`,
    role: "variant",
    varies: "negotiation",
    why: variant.why,
    request: { ...asSafe(request), url: variant.url },
    tests: ["route-drift/version-selector"],
    value: variant.value,
    reading: {
      step: "routing",
      answers: "selector-answers",
      misses: null,
      claim: (status) =>
        `The service does not serve the version that ${asked === undefined ? `is taken without ${name}` : `${name}=${asked} names`}: ${variant.with === `no ${name}` ? `without it` : `with ${variant.with}`} the same request answers ${status}.`,
      statement: (status) => `${target.path} answers ${status} ${variant.why}.`,
    },
  }));
}

/** The URL with a parameter in the place of another, or added where that is empty. */
function withParameter(url: string, replaced: string, parameter: string): string {
  const [, before = "", query = "", fragment = ""] = /^([^?#]*)(\?[^#]*)?(#.*)?$/.exec(url) ?? [];
  return replaced === ""
    ? `${before}${query === "" ? "?" : `${query}&`}${parameter}${fragment}`
    : url.replace(replaced, `${replaced.slice(0, 1)}${parameter}`);
}
