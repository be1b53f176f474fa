import { addRouter, type Call, placeIn } from "../graph/engine.ts";
import { createNode, PLAIN_ROUTE, type RouterNode } from "../graph/routers.ts";
import { ABSENT, type ExternalValue, type RouterValue, textOf, type Value } from "../graph/values.ts";
import { readDjangoPattern } from "./djangoPath.ts";
import type { Framework } from "./framework.ts";
import { classMethods, dotted, namedOr } from "./pythonCalls.ts";

/** Tornado, by https://www.tornadoweb.org/en/stable/web.html: an ordered list of whole-path expressions and handler classes. */
export const tornado: Framework = {
  name: "tornado",
  languages: ["python"],
  cue: /\btornado\b/,
  construct,
  invoke,
};

function construct(callee: ExternalValue, call: Call): Value | undefined {
  const path = dotted(callee);
  if (!path.startsWith("tornado.")) return undefined;
  const name = path.slice(path.lastIndexOf(".") + 1);
  if (name === "url" || name === "URLSpec") {
    const data = { path: namedOr(call, "pattern", 0) ?? ABSENT, handler: namedOr(call, "handler", 1) ?? ABSENT };
    return { kind: "made", framework: "tornado", role: "spec", at: call.at, data };
  }
  if (name !== "Application") return undefined;
  const node = createNode("tornado", call.at, { isApp: true, caseSensitive: true, strictSlash: true });
  registerAll(node, namedOr(call, "handlers", 0), call);
  return addRouter(call.engine, node, "app");
}

function invoke(router: RouterValue, method: string, call: Call): Value | undefined {
  if (method !== "add_handlers") return undefined;
  registerAll(router.node, namedOr(call, "host_handlers", 1), call);
  return router;
}

function registerAll(node: RouterNode, handlers: Value | undefined, call: Call): void {
  if (handlers?.kind !== "list") return;
  for (const each of handlers.items) {
    if (each.kind === "made" && each.role === "spec") {
      register(node, each.data["path"] ?? ABSENT, each.data["handler"] ?? ABSENT, { ...call, at: each.at });
    } else if (each.kind === "list") register(node, each.items[0] ?? ABSENT, each.items[1] ?? ABSENT, call);
  }
}

function register(node: RouterNode, path: Value, handler: Value, call: Call): void {
  if (path.kind !== "text") return;
  const whole = textOf(path)
    .replace(/^\^?\/?/, "^")
    .replace(/\$?$/, "$");
  const paths = [{ ...readDjangoPattern(whole), strictSlash: true }];
  const target = handler.kind === "text" ? named(handler.value, call) : handler;
  // Tornado's own handlers of files and redirects answer GET; files are documents, as everywhere.
  const own = /^.?tornado\.web\.(StaticFile|Redirect)Handler/.exec(textOf(target))?.[1];
  if (own !== undefined)
    node.entries.push({ ...PLAIN_ROUTE, methods: ["GET"], paths, at: call.at, isPage: own === "StaticFile" });
  if (target.kind !== "class") return;
  for (const { method, member, of } of classMethods(target)) {
    const place = placeIn(of.scope, member.at);
    node.entries.push({ ...PLAIN_ROUTE, methods: [method], paths, at: call.at, handler: place });
  }
}

/** `"package.module.Handler"` names a class that is imported when it is first needed. */
function named(path: string, call: Call): Value {
  const end = path.lastIndexOf(".");
  return end < 0 ? ABSENT : call.engine.importName(path.slice(0, end), call.at.file, path.slice(end + 1));
}
