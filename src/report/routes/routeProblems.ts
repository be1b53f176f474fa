import type { Route, RouteProblem } from "../../engine/model/route.ts";

/** What is wrong with a route in two or three words, such as `not registered`. */
export function problemName(problem: RouteProblem): string {
  return problem.replaceAll("-", " ");
}

/** What is wrong with a route as one sentence that says what it leads to, with the place of the culprit where there is one. Not masked. */
export function problemSentence(problem: RouteProblem, route: Route): string {
  const at = route.culprit === null ? "" : ` at ${route.culprit.file}:${route.culprit.line}`;
  switch (problem) {
    case "not-registered":
      return route.culprit === null
        ? "Nothing mounts the router or controller that holds this route, so no request reaches it."
        : `It is added after its router was mounted${at}, which took only the routes that were there.`;
    case "shadowed":
      return `The earlier, more general route${at} takes its requests.`;
    case "after-catch-all":
      return `What answers everything${at} is registered before it, so no request reaches it.`;
    case "duplicate":
      return `An earlier route${at} already answers this method and path.`;
    case "missing-handler":
      return "The handler that it names does not exist.";
    case "constraint-conflict":
      return "The framework refuses this path: it is no pattern of its version, or another route contradicts it.";
    case "doubled-prefix":
      return `The path repeats the end of what it is mounted under: ${route.path}.`;
    case "missing-slash":
      return "The path does not start with a slash, so the framework never matches it.";
    case "unreachable-version":
      return "No request can ask for the version that it is registered under.";
  }
}
