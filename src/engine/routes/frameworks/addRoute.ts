import type { Call } from "../graph/engine.ts";
import { type PathPattern, PLAIN_ROUTE } from "../graph/routers.ts";
import type { RouterValue } from "../graph/values.ts";
import { readHandler } from "./handlers.ts";

/** Registers the route that a call states; the argument at `last`, the last one if not said, answers it. */
export function addRoute(
  router: RouterValue,
  methods: readonly string[],
  paths: readonly PathPattern[],
  call: Call,
  last = call.arguments.length - 1,
): void {
  const value = call.arguments[last];
  if (value === undefined) return;
  const handler = readHandler(value, call.expressions[last]?.value, call);
  router.node.entries.push({
    ...PLAIN_ROUTE,
    methods,
    paths,
    at: call.at,
    handler: handler.location,
    problems: handler.isMissing ? ["missing-handler"] : [],
    passesOn: handler.traits?.passesOn ?? false,
    isFallback: (handler.traits?.saysNotFound ?? false) && paths.some((path) => /^\/?\{\w+\*\}$/.test(path.template)),
  });
}
