import type { Call } from "../graph/engine.ts";
import { addRouter } from "../graph/engine.ts";
import { createNode, type PathPattern, PLAIN_ROUTE } from "../graph/routers.ts";
import { ABSENT, textOf, type Value } from "../graph/values.ts";
import { namedOr } from "./pythonCalls.ts";

type Row = readonly [method: string, path: string];

/** The routers of fastapi-users, by https://fastapi-users.github.io/fastapi-users/latest/usage/routes. */
const ROUTERS: Readonly<Record<string, readonly Row[]>> = {
  get_auth_router: [
    ["POST", "/login"],
    ["POST", "/logout"],
  ],
  get_register_router: [["POST", "/register"]],
  get_reset_password_router: [
    ["POST", "/forgot-password"],
    ["POST", "/reset-password"],
  ],
  get_verify_router: [
    ["POST", "/request-verify-token"],
    ["POST", "/verify"],
  ],
  get_users_router: [
    ["GET", "/me"],
    ["PATCH", "/me"],
    ["GET", "/{id}"],
    ["PATCH", "/{id}"],
    ["DELETE", "/{id}"],
  ],
  get_oauth_router: [
    ["GET", "/authorize"],
    ["GET", "/callback"],
  ],
  get_oauth_associate_router: [
    ["GET", "/authorize"],
    ["GET", "/callback"],
  ],
};

/**
 * What a call of a library gives or adds whose routes are its own: a router of fastapi-users, or the metrics that an instrumentator of
 * prometheus-fastapi-instrumentator exposes. Undefined for any other call.
 */
export function callOfLibrary(callee: string, call: Call): Value | undefined {
  const name = callee.slice(callee.lastIndexOf(".") + 1);
  const rows = Object.hasOwn(ROUTERS, name) ? ROUTERS[name] : undefined;
  if (rows !== undefined) return routerOf(rows, call);
  const app = call.arguments[0] ?? call.named.get("app");
  if (name !== "expose" || app?.kind !== "router" || app.framework !== "fastapi") return undefined;
  const path = namedOr(call, "endpoint", 2) ?? ABSENT;
  const paths = [plain(path.kind === "absent" ? "/metrics" : textOf(path))];
  app.node.entries.push({ ...PLAIN_ROUTE, methods: ["GET"], paths, at: call.at });
  return app;
}

function routerOf(rows: readonly Row[], call: Call): Value {
  const router = addRouter(call.engine, createNode("fastapi", call.at, { caseSensitive: true }), "router");
  for (const [method, path] of rows) {
    router.node.entries.push({ ...PLAIN_ROUTE, methods: [method], paths: [plain(path)], at: call.at });
  }
  return router;
}

function plain(template: string): PathPattern {
  return { template, parameters: [], problems: [], keepsSlash: true };
}
