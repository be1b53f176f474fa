import { addRouter, type Call } from "../graph/engine.ts";
import { createNode, NO_PREFIX, type PathPattern, PLAIN_ROUTE } from "../graph/routers.ts";
import { ABSENT, type ExternalValue, type MadeValue, type RouterValue, textOf, type Value } from "../graph/values.ts";
import { readAnglePath } from "./anglePath.ts";
import { readColonPath } from "./colonPath.ts";
import type { Framework } from "./framework.ts";
import { locateValue } from "./handlers.ts";
import { textsOf } from "./options.ts";
import { dotted, namedOr, pendingDecorator, recogniseDecorator } from "./pythonCalls.ts";

/** What tells one small Python framework with `@app.get("/path")` from another. */
interface Likeness {
  readonly name: string;
  readonly cue: RegExp;
  /** The dotted names of what makes an application, and of what makes a router that another one mounts. */
  readonly apps: RegExp;
  readonly routers: RegExp;
  /** `<name>`, or `{name}` and `:name`. */
  readonly syntax: "angle" | "brace";
  /** The methods that mount a router, and the keyword of the prefix. */
  readonly mounts: RegExp;
  readonly prefix: "prefix" | "url_prefix";
  readonly strictSlash: boolean;
  /** What `route` answers where nothing names methods. */
  readonly unnamed: "GET" | "ANY";
}

const LIKENESSES: readonly Likeness[] = [
  {
    // https://aws.github.io/chalice/topics/routing.html
    name: "chalice",
    cue: /\bchalice\b/,
    apps: /^chalice\.(?:\w+\.)*Chalice$/,
    routers: /^chalice\.(?:\w+\.)*Blueprint$/,
    syntax: "brace",
    mounts: /^register_blueprint$/,
    prefix: "url_prefix",
    strictSlash: false,
    unnamed: "GET",
  },
  {
    // https://docs.powertools.aws.dev/lambda/python/latest/core/event_handler/api_gateway
    name: "powertools",
    cue: /\baws_lambda_powertools\b/,
    apps: /^aws_lambda_powertools\.(?:\w+\.)*(?:APIGateway(?:Rest|Http)|ALB|LambdaFunctionUrl|VPCLattice(?:V2)?|BedrockAgent)Resolver$/,
    routers: /^aws_lambda_powertools\.(?:\w+\.)*(?:\w*Router)$/,
    syntax: "angle",
    mounts: /^include_router$/,
    prefix: "prefix",
    strictSlash: false,
    unnamed: "GET",
  },
  {
    // https://microdot.readthedocs.io/en/latest/intro.html
    name: "microdot",
    cue: /\bmicrodot\b/,
    apps: /^microdot(?:_\w+)?\.(?:\w+\.)*Microdot$/,
    routers: /(?!)/,
    syntax: "angle",
    mounts: /^mount$/,
    prefix: "url_prefix",
    strictSlash: true,
    unnamed: "GET",
  },
  {
    // https://www.neoteroi.dev/blacksheep/routing
    name: "blacksheep",
    cue: /\bblacksheep\b/,
    apps: /^blacksheep\.(?:\w+\.)*Application$/,
    routers: /^blacksheep\.(?:\w+\.)*(?:Router|RoutesRegistry)$/,
    syntax: "brace",
    mounts: /^mount$/,
    prefix: "prefix",
    strictSlash: false,
    unnamed: "GET",
  },
  {
    // https://responder.kennethreitz.org
    name: "responder",
    cue: /\bresponder\b/,
    apps: /^responder\.(?:\w+\.)*API$/,
    routers: /(?!)/,
    syntax: "brace",
    mounts: /^mount$/,
    prefix: "prefix",
    strictSlash: true,
    unnamed: "ANY",
  },
];

