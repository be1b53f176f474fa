import { splitHoles } from "../graph/values.ts";

/** The paths below a prefix as rewrites spell them: `/api` and `/api/` are `/api/*`, and a path with a wildcard stays as it is. */
export function pathsBelow(prefix: string): string {
  if (prefix.startsWith("^")) return pathsOfPattern(prefix);
  if (prefix.includes("*")) return prefix.replace(/\*{2,}/g, "*");
  return `${prefix.replace(/\/+$/, "")}/*`;
}

/** The paths a regular expression takes, where it is a fixed beginning and anything; else the expression itself. */
function pathsOfPattern(pattern: string): string {
  const plain = pattern
    .slice(1)
    .replaceAll("\\/", "/")
    .replace(/\/?(?:\(\.[*+]\)|\.[*+])?\$?$/, "");
  return /^[\w/.-]*$/.test(plain) ? `${plain}/*` : pattern;
}

/**
 * Where a proxy sends a path: the target's origin (kept only when it is known), the target's own path, and the path as it was
 * rewritten, such as `http://localhost:3001/v1/orders/*`.
 */
export function sentTo(target: string, path: string): string {
  const origin = /^(?:https?|wss?):\/\/[^/\uE000]+/i.exec(target)?.[0] ?? "";
  const hasOwnPath = origin !== "" || target.startsWith("/");
  const own = hasOwnPath
    ? target
        .slice(origin.length)
        .replace(/[?#].*$/, "")
        .replace(/\/+$/, "")
    : "";
  return origin + withoutHoles(`${own}/${path}`).replace(/\/{2,}/g, "/");
}

/** Shows what could not be known of a path as parameters. */
export function withoutHoles(path: string): string {
  return splitHoles(path)
    .map((part) => (part.isHole ? `{${part.text.replace(/\W+/g, "_")}}` : part.text))
    .join("");
}

/** Applies the expressions of a `pathRewrite` table in their order, the first that matches alone, as http-proxy-middleware does. */
export function applyPathRewrite(
  rules: Iterable<readonly [pattern: string, replacement: string]>,
  path: string,
): string {
  for (const [pattern, replacement] of rules) {
    try {
      const expression = new RegExp(pattern);
      if (expression.test(path)) return path.replace(expression, replacement);
    } catch {
      // What is no regular expression fails in the proxy too, and rewrites nothing.
    }
  }
  return path;
}
