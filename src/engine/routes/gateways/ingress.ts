import { isMap, isScalar, LineCounter, parseAllDocuments, type YAMLMap } from "yaml";
import type { Rewrite } from "../../model/route.ts";
import type { Gateway } from "./gateway.ts";

/**
 * Kubernetes Ingress with ingress-nginx, by https://kubernetes.github.io/ingress-nginx/examples/rewrite/: `rewrite-target` replaces the
 * whole path, so that a target without a captured rest sends every path to one place.
 */
export const ingress: Gateway = {
  name: "ingress",
  files: /\.ya?ml$/,
  cue: /^kind:\s*["']?Ingress\b/m,
  readText(file: string, text: string): readonly Rewrite[] {
    if (text.includes("{{")) {
      return [];
    }
    const counter = new LineCounter();
    return parseAllDocuments(text, { lineCounter: counter, logLevel: "silent" }).flatMap((document) => {
      const root = document.contents;
      return isMap(root) && String(root.get("kind")) === "Ingress" ? readIngress(root, file, counter) : [];
    });
  },
};

function readIngress(root: YAMLMap, file: string, counter: LineCounter): readonly Rewrite[] {
  const target = findScalar(root.getIn(["metadata", "annotations"], true), /\/rewrite-target$/);
  const rules = (root.toJSON() as { spec?: { rules?: unknown } }).spec?.rules;
  return listPaths(rules).map(({ path, at }) => {
    const node = root.getIn(["spec", "rules", ...at, "path"], true);
    const offset = target?.offset ?? (isScalar(node) ? (node.range?.[0] ?? 0) : 0);
    const { from, to } = rewrite(path, target?.value ?? null);
    return { kind: "ingress", from, to, file, line: counter.linePos(offset).line };
  });
}

function findScalar(node: unknown, name: RegExp): { readonly value: string; readonly offset: number } | null {
  const pair = isMap(node) ? node.items.find(({ key }) => isScalar(key) && name.test(String(key.value))) : undefined;
  return pair && isScalar(pair.value) ? { value: String(pair.value.value), offset: pair.value.range?.[0] ?? 0 } : null;
}

interface PathPlace {
  readonly path: string;
  readonly at: readonly (string | number)[];
}

function listPaths(rules: unknown): readonly PathPlace[] {
  const list = Array.isArray(rules) ? rules : [];
  return list.flatMap((rule: { http?: { paths?: unknown } } | null, index) => {
    const paths = Array.isArray(rule?.http?.paths) ? rule.http.paths : [];
    return paths.flatMap((one: { path?: unknown } | null, position) =>
      typeof one?.path === "string" ? [{ path: one.path, at: [index, "http", "paths", position] }] : [],
    );
  });
}

/** The path with its group for the rest as `*`; a target that names a group which the path lacks gets nothing for it. */
function rewrite(path: string, target: string | null): { readonly from: string; readonly to: string } {
  const [, lead = path, group = ""] = /^(.*?)\/?(\(\/\|\$\)\(\.\*\)|\(\/\.\*\)|\(\.\*\)|\(\.\+\))\$?$/.exec(path) ?? [];
  const from = `${lead.replace(/\/+$/, "")}/*`;
  if (target === null) {
    return { from, to: from };
  }
  const rest = group.startsWith("(/|") ? "$2" : "$1";
  return {
    from,
    to: group === "" ? target.replace(/\$\d/g, "") || "/" : target.replace(rest, "*").replace(/\$\d/g, ""),
  };
}
