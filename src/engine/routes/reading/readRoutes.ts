import type { RouteTable } from "../../model/route.ts";
import type { Files } from "../../ports.ts";
import type { Grammars } from "./grammars.ts";
import { createRouteReader } from "./routeReader.ts";

/**
 * Reads the route table of a workspace once, from its files: those that hold a framework's tokens, and those that these
 * import. Never rejects; what cannot be read is left out.
 */
export async function readRoutes(files: Files, grammars: Grammars): Promise<RouteTable> {
  const reader = createRouteReader(files, grammars);
  await reader.readAll(() => {});
  return reader.table();
}
