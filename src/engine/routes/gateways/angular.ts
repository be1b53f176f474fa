import { type Node, parseTree } from "jsonc-parser";
import type { Rewrite } from "../../model/route.ts";
import { configurationOf } from "../frameworks/fileRoutes.ts";
import type { Engine } from "../graph/engine.ts";
import { entryPlaces } from "./entryPlaces.ts";
import type { Gateway } from "./gateway.ts";
import { lineAt } from "./lineAt.ts";
import { applyPathRewrite, pathsBelow, sentTo } from "./proxied.ts";
import { readProxyTable } from "./proxyTable.ts";

const kind = "angular-proxy";

/** Angular's development server, by https://angular.dev/tools/cli/serve#proxying-to-a-backend-server: `proxy.conf.json` or a module. */
export const angular: Gateway = {
  name: "angular",
  files: /(?:^|\/)(?:[\w-]*[.-])?proxy[.-]conf(?:ig)?[\w.-]*\.(?:json|[cm]?js)$/,
  readLinked(file: string, engine: Engine): readonly Rewrite[] {
    if (file.endsWith(".json")) return [];
    return readProxyTable(
      configurationOf(file, engine),
      { kind, file, line: 1, places: entryPlaces(engine.factsOf(file)) },
      engine,
    );
  },
  readText(file: string, text: string): readonly Rewrite[] {
    const root = parseTree(text, [], { allowTrailingComma: true });
    if (root?.type === "array") return (root.children ?? []).flatMap((each) => readListed(each, file, text));
    return propertiesOf(root).map(([prefix, value, offset]) =>
      toRewrite(prefix, value, { file, line: lineAt(text, offset) }),
    );
  },
};

function propertiesOf(node: Node | undefined): readonly (readonly [string, Node, number])[] {
  if (node?.type !== "object") return [];
  return (node.children ?? []).flatMap(({ children, offset }) => {
    const [key, value] = children ?? [];
    return key === undefined || value === undefined ? [] : [[String(key.value), value, offset] as const];
  });
}

function propertyOf(node: Node, name: string): Node | undefined {
  return propertiesOf(node).find(([key]) => key === name)?.[1];
}

function readListed(node: Node, file: string, text: string): readonly Rewrite[] {
  const context = propertyOf(node, "context");
  const prefixes = context?.type === "array" ? (context.children ?? []) : context === undefined ? [] : [context];
  return prefixes.map((each) => toRewrite(String(each.value), node, { file, line: lineAt(text, each.offset) }));
}

function toRewrite(prefix: string, node: Node, place: { readonly file: string; readonly line: number }): Rewrite {
  const from = pathsBelow(prefix);
  const target = node.type === "string" ? node : propertyOf(node, "target");
  const rules = propertiesOf(propertyOf(node, "pathRewrite")).map(
    ([pattern, value]) => [pattern, String(value.value)] as const,
  );
  const to = sentTo(typeof target?.value === "string" ? target.value : "", applyPathRewrite(rules, from));
  return { kind, from, to, ...place };
}
