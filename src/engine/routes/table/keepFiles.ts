import type { RouteTable } from "../../model/route.ts";

/** The table without the routes, pages and rewrites that stand in other files; the same object when there are none. */
export function keepFiles(table: RouteTable, isKept: (file: string) => boolean): RouteTable {
  const { routes, rewrites, pages = [] } = table;
  const isIn = ({ file }: { readonly file: string }) => isKept(file);
  if (routes.every(isIn) && rewrites.every(isIn) && pages.every(isIn)) return table;
  return { ...table, routes: routes.filter(isIn), rewrites: rewrites.filter(isIn), pages: pages.filter(isIn) };
}