/** Small Python frameworks that differ in what their classes are called and in how a path names its parameters. */
export const pythonLikes: readonly Framework[] = LIKENESSES.map((likeness) => ({
  name: likeness.name,
  languages: ["python"],
  cue: likeness.cue,
  construct: (callee, call) => construct(likeness, callee, call),
  invoke: (router, method, call) => invoke(likeness, router, method, call),
  property: (router, name) => (name === "router" ? router : undefined),
  apply: (made, call) => apply(likeness, made, call),
  recognise: (callee, call) => recogniseDecorator(likeness.name, likeness.cue, callee, call),
}));

function construct(likeness: Likeness, callee: ExternalValue, call: Call): Value | undefined {
  const path = dotted(callee);
  const isApp = likeness.apps.test(path);
  if (!isApp && !likeness.routers.test(path)) return undefined;
  const { strictSlash } = likeness;
  const prefix = call.named.get(likeness.prefix);
  const node = createNode(likeness.name, call.at, { isApp, caseSensitive: true, strictSlash });
  if (prefix !== undefined && prefix.kind !== "absent") node.prefix = readPath(likeness, prefix);
  return addRouter(call.engine, node, isApp ? "app" : "router");
}

function readPath({ syntax, strictSlash }: Likeness, value: Value): PathPattern {
  const text = textOf(value);
  const absolute = text === "" || text.startsWith("/") ? text : `/${text}`;
  if (syntax === "angle") return readAnglePath(absolute, strictSlash);
  const bare = absolute.replace(/\{(\w+):path\}/g, "{$1*}").replace(/\{(\w+):\w+\}/g, "{$1}");
  return bare.includes("{") ? { template: bare, parameters: [], problems: [] } : colons(bare);
}

function colons(path: string): PathPattern {
  return readColonPath(path, { brackets: "()", wildcardMayBeAbsent: false });
}

function invoke(likeness: Likeness, router: RouterValue, method: string, call: Call): Value | undefined {
  if (/^(?:get|post|put|patch|delete|head|options|route)$/.test(method)) {
    const given = textsOf(call.named.get("methods") ?? call.named.get("method"));
    const methods = method === "route" ? (given.length === 0 ? [likeness.unnamed] : given) : [method];
    const made = pendingDecorator(
      likeness.name,
      router,
      methods.map((each) => each.toUpperCase()),
      call,
    );
    // Paths and rules are the first argument, whatever they are called.
    return { ...made, data: { ...made.data, path: call.arguments[0] ?? made.data["path"] ?? ABSENT } };
  }
  if (method === "add_route" && likeness.name === "responder") {
    const handler = namedOr(call, "endpoint", 1) ?? ABSENT;
    register(likeness, router, ["ANY"], namedOr(call, "route", 0) ?? ABSENT, handler, call.at);
    return router;
  }
  return likeness.mounts.test(method) ? mount(likeness, router, call) : undefined;
}

/** `include_router(router, prefix="/x")`; some write the prefix first: `mount("/x", app)`. */
function mount(likeness: Likeness, router: RouterValue, call: Call): Value {
  const [first, second] = call.arguments;
  const target = [first, second].find((each) => each?.kind === "router");
  const prefix = call.named.get(likeness.prefix) ?? [first, second].find((each) => each?.kind === "text");
  if (target?.kind !== "router") return router;
  const prefixes = [prefix === undefined ? NO_PREFIX : readPath(likeness, prefix)];
  router.node.entries.push({ kind: "mount", prefixes, target: target.node, at: call.at });
  return router;
}

function register(
  likeness: Likeness,
  router: RouterValue,
  methods: readonly string[],
  path: Value,
  handler: Value,
  at: Call["at"],
): void {
  const paths = [readPath(likeness, path)];
  router.node.entries.push({ ...PLAIN_ROUTE, methods, paths, at, handler: locateValue(handler) });
}

function apply(likeness: Likeness, made: MadeValue, call: Call): Value | undefined {
  const [target] = call.arguments;
  const on = made.data["router"];
  if (made.role !== "decorator" || on?.kind !== "router" || target === undefined) return undefined;
  register(likeness, on, textsOf(made.data["methods"]), made.data["path"] ?? ABSENT, target, made.at);
  return target;
}
