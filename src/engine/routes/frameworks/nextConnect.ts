import { type Call, routerValue } from "../graph/engine.ts";
import { createNode, PLAIN_ROUTE } from "../graph/routers.ts";
import type { ExternalValue, RouterValue, Value } from "../graph/values.ts";
import type { Framework } from "./framework.ts";
import { readHandler } from "./handlers.ts";

const VERB = /^(?:get|post|put|patch|delete|head|options|all)$/;

/** next-connect, by https://github.com/hoangvvo/next-connect: the methods of one file of Next; the path is that of the file. */
export const nextConnect: Framework = {
  name: "next-connect",
  languages: ["javascript", "typescript", "tsx"],
  cue: /\bnext-connect\b/,
  construct,
  invoke,
};

function construct(callee: ExternalValue, call: Call): Value | undefined {
  if (callee.module !== "next-connect" || !/^(?:|nc|createRouter|createEdgeRouter)$/.test(callee.path.join("."))) {
    return undefined;
  }
  return routerValue(createNode("next-connect", call.at, { isGuess: true }), "chain");
}

function invoke(router: RouterValue, method: string, call: Call): Value {
  const last = call.arguments.at(-1);
  if (VERB.test(method) && last !== undefined) {
    const { location } = readHandler(last, call.expressions.at(-1)?.value, call);
    const methods = [method === "all" ? "ANY" : method.toUpperCase()];
    router.node.entries.push({ ...PLAIN_ROUTE, methods, paths: [], at: call.at, handler: location });
  }
  return router;
}

/** The methods that a chain answers, in order and without repetition; empty for any other router. */
export function methodsOfChain({ framework, node }: RouterValue): readonly string[] {
  if (framework !== "next-connect") return [];
  return [...new Set(node.entries.flatMap((entry) => (entry.kind === "route" ? entry.methods : [])))];
}
