import type { Rewrite } from "../../model/route.ts";
import { configurationOf } from "../frameworks/fileRoutes.ts";
import { optionOf } from "../frameworks/options.ts";
import type { Engine } from "../graph/engine.ts";
import type { Value } from "../graph/values.ts";
import { entryPlaces, lineOfKey } from "./entryPlaces.ts";
import type { Gateway } from "./gateway.ts";
import { readProxyTable, toRewrite } from "./proxyTable.ts";

/** webpack's development server, by https://webpack.js.org/configuration/dev-server/#devserverproxy, and Vue CLI and CRACO above it. */
export const webpack: Gateway = {
  name: "webpack",
  files: /(?:^|\/)(?:webpack[\w.-]*|(?:vue|craco)\.config)\.[cm]?[jt]s$/,
  readLinked(file: string, engine: Engine): readonly Rewrite[] {
    const configuration = configurationOf(file, engine);
    const all = configuration?.kind === "list" ? configuration.items : [configuration];
    return all.flatMap((each) => readOne(each, file, engine));
  },
};

function readOne(configuration: Value | undefined, file: string, engine: Engine): readonly Rewrite[] {
  const proxy = optionOf(optionOf(configuration, "devServer"), "proxy");
  const places = entryPlaces(engine.factsOf(file));
  const option = {
    kind: "webpack-proxy",
    file,
    line: lineOfKey(places, "proxy"),
    places,
    rewriting: "pathRewrite",
  } as const;
  // A text alone sends everything that the server has no file for.
  return proxy?.kind === "text" ? [toRewrite("/", proxy, option, engine)] : readProxyTable(proxy, option, engine);
}
