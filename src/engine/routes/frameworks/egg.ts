import { addRouter, type Call, type Engine, placeIn } from "../graph/engine.ts";
import { createNode, lengthened, PLAIN_ROUTE, type RouterNode } from "../graph/routers.ts";
import { objectValue, type RouterValue, textOf, unknownValue, type Value } from "../graph/values.ts";
import { addRoute } from "./addRoute.ts";
import { readExpressPath, readExpressPaths } from "./expressPath.ts";
import { exportsOf, findRoots, moduleOf } from "./fileRoutes.ts";
import type { Framework } from "./framework.ts";

const VERBS = new Set("get post put patch delete del head options all".split(" "));

/** What `router.resources` makes of a controller, by https://www.eggjs.org/basics/router. */
const RESOURCES = [
  ["index", "GET", ""],
  ["new", "GET", "/new"],
  ["show", "GET", "/{id}"],
  ["edit", "GET", "/{id}/edit"],
  ["create", "POST", ""],
  ["update", "PUT", "/{id}"],
  ["destroy", "DELETE", "/{id}"],
] as const;

/** Egg, by https://www.eggjs.org/basics/router: `app/router` exports a function of the application, whose router it fills. */
export const egg: Framework = {
  name: "egg",
  languages: ["javascript", "typescript"],
  cue: /\begg\b/,
  files: /(?:^|\/)app\/router(?:\/.*)?\.[jt]s$/,
  invoke,
  finish,
};

function finish(engine: Engine): void {
  for (const root of findRoots(engine, /(?!)/, /^egg$/)) {
    const file = ["js", "ts"]
      .map((each) => `${root.folder === "" ? "" : `${root.folder}/`}app/router.${each}`)
      .find((each) => engine.hasFile(each));
    const module = file === undefined ? null : moduleOf(file, engine);
    const [exported] = module === null ? [] : exportsOf(module, /^default$/);
    if (exported?.value.kind !== "function") continue;
    const at = placeIn(exported.value.scope, exported.value.fact.at);
    const router = addRouter(engine, createNode("egg", at, { isApp: true }), "router");
    const app = objectValue(
      [
        ["router", router],
        ["controller", unknownValue("controller")],
      ],
      true,
    );
    engine.run(exported.value, [app], at);
  }
}

function invoke(router: RouterValue, method: string, call: Call): Value | undefined {
  if (method === "namespace") return namespace(router, call);
  // A name may stand before the path.
  const start = call.arguments.findIndex((each) => each.kind === "text" && each.value.startsWith("/"));
  const path = call.arguments[start];
  if (path === undefined) return router;
  if (method === "resources") addResources(router.node, textOf(path), call);
  const paths = VERBS.has(method) ? readExpressPaths(path) : undefined;
  if (paths === undefined) return router;
  const verb = method === "all" ? "ANY" : method === "del" ? "DELETE" : method.toUpperCase();
  addRoute(router, [verb], paths, call);
  return router;
}

function addResources(node: RouterNode, path: string, call: Call): void {
  const actions = actionsOf(call.arguments.at(-1), call.engine);
  for (const [action, method, tail] of RESOURCES) {
    const handler = actions?.get(action) ?? null;
    if (actions !== null && handler === null) continue;
    const paths = readExpressPath(path).map((each) => lengthened(each, tail));
    node.entries.push({ ...PLAIN_ROUTE, methods: [method], paths, at: call.at, handler });
  }
}

/** The methods that the controller named by `controller.admin.posts` has, from `app/controller/admin/posts`; null when there is no such file. */
function actionsOf(controller: Value | undefined, engine: Engine): ReadonlyMap<string, Call["at"]> | null {
  const name = controller?.kind === "unknown" ? /controllers?\.(.+)$/.exec(controller.source)?.[1] : undefined;
  const stem = `app/controller/${name?.replaceAll(".", "/")}`;
  const file = engine.filesBelow("").find((each) => each.endsWith(`${stem}.js`) || each.endsWith(`${stem}.ts`));
  const module = file === undefined ? null : moduleOf(file, engine);
  if (module === null) return null;
  const members = module.facts.classes.flatMap((each) => each.members.map(({ name, at }) => [name, at] as const));
  const exported = [...module.exports.entries.keys()].map((each) => [each, [1, 1]] as const);
  return new Map([...exported, ...members].map(([each, at]) => [each, placeIn(module.scope, at)]));
}

/** `router.namespace("/api", middleware)` gives a router below that path. */
function namespace(router: RouterValue, call: Call): RouterValue {
  const inner = createNode("egg", call.at, {});
  const prefixes = readExpressPath(textOf(call.arguments[0] ?? { kind: "absent" }));
  router.node.entries.push({ kind: "mount", prefixes, target: inner, at: call.at });
  return addRouter(call.engine, inner, "router");
}
