import type { Route, RouteTable } from "../../model/route.ts";
import { findRoute } from "../../routes/match/matchUrl.ts";
import { matchesPath } from "../../routes/match/routeAnswers.ts";
import { parseTargetUri } from "../../targetUri.ts";
import type { Experiment, Known } from "../known.ts";

const actionBehindParameter = /\}\/[^{}/]+\/?$/;

/**
 * Whether an experiment might do something though its method is safe: it asks for a path that no request of the file ends like, and the route that takes
 * it looks at no method and ends in a fixed word behind a parameter. A function of Django for `/orders/{id}/cancel` cancels whatever the method is.
 */
export function mayAct({ routes, target, siblings }: Known, { request }: Experiment): boolean {
  const asked = request.method === "OPTIONS" ? null : parseTargetUri(request.url);
  const acting = asked ? actionsOf(routes).filter((route) => matchesPath(route, asked.path)) : [];
  const taker = asked && acting.length > 0 ? findRoute(routes, "GET", asked.path) : null;
  if (!asked || !taker || !acting.includes(taker)) {
    return false;
  }
  const own = siblings.filter(({ method }) => method === "GET").map(({ url }) => parseTargetUri(url)?.path ?? "");
  return ![target.path, ...own].some((path) => lastWord(path) === lastWord(asked.path));
}

const actions = new WeakMap<RouteTable, readonly Route[]>();

function actionsOf(routes: RouteTable): readonly Route[] {
  const found =
    actions.get(routes) ??
    routes.routes.filter(({ method, path }) => method === "ANY" && actionBehindParameter.test(path));
  actions.set(routes, found);
  return found;
}

function lastWord(path: string): string {
  return path.split("/").findLast((word) => word !== "") ?? "";
}
