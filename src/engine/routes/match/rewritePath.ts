import type { Rewrite } from "../../model/route.ts";

/** A path as one rule hands it on, and the origin it hands it to; null where the rule does not say. */
export interface RewrittenPath {
  readonly path: string;
  readonly origin: string | null;
}

/**
 * What one rewrite makes of a raw path: `*` in `from` stands for any rest and `{name}` for one segment; what they hold takes
 * the place of `*` and of the same name in `to`. Nothing else is changed, so that slashes glued wrongly stay so. Null when
 * the rule does not take the path.
 */
export function rewritePath(rewrite: Rewrite, path: string): RewrittenPath | null {
  const held = readHeld(rewrite.from, path);
  if (held === null) {
    return null;
  }
  const origin = /^[a-z]+:\/\/[^/]*/i.exec(rewrite.to)?.[0] ?? null;
  const target = rewrite.to.slice(origin?.length ?? 0) || "/";
  return { path: target.replace(/\*|\{\w+\}/g, (hole) => held.get(hole) ?? (hole === "*" ? "" : hole)), origin };
}

/** Whether a request can pass the rule at all: one that is sent straight to where the rule leads to does not, and a refusal lets none pass. */
export function isOnTheWay(rewrite: Rewrite, origin: string): boolean {
  const to = /^(?:https?:\/\/)([^/]+)/i.exec(rewrite.to)?.[1];
  // A service of the same composition has a name of its own there, and the same port here.
  const isLocal = /^https?:\/\/(?:localhost|127\.|\[::1\])/i.test(origin);
  const normal = (host: string) =>
    host.toLowerCase().replace(isLocal ? /^(?:[\w-]+|127\.0\.0\.1|\[::1\]|0\.0\.0\.0)(?=:|$)/ : /^$/, "localhost");
  return (
    !rewrite.kind.endsWith("-refuse") &&
    (to === undefined || normal(to) !== normal(origin.replace(/^https?:\/\//i, "")))
  );
}

/** What the holes of a pattern hold of a path, or null when it does not take the path; `/api/*` takes `/api` as well. */
function readHeld(from: string, path: string): ReadonlyMap<string, string> | null {
  const holes: string[] = [];
  const source = from
    .split(/(\*|\{\w+\})/)
    .map((piece) => {
      if (piece !== "*" && !/^\{\w+\}$/.test(piece)) {
        return piece.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
      }
      holes.push(piece);
      return piece === "*" ? "(.*)" : "([^/]+)";
    })
    .join("");
  const pattern = new RegExp(`^${source}$`);
  const found = pattern.exec(path) ?? (from.endsWith("/*") ? pattern.exec(`${path}/`) : null);
  return found && new Map(holes.map((hole, index) => [hole, found[index + 1] ?? ""]));
}
