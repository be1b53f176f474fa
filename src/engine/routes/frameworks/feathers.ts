import { addRouter, type Call, placeIn, routerValue } from "../graph/engine.ts";
import { createNode, lengthened, NO_PREFIX, type PathPattern, PLAIN_ROUTE } from "../graph/routers.ts";
import type { ClassValue, ExternalValue, RouterValue, Value } from "../graph/values.ts";
import { addRoute } from "./addRoute.ts";
import { readExpressPaths } from "./expressPath.ts";
import type { Framework, UnboundParameter } from "./framework.ts";
import { optionOf, textsOf } from "./options.ts";

/** How a service's methods are called over HTTP, by https://feathersjs.com/api/client/rest.html#http-api. */
const CALLS = [
  ["find", "GET", ""],
  ["get", "GET", "/{id}"],
  ["create", "POST", ""],
  ["update", "PUT", "/{id}"],
  ["patch", "PATCH", "/{id}"],
  ["remove", "DELETE", "/{id}"],
] as const;

const VERBS = new Set("get post put patch delete head options all".split(" "));

/** Feathers, by https://feathersjs.com/api/services.html: services are mounted at paths, beside routes of Express. */
export const feathers: Framework = {
  name: "feathers",
  languages: ["javascript", "typescript"],
  cue: /@feathersjs\//,
  construct,
  invoke,
  guess,
};

function construct(callee: ExternalValue, call: Call): Value | undefined {
  if (!/^@feathersjs\/(?:feathers|express|koa)$/.test(callee.module)) return undefined;
  const name = callee.path.join(".");
  const [first] = call.arguments;
  if (callee.module === "@feathersjs/feathers") {
    if (!/^(?:|feathers)$/.test(name)) return undefined;
    return addRouter(call.engine, createNode("feathers", call.at, { isApp: true }), "app");
  }
  // `express(feathers())` and `koa(feathers())` give the application another transport.
  if (/^(?:|express|koa|feathersExpress)$/.test(name)) return first?.kind === "router" ? first : undefined;
  return undefined;
}

function guess({ name, type, file }: UnboundParameter): RouterValue | undefined {
  const imports = file.imports.some((each) => each.startsWith("@feathersjs/"));
  if (!imports || !(name === "app" || (type !== null && /\bApplication\b/.test(type)))) return undefined;
  return routerValue(createNode("feathers", { file: file.file, line: 1, column: 1 }, { isGuess: true }), "app");
}

function invoke(router: RouterValue, method: string, call: Call): Value | undefined {
  const [first, second] = call.arguments;
  if (method === "configure") {
    if (first?.kind === "function") call.engine.run(first, [router], call.at);
    return router;
  }
  if (method === "use") return use(router, call);
  if (VERBS.has(method) && second !== undefined) {
    const paths = readExpressPaths(first);
    if (paths !== undefined) addRoute(router, [method === "all" ? "ANY" : method.toUpperCase()], paths, call);
    return router;
  }
  return undefined;
}

function use(router: RouterValue, call: Call): Value {
  const [path, ...targets] = call.arguments;
  const paths = path?.kind === "text" ? [servicePath(path.value)] : (readExpressPaths(path) ?? undefined);
  for (const target of paths === undefined ? call.arguments : targets) {
    if (target.kind !== "router") continue;
    const prefixes = paths ?? [NO_PREFIX];
    router.node.entries.push({ kind: "mount", prefixes, target: target.node, at: call.at });
  }
  const service = targets.find((each) => !/^(?:function|router|truth|absent)$/.test(each.kind));
  const isWare = service?.kind === "external" || (service?.kind === "unknown" && isMiddleware(service.source));
  if (paths !== undefined && service !== undefined && !isWare) addService(router, paths, service, call);
  return router;
}

/** `express.static()`, `notFound()` and the like answer in their own way. */
function isMiddleware(source: string): boolean {
  return /(?:static|notFound|errorHandler|json|urlencoded|cors|helmet|serveStatic|favicon|compress\w*|proxy\w*)(?:\(\))?$/i.test(
    source,
  );
}

function servicePath(path: string): PathPattern {
  const bare = path.replace(/^\/+|\/+$/g, "").replace(/:(\w+)/g, "{$1}");
  return { template: bare === "" ? "" : `/${bare}`, parameters: [], problems: [] };
}

/** All six methods, or those the class of the service has, or those the options name. */
function addService(router: RouterValue, paths: readonly PathPattern[], service: Value, call: Call): void {
  const named = textsOf(optionOf(call.arguments.at(-1), "methods"));
  const listed = named.length === 0 && isAuthentication(service) ? ["create", "remove"] : named;
  for (const [method, verb, tail] of CALLS) {
    if (listed.length > 0 && !listed.includes(method)) continue;
    const own = memberOf(service, method);
    if (own === "none") continue;
    router.node.entries.push({
      ...PLAIN_ROUTE,
      methods: [verb],
      paths: paths.map((path) => lengthened(path, path.template + tail === "" ? "/" : tail)),
      at: call.at,
      handler: own,
    });
  }
}

/** The service of `@feathersjs/authentication` logs in and out, and does nothing else. */
function isAuthentication(service: Value): boolean {
  if (service.kind === "unknown") return /@feathersjs\.authentication|\bAuthenticationService\b/.test(service.source);
  const base = service.kind === "object" ? service.of?.base : undefined;
  return base?.kind === "external" && /AuthenticationService$/.test(base.path.at(-1) ?? "");
}

/** Where a service's method is written; null where a package has it, and `none` where nothing does. */
function memberOf(service: Value, method: string): Call["at"] | null | "none" {
  if (service.kind !== "object") return null;
  if (service.of !== null) return memberOfClass(service.of, method);
  const entry = service.entries.get(method);
  if (entry === undefined) return service.isOpen || service.entries.size === 0 ? null : "none";
  const value = typeof entry === "function" ? entry() : entry;
  return value.kind === "function" ? placeIn(value.scope, value.fact.at) : null;
}

function memberOfClass(of: ClassValue, method: string): Call["at"] | null | "none" {
  const member = of.fact.members.find((each) => each.name === method && !each.isStatic);
  if (member !== undefined) return placeIn(of.scope, member.at);
  if (of.base?.kind === "class") return memberOfClass(of.base, method);
  return of.base === null ? "none" : null;
}
