import type { Known, Observation } from "../../known.ts";
import { findReplacedPrefix } from "../../workspace/clients/replacedPrefix.ts";

/** A router whose own prefix is replaced where it is registered, and a path that has it. */
export function observeReplacedPrefix(known: Known): readonly Observation[] {
  const replaced = findReplacedPrefix(known);
  if (replaced === null) {
    return [];
  }
  const { mount, own, route } = replaced;
  const place = `${mount.file}:${mount.line}`;
  const said = `${place} registers the router under ${mount.prefix} in the place of its own prefix "${own.prefix}" (${own.file}:${own.line})`;
  return [
    {
      step: "routing",
      rule: "replaced-prefix-written",
      statement: `${said}: the route is ${route.method} ${route.path}.`,
      claim: `${said}, not in front of it: the route is ${route.method} ${route.path}.`,
      probe: null,
      location: { file: mount.file, line: mount.line, column: mount.column },
    },
  ];
}
