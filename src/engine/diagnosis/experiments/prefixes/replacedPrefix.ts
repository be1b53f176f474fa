import type { Experiment, Known } from "../../known.ts";
import { findReplacedPrefix } from "../../workspace/clients/replacedPrefix.ts";
import { askOtherPath } from "../otherPath.ts";

/** The path without the prefix that a registration replaces. */
export function planReplacedPrefix(known: Known): readonly Experiment[] {
  const replaced = findReplacedPrefix(known);
  if (replaced === null) {
    return [];
  }
  const { mount, own, served } = replaced;
  const place = `${mount.file}:${mount.line}`;
  return [
    askOtherPath(known, {
      id: "replaced-prefix",
      path: served,
      varies: "prefix",
      why: `without "${own.prefix}", which ${place} replaces`,
      tests: ["rewrite-mismatch/base-path"],
      value: 1.2,
      answers: "replaced-prefix-answers",
      misses: "replaced-prefix-misses",
      location: { file: mount.file, line: mount.line, column: mount.column },
      claim: `${place} registers the router under ${mount.prefix} in the place of its own prefix "${own.prefix}" (${own.file}:${own.line}), not in front of it`,
      shown: `, without the "${own.prefix}" that ${place} replaces`,
    }),
  ];
}
