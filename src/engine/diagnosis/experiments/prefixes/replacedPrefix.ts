import type { Experiment, Known } from "../../known.ts";
import { findReplacedPrefix } from "../../workspace/clients/replacedPrefix.ts";
import { asSafe, varyPath } from "../vary.ts";

/** The path without the prefix that a registration replaces. */
export function planReplacedPrefix(known: Known): readonly Experiment[] {
  const replaced = findReplacedPrefix(known);
  if (replaced === null) {
    return [];
  }
  const { mount, own, served } = replaced;
  const place = `${mount.file}:${mount.line}`;
  return [
    {
      id: "replaced-prefix",
      role: "variant",
      varies: "prefix",
      why: `without "${own.prefix}", which ${place} replaces`,
      request: varyPath(asSafe(known.request), served),
      tests: ["rewrite-mismatch/base-path"],
      value: 1.2,
      reading: {
        step: "routing",
        answers: "replaced-prefix-answers",
        misses: "replaced-prefix-misses",
        location: { file: mount.file, line: mount.line, column: mount.column },
        claim: (status) =>
          `${place} registers the router under ${mount.prefix} in the place of its own prefix "${own.prefix}" (${own.file}:${own.line}), not in front of it: ${served} answers ${status}.`,
        statement: (status) => `${served} answers ${status}, without the "${own.prefix}" that ${place} replaces.`,
      },
    },
  ];
}
