import { addRouter, type Engine, placeIn } from "../graph/engine.ts";
import { createNode } from "../graph/routers.ts";
import type { ClassValue, Value } from "../graph/values.ts";
import type { Framework } from "./framework.ts";
import { registerTables } from "./handMade.ts";
import { registerTests } from "./pathTested.ts";
import { dotted } from "./pythonCalls.ts";

/** Python's own server, by https://docs.python.org/3/library/http.server.html: `do_GET` and the like compare `self.path`. */
export const pythonHttp: Framework = {
  name: "http.server",
  languages: ["python"],
  cue: /\bhttp\.server\b|\bBaseHTTPServer\b/,
  finish,
};

function finish(engine: Engine): void {
  for (const declared of engine.classes.values()) {
    if (!isHandler(declared)) continue;
    const { file } = declared.scope;
    const at = placeIn(declared.scope, declared.fact.at);
    const node = createNode("http.server", at, { isApp: true, caseSensitive: true, strictSlash: true });
    for (const { name, value } of declared.fact.members) {
      const method = /^do_([A-Z]+)$/.exec(name)?.[1];
      const fact = value.kind === "function" ? engine.functionOf(file, value.id) : undefined;
      if (method !== undefined && fact !== undefined) registerTests(fact, file, node, method);
    }
    if (node.entries.length > 0) addRouter(engine, node, "app");
    registerTables("http.server", at, engine);
  }
}

function isHandler(of: ClassValue): boolean {
  const base: Value | null = of.base;
  if (base?.kind === "class") return isHandler(base);
  return base?.kind === "external" && /HTTPRequestHandler$/.test(dotted(base));
}
