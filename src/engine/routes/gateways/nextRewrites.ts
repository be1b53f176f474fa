import type { Rewrite } from "../../model/route.ts";
import { configurationOf } from "../frameworks/fileRoutes.ts";
import { optionOf } from "../frameworks/options.ts";
import { type Engine, placeIn } from "../graph/engine.ts";
import { textOf, type Value } from "../graph/values.ts";
import { type EntryPlace, entryPlaces, lineOfKey } from "./entryPlaces.ts";
import type { Gateway } from "./gateway.ts";
import { withoutHoles } from "./proxied.ts";

/** Next.js, by https://nextjs.org/docs/app/api-reference/config/next-config-js: `rewrites`, `redirects` and `basePath`. */
export const nextRewrites: Gateway = {
  name: "next",
  files: /(?:^|\/)next\.config\.(?:[cm]?js|[cm]?ts)$/,
  readLinked(file: string, engine: Engine): readonly Rewrite[] {
    const configuration = configurationOf(file, engine);
    const places = entryPlaces(engine.factsOf(file));
    const base = optionOf(configuration, "basePath");
    const prefix = base?.kind === "text" ? base.value : "";
    const rules = { file, engine, places, prefix };
    return [
      ...(prefix === ""
        ? []
        : [{ kind: "next-base-path", from: `${prefix}/*`, to: "/*", file, line: lineOfKey(places, "basePath") }]),
      ...readRules("next-redirect", optionOf(configuration, "redirects"), rules),
      ...readRules("next-rewrite", optionOf(configuration, "rewrites"), rules),
    ];
  },
};

interface Rules {
  readonly file: string;
  readonly engine: Engine;
  readonly places: readonly EntryPlace[];
  readonly prefix: string;
}

function readRules(kind: string, value: Value | undefined, rules: Rules): readonly Rewrite[] {
  if (value?.kind !== "function") return [];
  const given = rules.engine.run(value, [], placeIn({ file: rules.file }, value.fact.at));
  const lists =
    given.kind === "object" ? ["beforeFiles", "afterFiles", "fallback"].map((key) => optionOf(given, key)) : [given];
  return lists
    .flatMap((list) => (list?.kind === "list" ? list.items : []))
    .flatMap((rule) => readRule(kind, rule, rules));
}

function readRule(kind: string, rule: Value, { file, places, prefix }: Rules): readonly Rewrite[] {
  const source = optionOf(rule, "source");
  const destination = optionOf(rule, "destination");
  if (source === undefined || destination === undefined) return [];
  const isBare = optionOf(rule, "basePath")?.kind === "truth";
  const from = spell(textOf(source));
  const to = textOf(destination);
  const place = places.find((each) => each.key === "source" && source.kind === "text" && each.text === source.value);
  const isInside = to.startsWith("/") && !isBare;
  return [
    {
      kind,
      from: isBare ? from : prefix + from,
      to: (isInside ? prefix : "") + spell(withoutHoles(to)),
      file,
      line: place?.at[0] ?? 1,
    },
  ];
}

/** Parameters as routes spell them; those that take the rest of a path are `*`. */
function spell(path: string): string {
  return path
    .replace(/:(\w+)[*+]/g, "*")
    .replace(/:(\w+)\(\.\*\)/g, "*")
    .replace(/(?<=\/):(\w+)(?:\([^)]*\))?/g, "{$1}");
}
