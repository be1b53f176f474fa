import type { Rewrite } from "../../model/route.ts";
import { configurationOf } from "../frameworks/fileRoutes.ts";
import { optionOf } from "../frameworks/options.ts";
import type { Engine } from "../graph/engine.ts";
import { entryPlaces, lineOfKey } from "./entryPlaces.ts";
import type { Gateway } from "./gateway.ts";
import { readProxyTable } from "./proxyTable.ts";

/**
 * Vite, by https://vite.dev/config/server-options#server-proxy: a prefix, or a regular expression when it starts with `^`. Its `rewrite` is a function; Rsbuild
 * hands the options to http-proxy-middleware, which knows `pathRewrite`.
 */
export const vite: Gateway = {
  name: "vite",
  files: /(?:^|\/)(?:vite|vitest|astro|svelte|rsbuild)\.config\.[cm]?[jt]s$/,
  readLinked(file: string, engine: Engine): readonly Rewrite[] {
    const configuration = configurationOf(file, engine);
    const inner = optionOf(configuration, "vite") ?? configuration;
    const proxy = optionOf(optionOf(inner, "server"), "proxy");
    const places = entryPlaces(engine.factsOf(file));
    const rewriting = /rsbuild\.config/.test(file) ? "pathRewrite" : "rewrite";
    const option = { kind: "vite-proxy", file, line: lineOfKey(places, "proxy"), places, rewriting } as const;
    return readProxyTable(proxy, option, engine);
  },
};
