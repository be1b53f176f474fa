import type { Engine } from "../graph/engine.ts";
import { force } from "../graph/members.ts";
import type { Entry, PathPattern, RouterNode } from "../graph/routers.ts";
import type { Value } from "../graph/values.ts";
import { optionOf } from "./options.ts";

/** The expressions of converters by the names under which paths use them. */
export type Converters = ReadonlyMap<string, string>;

/** What a converter class of the workspace says that its texts look like; undefined when it does not say so. */
export function expressionOf(converter: Value | undefined, engine: Engine): string | undefined {
  const regex =
    converter?.kind === "class" || converter?.kind === "object" ? engine.member(converter, "regex") : undefined;
  return regex?.kind === "text" ? regex.value : undefined;
}

/** The converters that `app.url_map.converters` of any application holds. */
export function convertersOfMaps(engine: Engine, framework: string): Converters {
  const found = new Map<string, string>();
  for (const router of engine.routers.values()) {
    const held = optionOf(router.framework === framework ? router.properties.get("url_map") : undefined, "converters");
    if (held?.kind !== "object") continue;
    for (const [name, converter] of held.entries) {
      const expression = expressionOf(force(converter), engine);
      if (expression !== undefined) found.set(name, expression);
    }
  }
  return found;
}

/** Holds the parameters of a node's routes and mounts to the converters that their paths name. */
export function applyConverters(node: RouterNode, converters: Converters): void {
  const held = (pattern: PathPattern) => withConverters(pattern, converters);
  node.prefix = held(node.prefix);
  node.entries.forEach((entry: Entry, index) => {
    if (entry.kind === "route") node.entries[index] = { ...entry, paths: entry.paths.map(held) };
    if (entry.kind === "mount") node.entries[index] = { ...entry, prefixes: entry.prefixes.map(held) };
  });
}

function withConverters(pattern: PathPattern, converters: Converters): PathPattern {
  const added = (pattern.converters ?? []).flatMap(({ name, converter }) => {
    const expression = converters.get(converter);
    return expression === undefined ? [] : [{ name, pattern: expression, optional: false }];
  });
  return added.length === 0 ? pattern : { ...pattern, parameters: [...pattern.parameters, ...added] };
}
