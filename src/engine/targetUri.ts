/**
 * The pieces of an absolute target URI exactly as written; nothing is normalised, so that the pieces join to the whole.
 * `path` starts with `/` or is empty, `query` keeps its `?`, `segments` are the raw pieces between slashes.
 */
export interface TargetUri {
  readonly scheme: string;
  readonly authority: string;
  readonly host: string;
  readonly origin: string;
  readonly path: string;
  readonly query: string;
  readonly segments: readonly string[];
}

/** Splits an absolute http or https URI by RFC 3986 appendix B, without normalising; null when it is none. */
export function parseTargetUri(url: string): TargetUri | null {
  const found = /^(https?):\/\/([^/?#]*)([^?#]*)(\?[^#]*)?/i.exec(url);
  if (!found?.[1] || !found[2]) {
    return null;
  }
  const authority = found[2];
  const path = found[3] ?? "";
  const hostAndPort = authority.slice(authority.lastIndexOf("@") + 1);
  return {
    scheme: found[1].toLowerCase(),
    authority,
    host: hostAndPort,
    origin: `${found[1].toLowerCase()}://${hostAndPort.toLowerCase()}`,
    path,
    query: found[4] ?? "",
    segments: splitPath(path),
  };
}

/** The raw segments of a path, without the empty piece before the first slash; `/a//b/` gives `a`, ``, `b`, ``. */
export function splitPath(path: string): readonly string[] {
  if (path === "" || path === "/") {
    return [];
  }
  return (path.startsWith("/") ? path.slice(1) : path).split("/");
}

/** A path made of raw segments. */
export function joinPath(segments: readonly string[]): string {
  return `/${segments.join("/")}`;
}

/** The same URI with another path; scheme, authority and query stay as written. */
export function withPath(url: string, path: string): string {
  const target = parseTargetUri(url);
  return target ? `${target.scheme}://${target.authority}${path}${target.query}` : url;
}
