import { addRouter, type Call, type Engine, routerValue } from "../graph/engine.ts";
import { force } from "../graph/members.ts";
import { createNode, type PathPattern, PLAIN_ROUTE, type RouterNode } from "../graph/routers.ts";
import { type ExternalValue, type RouterValue, textOf, type Value } from "../graph/values.ts";
import { readColonPath } from "./colonPath.ts";
import { contractsOf, nestRoutes } from "./contracts.ts";
import type { Framework } from "./framework.ts";
import { optionOf, placeWithin } from "./options.ts";

/** ts-rest, by https://ts-rest.com/docs/core: a contract names methods and paths, and a server adapter answers them. */
export const tsRest: Framework = {
  name: "ts-rest",
  languages: ["javascript", "typescript", "tsx"],
  cue: /@ts-rest\//,
  construct,
  invoke,
  finish,
};

const contracts = contractsOf();

function construct(callee: ExternalValue, call: Call): Value | undefined {
  if (!callee.module.startsWith("@ts-rest/")) return undefined;
  const name = callee.path.at(-1) ?? "";
  if (name === "initContract") return newContract("maker", call);
  if (!/^(?:create\w*|TsRestHandler|TsRest|initNestServer|nestControllerContract|initServer)$/.test(name))
    return undefined;
  const contract = call.arguments.find(isContract);
  if (contract === undefined) return name === "initServer" ? newContract("server", call) : undefined;
  const app = call.arguments.find((each) => each.kind === "router" && each.framework !== "ts-rest");
  return serve(contract, app?.kind === "router" ? app.node : null, call);
}

function newContract(role: string, call: Call): RouterValue {
  return routerValue(createNode("ts-rest", call.at, { caseSensitive: false }), role);
}

function isContract(value: Value): value is RouterValue {
  return value.kind === "router" && value.framework === "ts-rest" && value.role === "contract";
}

function invoke(router: RouterValue, method: string, call: Call): Value | undefined {
  const [first, second] = call.arguments;
  if (router.role === "maker" && method === "router") {
    const contract = readRecord(newContract("contract", call), first, pathPrefix(second), call);
    contracts(call.engine).all.add(contract);
    return contract;
  }
  if (router.role === "maker") return first;
  // What a server makes of a contract and its answers is served by a plugin or by `create…Endpoints`.
  if (router.role === "server" && method === "router" && first !== undefined && isContract(first)) {
    return { ...newContract("answers", call), properties: new Map([["contract", first]]) };
  }
  if (router.role === "server" && method === "plugin" && first?.kind === "router") {
    const contract = first.properties.get("contract");
    return contract?.kind === "router" ? serve(contract, null, call) : undefined;
  }
  return undefined;
}

function pathPrefix(options: Value | undefined): string {
  const given = optionOf(options, "pathPrefix");
  return given === undefined ? "" : textOf(given);
}

function readRecord(contract: RouterValue, record: Value | undefined, prefix: string, call: Call): RouterValue {
  if (record?.kind !== "object") return contract;
  for (const entry of record.entries.values()) {
    const value = force(entry);
    if (isContract(value)) {
      contracts(call.engine).used.add(value.node);
      nestRoutes(contract.node, value.node, (path) => prefix + path);
    } else if (value.kind === "object") readOperation(contract, value, prefix, call);
  }
  return contract;
}

function readOperation(contract: RouterValue, value: Value, prefix: string, call: Call): void {
  const path = optionOf(value, "path");
  const method = optionOf(value, "method");
  if (path === undefined || method === undefined) {
    readRecord(contract, value, prefix, call);
    return;
  }
  contract.node.entries.push({
    ...PLAIN_ROUTE,
    methods: [textOf(method).toUpperCase()],
    paths: [patternOf(prefix + textOf(path))],
    at: placeWithin(value) ?? contract.node.at,
  });
}

function patternOf(path: string): PathPattern {
  return readColonPath(path, { brackets: "()", wildcardMayBeAbsent: true });
}

function serve(contract: RouterValue, app: RouterNode | null, call: Call): RouterValue {
  contracts(call.engine).used.add(contract.node);
  const node = createNode("ts-rest", call.at, { isApp: app === null });
  nestRoutes(node, contract.node, (path) => path);
  if (app !== null) app.entries.push({ kind: "mount", prefixes: [patternOf("")], target: node, at: call.at });
  return addRouter(call.engine, node, "app");
}

/** A contract that nothing was seen to serve keeps its paths. */
function finish(engine: Engine): void {
  const { all, used } = contracts(engine);
  for (const { node } of all) {
    if (!used.has(node) && node.entries.length > 0) addRouter(engine, { ...node, escaped: node.at }, "contract");
  }
}
