import type { Operation } from "../../model/route.ts";
import { addRouter, type Call } from "../graph/engine.ts";
import { createNode, NO_PREFIX, PLAIN_ROUTE } from "../graph/routers.ts";
import { ABSENT, type ExternalValue, type RouterValue, textOf, type Value } from "../graph/values.ts";
import { readColonPath } from "./colonPath.ts";
import type { Framework } from "./framework.ts";
import { constructSchema, operationsOf } from "./graphqlOperations.ts";
import { optionOf, truthOf } from "./options.ts";

/** GraphQL over HTTP: Apollo Server, GraphQL Yoga, graphql-http, express-graphql and mercurius each answer GET and POST at one path. */
export const graphql: Framework = {
  name: "graphql",
  languages: ["javascript", "typescript", "tsx"],
  cue: /@apollo\/server|apollo-server|@as-integrations\/|graphql-yoga|graphql-http|express-graphql|\bmercurius\b/,
  construct,
  invoke,
};

function construct(callee: ExternalValue, call: Call): Value | undefined {
  const { module } = callee;
  const name = callee.path.at(-1) ?? "";
  if (/^(?:@apollo\/server|apollo-server(?:-\w+)?)$/.test(module) && name === "ApolloServer") {
    return endpoint(call.arguments[0], call, /^apollo-server$/.test(module));
  }
  if (
    /^(?:|(?:express|koa|fastifyApollo|hapi)\w*(?:Middleware|Handler|Plugin)?)$/.test(name) &&
    /^@apollo\/server|^@as-integrations\//.test(module)
  ) {
    return call.arguments.find((each) => each.kind === "router");
  }
  if (module === "@apollo/server/standalone") return standalone(call);
  const schema = constructSchema(callee, call);
  if (schema !== undefined) return schema;
  if (module === "graphql-yoga" && /^(?:createYoga|createServer|YogaServer)$/.test(name)) return yoga(call);
  if (module.startsWith("graphql-http") && name === "createHandler") return endpoint(call.arguments[0], call);
  if (module === "express-graphql" && /^(?:|graphqlHTTP)$/.test(name)) return endpoint(call.arguments[0], call);
  return undefined;
}

function endpoint(options: Value | undefined, call: Call, isApp = false): RouterValue {
  const node = createNode("graphql", call.at, { isApp });
  const operations = operationsOf(options, false, call);
  node.entries.push({ ...PLAIN_ROUTE, methods: ["GET", "POST"], paths: [NO_PREFIX], at: call.at, operations });
  return addRouter(call.engine, node, "endpoint");
}

/** Mounts what a plugin of GraphQL serves on an application of Fastify: mercurius, or the plugin of Apollo; false for any other. */
export function mountPlugin(
  { node: app }: RouterValue,
  plugin: Value,
  options: Value | undefined,
  call: Call,
): boolean {
  const isMercurius = plugin.kind === "external" && plugin.module === "mercurius";
  const isApollo = plugin.kind === "router" && plugin.framework === "graphql";
  if (!(isMercurius && truthOf(options, "routes") !== false) && !isApollo) return false;
  const { node } = isApollo ? plugin : endpoint(options, call);
  node.caseSensitive = app.caseSensitive;
  node.strictSlash = app.strictSlash;
  const prefix = isMercurius ? textOf(optionOf(options, "prefix") ?? ABSENT) : "";
  const path = prefix + textOf(optionOf(options, "path") ?? { kind: "text", value: "/graphql" });
  const prefixes = [{ template: path, parameters: [], problems: [] }];
  app.entries.push({ kind: "mount", prefixes, target: node, at: call.at });
  return true;
}

/** The server that Apollo starts by itself answers at every path; its clients ask `/graphql`, as they do of any other. */
function standalone(call: Call): Value | undefined {
  const [server] = call.arguments;
  if (server?.kind !== "router") return undefined;
  const parameters = [{ name: "path", pattern: null, optional: true }];
  const [own] = server.node.entries;
  const operations = own?.kind === "route" ? own.operations : [];
  server.node.entries.splice(0, 1, {
    ...PLAIN_ROUTE,
    methods: ["GET", "POST"],
    paths: [{ template: "/{path*}", parameters, problems: [] }],
    at: call.at,
    operations: askedAt("/graphql", operations ?? []),
  });
  server.node.isApp = true;
  return server;
}

function askedAt(path: string, operations: readonly Operation[]): readonly Operation[] {
  return operations.map((each) => ({ ...each, path }));
}

/** Yoga looks at the whole path, wherever it is mounted. */
function yoga(call: Call): RouterValue {
  const given = optionOf(call.arguments[0], "graphqlEndpoint");
  const path = given === undefined ? "/graphql" : textOf(given);
  const node = createNode("graphql", call.at, { isApp: true });
  // What a `URLPattern` means by it.
  const paths = [readColonPath(path, { brackets: "()", wildcardMayBeAbsent: true })];
  const declared = operationsOf(call.arguments[0], true, call);
  const operations = path.endsWith("*") ? askedAt(path.replace(/^\/?(.*)\*$/, "/$1graphql"), declared) : declared;
  node.entries.push({ ...PLAIN_ROUTE, methods: ["GET", "POST"], paths, at: call.at, isAbsolute: true, operations });
  const value = addRouter(call.engine, node, "endpoint");
  value.properties.set("graphqlEndpoint", { kind: "text", value: path });
  return value;
}

/** `server.applyMiddleware({ app, path })` of Apollo Server 2 and 3, whose path is `/graphql` unless given. */
function invoke(router: RouterValue, method: string, call: Call): Value | undefined {
  if (method === "getMiddleware") return router;
  if (method !== "applyMiddleware") return undefined;
  const app = optionOf(call.arguments[0], "app");
  const path = optionOf(call.arguments[0], "path");
  if (app?.kind === "router") {
    const prefix = { template: path === undefined ? "/graphql" : textOf(path), parameters: [], problems: [] };
    app.node.entries.push({ kind: "mount", prefixes: [prefix], target: router.node, at: call.at });
  }
  return router;
}
