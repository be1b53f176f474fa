import type { Route } from "../../model/route.ts";

/** Tells the routes of a table apart, and finds a route again in a table that was read anew, as long as its line has not moved. */
export function routeKey({ file, line, method, path }: Route): string {
  return `${file}:${line} ${method} ${path}`;
}
