import type { ResolvedRequest } from "../../model/request.ts";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * True for the methods that are sent without a person's consent: GET, HEAD and OPTIONS, in the letters HTTP knows them by.
 * Methods are case-sensitive (RFC 9110 9.1), so `get` is another method and asks.
 */
export function isSafeMethod(method: string): boolean {
  return safeMethods.has(method);
}

/** True when a person must agree before this request is sent: its method may change something, or its `# @note` asks for it. */
export function needsConsent(request: Pick<ResolvedRequest, "method" | "directives">): boolean {
  return !isSafeMethod(request.method) || "note" in request.directives;
}

const actingWords = new Set([
  "logout",
  "log-out",
  "signout",
  "sign-out",
  "delete",
  "remove",
  "destroy",
  "purge",
  "unsubscribe",
  "deactivate",
  "revoke",
  "reset-password",
  "confirm",
  "verify-email",
  "approve",
  "reject",
]);

/**
 * True when a path segment or a parameter's name says that even a GET may change something
 * (`/logout`, `/unsubscribe?token=`, `?_method=delete`), so that probes keep away from it.
 */
export function mayActOnGet(target: string): boolean {
  const [path = "", query = ""] = target.split("?");
  const segments = path.split("/").map((segment) => segment.toLowerCase().replaceAll("_", "-"));
  if (segments.some((segment) => actingWords.has(segment))) return true;
  const names = query.split("&").map((pair) => (pair.split("=")[0] ?? "").toLowerCase());
  return names.some((name) => name === "_method" || actingWords.has(name.replaceAll("_", "-")));
}

const overrides = new Set(["x-http-method-override", "x-http-method", "x-method-override"]);

/** True for the header fields that make a server treat a GET as another method. */
export function isMethodOverride(name: string): boolean {
  return overrides.has(name.toLowerCase());
}
