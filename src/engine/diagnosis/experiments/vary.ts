import type { ResolvedRequest } from "../../model/request.ts";
import { withPath } from "../../targetUri.ts";

const contentFields = new Set(["content-type", "content-length", "content-encoding", "transfer-encoding"]);

/** The same request with another path. */
export function varyPath(request: ResolvedRequest, path: string): ResolvedRequest {
  return { ...request, url: withPath(request.url, path) };
}

/** The same request by a method that has no content; the fields that describe content are left out with it. */
export function varyMethod(request: ResolvedRequest, method: "GET" | "HEAD" | "OPTIONS"): ResolvedRequest {
  const headers = request.headers.filter(([name]) => !contentFields.has(name.toLowerCase()));
  return { ...request, method, headers, body: null };
}

/** The same request as a GET, unless it is one that asks nothing of the server already. */
export function asSafe(request: ResolvedRequest): ResolvedRequest {
  return request.method === "GET" || request.method === "HEAD" ? request : varyMethod(request, "GET");
}
