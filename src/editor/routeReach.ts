import { setImmediate } from "node:timers/promises";
import type { Location } from "../engine/model/place.ts";
import type { RouteTable } from "../engine/model/route.ts";
import { findRoute } from "../engine/routes/matchUrl.ts";
import type { Folder } from "./folder.ts";
import type { FoundRequest, WorkspaceRequests } from "./workspaceRequests.ts";

/** The requests that reach each route, by the place of the route as `placeKey` writes it. */
export type Reach = ReadonlyMap<string, readonly FoundRequest[]>;

/** How long requests are matched before other work of the editor gets its turn, in ms. */
const turn = 8;

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

/** The key of a place in a reach. */
export function placeKey({ file, line }: Pick<Location, "file" | "line">): string {
  return `${file}:${line}`;
}

async function matchAll(table: RouteTable, requests: readonly FoundRequest[]): Promise<Reach> {
  const reach = new Map<string, FoundRequest[]>();
  let turnEnds = performance.now() + turn;
  for (const request of requests) {
    const route = findRoute(table, request.resolved.method, request.resolved.url);
    if (route !== null) {
      const key = placeKey(route);
      reach.set(key, [...(reach.get(key) ?? []), request]);
    }
    if (performance.now() > turnEnds) {
      await setImmediate();
      turnEnds = performance.now() + turn;
    }
  }
  return reach;
}
