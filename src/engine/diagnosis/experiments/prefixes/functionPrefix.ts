import { joinPath, splitPath } from "../../../targetUri.ts";
import type { Experiment, Known } from "../../known.ts";
import type { FunctionHost } from "../../workspace/gateways/functionHosts.ts";
import { askOtherPath } from "../otherPath.ts";
import { isTakenBy } from "./writtenTemplate.ts";

/** Where a function of the workspace has the rest of the path as its route: the path under the prefix that its host puts before all of them. */
export function planFunctionPrefix(known: Known): readonly Experiment[] {
  const { segments, path } = known.target;
  for (const host of known.surroundings.functionHosts) {
    for (const rest of [segments, segments.slice(1)]) {
      const route = host.routes.find(({ template }) => isTakenBy(splitPath(template), rest));
      const right = joinPath([...(host.prefix === "" ? [] : host.prefix.split("/")), ...rest]);
      if (route && right !== path) {
        return [planPrefix(known, host, route, right)];
      }
    }
  }
  return [];
}

function planPrefix(known: Known, host: FunctionHost, route: FunctionHost["routes"][number], path: string): Experiment {
  const place = `${host.location.file}:${host.location.line}`;
  const sets = host.isWritten ? `${place} sets` : `Azure Functions have where ${place} sets none`;
  const prefix = host.prefix === "" ? "no prefix" : `the prefix "${host.prefix}"`;
  return askOtherPath(known, {
    id: `function-prefix:${path}`,
    path,
    varies: "prefix",
    why: `under the prefix of the functions' host: ${prefix}, which ${sets}`,
    tests: ["rewrite-mismatch/base-path"],
    value: 1.4,
    answers: "configured-prefix-answers",
    location: host.location,
    claim: `The function "${route.template}" (${route.file}:${route.line}) has ${prefix}, which ${sets}`,
    shown: `: ${prefix} is what ${sets}`,
  });
}
