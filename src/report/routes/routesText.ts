import { alignColumns, type Paint, placeText, type TextView } from "../terminalText.ts";
import type { RouteDocument, RoutesDocument } from "./routesJson.ts";
import { skippedText } from "./skippedFiles.ts";

/** The route table as a tree for a terminal: framework, then the file of the application, then its routes by path; it ends with a line feed. */
export function routesText(table: RoutesDocument, { paint }: TextView): string {
  const lines: string[] = [];
  for (const [framework, routes] of groupBy(table.routes, (route) => route.framework)) {
    lines.push(paint.strong(framework));
    for (const [application, members] of groupBy(routes, applicationOf)) {
      lines.push(`  ${application}`, ...routeLines(members, paint));
    }
    lines.push("");
  }
  if (table.pages !== undefined) lines.push(paint.strong("pages"), ...routeLines(table.pages, paint), "");
  if (table.rewrites.length > 0) {
    lines.push(paint.strong("rewrites"), ...rewriteLines(table), "");
  }
  if (table.skipped !== undefined) {
    lines.push(`not read: ${skippedText(table.skipped)}`);
  }
  lines.push(paint.faint(statistics(table)));
  return `${lines.join("\n")}\n`;
}

/** A route on one line without its place: `GET /api/v1/orders/{id}`, and what is not known of its prefix. */
export function routeLabel(route: RouteDocument): string {
  const label = `${route.method} ${route.path}`;
  return route.unresolved === null ? label : `${label} (${route.unresolved})`;
}

function routeLines(routes: readonly RouteDocument[], paint: Paint): readonly string[] {
  const sorted = routes.toSorted((a, b) => compare(a.path, b.path) || compare(a.method, b.method));
  const rows = alignColumns(
    sorted.map((route) => [
      route.method,
      route.unresolved === null ? route.path : `${route.path} (${route.unresolved})`,
      placeText(route),
      problemText(route),
    ]),
  );
  return rows.map(([method = "", path = "", place = "", problems = ""]) =>
    `    ${method}  ${path}  ${place}  ${problems === "" ? "" : paint.warn(problems)}`.trimEnd(),
  );
}

function problemText({ problems, culprit, test }: RouteDocument): string {
  const notes = [...problems, ...(test ? ["test"] : [])].join(", ");
  const how = problems.includes("not-registered") ? "by then at" : "by";
  return culprit === null ? notes : `${notes} ${how} ${culprit.file}:${culprit.line}`;
}

function rewriteLines(table: RoutesDocument): readonly string[] {
  return alignColumns(
    table.rewrites.map(({ kind, from, to, file, line }) => [kind, `${from} -> ${to}`, `${file}:${line}`]),
  ).map((cells) => `  ${cells.join("  ")}`);
}

/** The file whose application serves the route: the top of its mount chain, or its own file. */
function applicationOf(route: RouteDocument): string {
  return route.problems.includes("not-registered") ? "not mounted anywhere" : (route.mounts[0]?.file ?? route.file);
}

function statistics({ routes, stats }: RoutesDocument): string {
  const count = routes.length === 1 ? "1 route" : `${routes.length} routes`;
  return `${count}; ${stats.files} files seen, ${stats.parsed} read by a grammar, ${Math.round(stats.ms)} ms`;
}

function groupBy<Item>(items: readonly Item[], key: (item: Item) => string): readonly (readonly [string, Item[]])[] {
  return [...Map.groupBy(items, key)].sort(([a], [b]) => compare(a, b));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
