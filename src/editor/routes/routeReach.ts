import type { Route, RouteTable } from "../../engine/model/route.ts";
import { findRoute } from "../../engine/routes/match/matchUrl.ts";
import { patternOf } from "../../engine/routes/match/pathTemplate.ts";
import { routeKey } from "../../engine/routes/match/routeKey.ts";
import type { Folder } from "../folder.ts";
import type { FoundRequest, WorkspaceRequests } from "../requests/workspaceRequests.ts";
import { runInSlices } from "../slices.ts";

/** Which requests reach which route of one table. */
export interface Reach {
  readonly table: RouteTable;
  /** The requests that reach a route, of this table or of one before it, in the order of the files. */
  requestsOf(route: Route): readonly FoundRequest[];
}

/** Which requests of a folder reach which of its routes; worked out once for each state of both. */
export class RouteReach {
  readonly #requests: WorkspaceRequests;
  readonly #known = new WeakMap<
    RouteTable,
    { readonly from: readonly FoundRequest[]; readonly reach: Promise<Reach> }
  >();

  constructor(requests: WorkspaceRequests) {
    this.#requests = requests;
  }

  /** The reach of all requests of a folder over its routes. */
  async of(folder: Folder): Promise<Reach> {
    const table = await folder.routes();
    const requests = await this.#requests.all(folder);
    const known = this.#known.get(table);
    if (known?.from === requests) {
      return known.reach;
    }
    const reach = matchAll(table, requests);
    this.#known.set(table, { from: requests, reach });
    return reach;
  }
}

async function matchAll(table: RouteTable, requests: readonly FoundRequest[]): Promise<Reach> {
  const found = new Map<string, FoundRequest[]>();
  await runInSlices(fill(found, table, requests), () => true);
  return { table, requestsOf: (route) => found.get(routeKey(route)) ?? [] };
}

function* fill(
  found: Map<string, FoundRequest[]>,
  table: RouteTable,
  requests: readonly FoundRequest[],
): Generator<void, void> {
  // The first look at a table compiles each of its routes.
  for (const route of [...table.routes, ...(table.pages ?? [])]) {
    patternOf(route);
    yield;
  }
  for (const request of requests) {
    const route = findRoute(table, request.resolved.method, request.resolved.url);
    if (route !== null) {
      const key = routeKey(route);
      found.set(key, [...(found.get(key) ?? []), request]);
    }
    yield;
  }
}
