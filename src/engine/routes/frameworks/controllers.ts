import type { Call, Engine } from "../graph/engine.ts";
import { force } from "../graph/members.ts";
import { ABSENT, type Value } from "../graph/values.ts";
import {
  type ConfiguredPrefix,
  type ControllerDialect,
  type DecoratedRoute,
  decoratedFramework,
  verbRoute,
} from "./decoratedClasses.ts";
import { configurationOf, moduleOf } from "./fileRoutes.ts";
import type { Framework } from "./framework.ts";
import { optionOf, textsOf } from "./options.ts";

const DIALECTS: readonly ControllerDialect[] = [
  {
    // https://github.com/typestack/routing-controllers
    name: "routing-controllers",
    cue: /\brouting-controllers\b/,
    module: /^routing-controllers$/,
    controllers: /^(?:Json)?Controller$/,
    routeOf: (name, call) => (name === "Method" ? namedMethod(call) : verbRoute(name, call)),
    prefixOf: (name, call) => optionOfSetup(/^(?:create|use)(?:Express|Koa)Server$/, "routePrefix", name, call),
  },
  {
    // https://tsoa-community.github.io/docs
    name: "tsoa",
    cue: /["']@?tsoa\b/,
    module: /^(?:tsoa|@tsoa\/runtime)$/,
    controllers: /^Route$/,
    routeOf: verbRoute,
    prefixConfigured: tsoaPrefix,
  },
  {
    // https://tsed.dev/docs/controllers.html
    name: "tsed",
    cue: /@tsed\//,
    module: /^@tsed\/(?:common|di|schema)$/,
    controllers: /^Controller$/,
    routeOf: verbRoute,
    prefixOf: (name, call) => (name === "Configuration" ? mountPath(optionOf(call.arguments[0], "mount")) : undefined),
  },
  {
    // https://github.com/inversify/inversify-express-utils
    name: "inversify",
    cue: /\binversify-express-utils\b|@inversifyjs\/http/,
    module: /^(?:inversify-express-utils|@inversifyjs\/http-core)$/,
    controllers: /^[cC]ontroller$/,
    isLastFirst: true,
    routeOf: (name, call) => (name === "httpMethod" ? namedMethod(call) : verbRoute(name, call)),
    prefixOf: (name, call) => (name === "InversifyExpressServer" ? rootPath(call.arguments[2]) : undefined),
  },
  {
    // https://github.com/seanpmaxwell/overnight
    name: "overnight",
    cue: /@overnightjs\/core/,
    module: /^@overnightjs\/core$/,
    controllers: /^(?:Class)?(?:Controller|Wrapper)$/,
    routeOf: verbRoute,
  },
  {
    // https://midwayjs.org/docs/controller
    name: "midway",
    cue: /@midwayjs\//,
    module: /^@midwayjs\/(?:core|decorator)$/,
    controllers: /^Controller$/,
    routeOf: verbRoute,
    prefixConfigured: midwayPrefix,
  },
  {
    // https://loopback.io/doc/en/lb4/Decorators_openapi.html
    name: "loopback",
    cue: /@loopback\/(?:rest|openapi-v3)/,
    module: /^@loopback\/(?:rest|openapi-v3)$/,
    controllers: /^api$/,
    needsNoController: true,
    routeOf: (name, call) => (name === "operation" ? namedMethod(call) : verbRoute(name, call)),
    prefixSet: loopbackPrefix,
  },
  {
    // https://github.com/Cody2333/koa-swagger-decorator
    name: "koa-swagger-decorator",
    cue: /\bkoa-swagger-decorator\b/,
    module: /^koa-swagger-decorator$/,
    controllers: /^prefix$/,
    needsNoController: true,
    routeOf: (name, call) => (name === "request" ? namedMethod(call) : undefined),
  },
  {
    // https://www.eggjs.org/basics/controller, which sorts paths by how fixed they are
    name: "tegg",
    cue: /\bHTTPController\b/,
    module: /^(?:egg|@eggjs\/(?:tegg|controller-decorator))$/,
    controllers: /^HTTPController$/,
    routeOf: (name, call) => (name === "HTTPMethod" ? mappedMethod(call) : undefined),
  },
  {
    // https://docs.danet.land/overview/controllers.html
    name: "danet",
    cue: /@danet\/core|\/x\/danet/,
    module: /^(?:jsr:)?@danet\/core|\/x\/danet/,
    controllers: /^Controller$/,
    routeOf: verbRoute,
  },
];

/** The frameworks whose routes are decorators of classes and methods. */
export const controllers: readonly Framework[] = DIALECTS.map(decoratedFramework);

/** `@Method("move", "/path")`: the first argument names the method. */
function namedMethod(call: Call): DecoratedRoute | undefined {
  const methods = textsOf(call.arguments[0]).map((each) => each.toUpperCase());
  return methods.length === 0 ? undefined : { methods, path: call.arguments[1] };
}

/** `@HTTPMethod({ path: "/", method: HTTPMethodEnum.GET })`. */
function mappedMethod(call: Call): DecoratedRoute | undefined {
  const method = optionOf(call.arguments[0], "method");
  const name = method?.kind === "external" ? method.path.at(-1) : textsOf(method)[0];
  return name === undefined ? undefined : { methods: [name], path: optionOf(call.arguments[0], "path") };
}

function optionOfSetup(makers: RegExp, option: string, name: string, call: Call): Value | undefined {
  if (!makers.test(name)) return undefined;
  return call.arguments.map((each) => optionOf(each, option)).find((each) => each !== undefined) ?? ABSENT;
}

/** `mount: { "/rest": [Controller] }`: one path is the prefix of all; of several it is not known whose is whose. */
function mountPath(mount: Value | undefined): Value {
  const paths = mount?.kind === "object" ? [...mount.entries.keys()] : [];
  return paths.length === 1 ? { kind: "text", value: paths[0] ?? "" } : ABSENT;
}

/** `{ "routes": { "basePath": "/v1" } }` of `tsoa.json`. */
function tsoaPrefix(engine: Engine): ConfiguredPrefix | undefined {
  const file = engine.filesBelow("").find((each) => /(?:^|\/)tsoa\.(?:json|ya?ml)$/.test(each));
  const whole = file === undefined ? undefined : moduleOf(file, engine)?.whole;
  const prefix = optionOf(optionOf(whole ?? undefined, "routes"), "basePath");
  return file === undefined || prefix === undefined ? undefined : { prefix, file };
}

/** `koa: { globalPrefix: "/v1" }` of `config.default.ts`, exported whole or by name. */
function midwayPrefix(engine: Engine): ConfiguredPrefix | undefined {
  const file = engine.filesBelow("").find((each) => /(?:^|\/)config\/config\.default\.[jt]s$/.test(each));
  if (file === undefined) return undefined;
  const whole = configurationOf(file, engine);
  for (const name of ["koa", "express", "egg"]) {
    const named = moduleOf(file, engine)?.exports.entries.get(name);
    const prefix = optionOf(optionOf(whole, name) ?? (named === undefined ? undefined : force(named)), "globalPrefix");
    if (prefix !== undefined) return { prefix, file };
  }
  return undefined;
}

/** `this.basePath("/api")` in an application of LoopBack. */
function loopbackPrefix(callee: string, call: Call): Value | undefined {
  const [first] = call.arguments;
  const isOurs = call.engine.factsOf(call.at.file)?.imports.some((each) => each.startsWith("@loopback/"));
  return isOurs && /(?:^|\.)basePath$/.test(callee) && first?.kind === "text" ? first : undefined;
}

function rootPath(config: Value | undefined): Value {
  return optionOf(config, "rootPath") ?? ABSENT;
}
