import type { StatedRoute } from "../facts.ts";

const METHOD_LINE = /^(\s+)["']?(get|put|post|delete|options|head|patch|trace)["']?\s*:/;

/**
 * Reads the operations of a block-style YAML document by its indentation alone, for documents that a parser takes seconds for.
 * `basePath` and the first server are read from their own lines.
 */
export function scanOpenApi(text: string): readonly StatedRoute[] {
  const routes: StatedRoute[] = [];
  const prefix = prefixOf(text);
  let isInPaths = false;
  let path: { readonly text: string; readonly indent: number } | null = null;
  for (const [index, line] of text.split("\n").entries()) {
    if (/^\S/.test(line) && !line.startsWith("#")) {
      isInPaths = /^["']?paths["']?\s*:/.test(line);
      path = null;
    }
    if (!isInPaths) continue;
    const opened = /^(\s+)(["']?)(\/.*?)\2\s*:\s*(?:#.*)?$/.exec(line);
    const indent = opened?.[1]?.length ?? 0;
    if (opened !== null && (path === null || indent <= path.indent)) path = { text: opened[3] ?? "", indent };
    const method = METHOD_LINE.exec(line);
    if (method === null || path === null || (method[1]?.length ?? 0) <= path.indent) continue;
    if (!isDirectlyBelow(method[1]?.length ?? 0, path.indent)) continue;
    const at = [index + 1, (method[1]?.length ?? 0) + 1] as const;
    const verb = (method[2] ?? "").toUpperCase();
    routes.push({
      framework: "openapi",
      method: verb,
      path: prefix + path.text,
      at,
      deprecated: false,
      unresolved: null,
    });
  }
  return routes;
}

function isDirectlyBelow(indent: number, outer: number): boolean {
  return indent - outer <= 4;
}

function prefixOf(text: string): string {
  const base = /^basePath\s*:\s*["']?([^"'\s#]+)/m.exec(text)?.[1];
  const server = /^servers\s*:\s*\n\s*-\s*(?:\w+\s*:.*\n\s*)*?url\s*:\s*["']?([^"'\s#]+)/m.exec(text)?.[1];
  const path = (base ?? server ?? "").replace(/^[a-z][a-z\d+.-]*:\/\/[^/]*/i, "").replace(/\/+$/, "");
  return path === "" || path.startsWith("/") ? path : `/${path}`;
}
