import type { Location } from "../../model/place.ts";
import { readProxyTable, toRewrite } from "../gateways/proxyTable.ts";
import type { Call, Engine } from "../graph/engine.ts";
import { ABSENT, type ExternalValue, type MadeValue, type Value } from "../graph/values.ts";
import type { Framework } from "./framework.ts";
import { optionOf, textsOf } from "./options.ts";
import { majorVersionOf } from "./packageVersion.ts";

/** http-proxy-middleware, by its README: a proxy that Express uses below a path, and the `setupProxy` of Create React App. */
export const proxyMiddleware: Framework = {
  name: "http-proxy-middleware",
  languages: ["javascript", "typescript", "tsx"],
  cue: /\bhttp-proxy-middleware\b/,
  construct,
};

function construct(callee: ExternalValue, call: Call): Value | undefined {
  if (callee.module !== "http-proxy-middleware") return undefined;
  if (!/^(?:|createProxyMiddleware|legacyCreateProxyMiddleware)$/.test(callee.path.join("."))) return undefined;
  const [first, second] = call.arguments;
  const hasContext = second !== undefined || first?.kind !== "object";
  const data = {
    context: (hasContext ? first : undefined) ?? ABSENT,
    options: (hasContext ? second : first) ?? ABSENT,
  };
  return { kind: "made", framework: "http-proxy-middleware", role: "proxy", at: call.at, data };
}

/** Files the rewrites of a proxy that is used below a path; null when it is used for every path. */
export function registerProxy(proxy: MadeValue, path: string | null, at: Location, engine: Engine): void {
  const { context, options } = proxy.data;
  if (options === undefined) return;
  const option = {
    kind: "proxy-middleware",
    file: at.file,
    line: at.line,
    places: [],
    rewriting: "pathRewrite",
  } as const;
  const named = textsOf(context?.kind === "absent" ? optionOf(options, "pathFilter") : context);
  if (path === null) {
    for (const each of named.length === 0 ? ["/"] : named)
      engine.rewrites.push(toRewrite(each, options, option, engine));
    return;
  }
  const [rewrite] = readProxyTable(
    { kind: "object", entries: new Map([[path, options]]), of: null, isOpen: false },
    option,
    engine,
  );
  if (rewrite === undefined) return;
  // Since version 3 the proxy sees what Express leaves of the path below the one it is used at.
  const isStripped =
    (majorVersionOf("http-proxy-middleware", at.file, engine) ?? 3) >= 3 &&
    optionOf(options, "pathRewrite") === undefined;
  engine.rewrites.push(isStripped ? { ...rewrite, to: toRewrite("/", options, option, engine).to } : rewrite);
}
