import { addRouter, type Call, type Engine, placeIn, routerValue } from "../graph/engine.ts";
import { force } from "../graph/members.ts";
import { createNode, type PathPattern, PLAIN_ROUTE, type RouterNode } from "../graph/routers.ts";
import { ABSENT, type ExternalValue, type MadeValue, type RouterValue, textOf, type Value } from "../graph/values.ts";
import { folderOf } from "../reading/resolveModule.ts";
import { contractsOf, nestRoutes } from "./contracts.ts";
import type { Framework } from "./framework.ts";
import { locateValue } from "./handlers.ts";
import { optionOf } from "./options.ts";

const METHODS: Readonly<Record<string, string>> = { query: "GET", mutation: "POST", subscription: "GET" };

/** tRPC 9 to 11 over HTTP, by https://trpc.io/docs/rpc: queries are GET, mutations POST, at the dotted name of the procedure. */
export const trpc: Framework = {
  name: "trpc",
  languages: ["javascript", "typescript", "tsx"],
  cue: /@trpc\/server|@hono\/trpc-server/,
  construct,
  invoke,
  property: (router, name) => (router.role === "t" && name === "procedure" ? procedure(router) : undefined),
  finish,
};

const contracts = contractsOf();

function construct(callee: ExternalValue, call: Call): Value | undefined {
  const path = callee.path.join(".");
  if (/^@(?:trpc\/server|hono\/trpc-server)/.test(callee.module)) {
    if (/^initTRPC(?:\.(?:context|meta))?$/.test(path)) return { ...callee, path: ["initTRPC"] };
    if (path === "initTRPC.create") return { ...newContract(call), role: "t" };
    if (/^(?:trpc\.)?router$/.test(path)) return file(newContract(call), call);
    return adapt(callee.path.at(-1) ?? "", call);
  }
  return undefined;
}

function newContract(call: Call): RouterValue {
  return routerValue(createNode("trpc", call.at, { caseSensitive: true, strictSlash: true }), "contract");
}

function file(contract: RouterValue, call: Call): RouterValue {
  contracts(call.engine).all.add(contract);
  return contract;
}

function procedure(t: RouterValue): RouterValue {
  return { ...t, role: "procedure" };
}

function invoke(router: RouterValue, method: string, call: Call): Value | undefined {
  const [first, second] = call.arguments;
  if (router.role === "procedure") return callProcedure(router, method, call);
  if (router.role === "t") {
    if (method === "router") return file(readRecord(newContract(call), first, call), call);
    if (method === "mergeRouters") return file(merged(newContract(call), "", call.arguments, call), call);
    return undefined;
  }
  // Version 9 chains: router().query("name", { resolve }).merge("user.", users).
  const verb = METHODS[method];
  if (verb !== undefined && first?.kind === "text") {
    addProcedure(router.node, first.value, verb, call.at, optionOf(second, "resolve") ?? ABSENT);
  }
  if (method === "merge") merged(router, first?.kind === "text" ? first.value : "", call.arguments, call);
  return router;
}

/** What ends the chain of a procedure says how it is called; all else (`input`, `use`, `output`) leads on. */
function callProcedure(router: RouterValue, method: string, call: Call): Value {
  const verb = METHODS[method];
  if (verb === undefined) return router;
  const data = { method: { kind: "text", value: verb }, handler: call.arguments[0] ?? ABSENT } as const;
  return { kind: "made", framework: "trpc", role: "procedure", at: call.at, data } satisfies MadeValue;
}

function readRecord(contract: RouterValue, record: Value | undefined, call: Call): RouterValue {
  if (record?.kind !== "object") return contract;
  for (const [name, entry] of record.entries) {
    const value = force(entry);
    if (value.kind === "made" && value.role === "procedure") {
      const method = textOf(value.data["method"] ?? ABSENT);
      addProcedure(contract.node, name, method, value.at, value.data["handler"] ?? ABSENT);
    } else if (value.kind === "router" && value.framework === "trpc") {
      merged(contract, `${name}.`, [value], call);
    } else if (value.kind === "object") {
      merged(contract, `${name}.`, [readRecord(newContract(call), value, call)], call);
    }
  }
  return contract;
}

function merged(contract: RouterValue, prefix: string, others: readonly Value[], call: Call): RouterValue {
  for (const other of others) {
    if (other.kind !== "router" || other.framework !== "trpc") continue;
    contracts(call.engine).used.add(other.node);
    nestRoutes(contract.node, other.node, (path) => `/${prefix}${path.slice(1)}`);
  }
  return contract;
}

function addProcedure(node: RouterNode, name: string, method: string, at: Call["at"], handler: Value): void {
  const paths: PathPattern[] = [{ template: `/${name}`, parameters: [], problems: [] }];
  node.entries.push({ ...PLAIN_ROUTE, methods: [method], paths, at, handler: locateValue(handler) });
}

/** Adapters serve a router: below `endpoint`, `basePath`, their own file, or wherever their middleware is mounted. */
function adapt(name: string, call: Call): Value | undefined {
  if (!/^(?:create\w*|fetchRequestHandler|awsLambda\w*|trpcServer|nodeHTTPRequestHandler)$/.test(name))
    return undefined;
  const options = call.arguments.find((each) => optionOf(each, "router") !== undefined);
  const router = optionOf(options, "router");
  if (router?.kind !== "router" || router.framework !== "trpc") return undefined;
  const own = optionOf(options, "endpoint") ?? optionOf(options, "basePath");
  const isMounted = /Middleware$|^trpcServer$/.test(name) && own === undefined;
  const prefix = own === undefined ? (name === "createNextApiHandler" ? folderPath(call.at.file) : "") : textOf(own);
  return serve(router.node, prefix, !isMounted, call);
}

/** Files under `pages` are routes: `pages/api/trpc/[trpc].ts` answers below `/api/trpc`. */
function folderPath(path: string): string {
  return /(?:^|\/)pages(\/.*)$/.exec(folderOf(path))?.[1] ?? "";
}

/** A router of its own that serves a contract below a prefix. */
export function serve(contract: RouterNode, prefix: string, isApp: boolean, call: Call): RouterValue {
  const bare = prefix.replace(/^\/?/, "/").replace(/\/+$/, "");
  const pattern: PathPattern = { template: bare, parameters: [], problems: [] };
  const node = createNode("trpc", call.at, { isApp, caseSensitive: true, strictSlash: true, prefix: pattern });
  contracts(call.engine).used.add(contract);
  node.entries.push(...contract.entries);
  return addRouter(call.engine, node, "app");
}

/** A router that no adapter was seen to serve keeps its tails. */
function finish(engine: Engine): void {
  const { all, used } = contracts(engine);
  for (const { node } of all) {
    if (used.has(node) || node.entries.length === 0) continue;
    addRouter(engine, { ...node, escaped: placeIn(node.at, [node.at.line, node.at.column]) }, "contract");
  }
}
