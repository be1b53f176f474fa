import type { Experiment, Known } from "../../known.ts";
import type { FunctionHost } from "../../workspace/gateways/functionHosts.ts";
import { asSafe, joinPath, varyPath } from "../vary.ts";

/** Where a function of the workspace has the rest of the path as its route: the path under the prefix that its host puts before all of them. */
export function planFunctionPrefix(known: Known): readonly Experiment[] {
  const { segments, path } = known.target;
  for (const host of known.surroundings.functionHosts) {
    for (const rest of [segments, segments.slice(1)]) {
      const route = host.routes.find(({ template }) => takes(template, rest));
      const right = joinPath([...(host.prefix === "" ? [] : host.prefix.split("/")), ...rest]);
      if (route && right !== path) {
        return [planPrefix(known, host, route, right)];
      }
    }
  }
  return [];
}

function takes(template: string, segments: readonly string[]): boolean {
  const parts = template.split("/").filter((part) => part !== "");
  const isWorded = parts.some((part) => !part.startsWith("{"));
  return (
    isWorded &&
    parts.length === segments.length &&
    parts.every((part, at) => part.startsWith("{") || part === segments[at])
  );
}

function planPrefix(known: Known, host: FunctionHost, route: FunctionHost["routes"][number], path: string): Experiment {
  const place = `${host.location.file}:${host.location.line}`;
  const sets = host.isWritten ? `${place} sets` : `Azure Functions have where ${place} sets none`;
  const prefix = host.prefix === "" ? "no prefix" : `the prefix "${host.prefix}"`;
  return {
    id: `function-prefix:${path}`,
    role: "variant",
    varies: "prefix",
    why: `under the prefix of the functions' host: ${prefix}, which ${sets}`,
    request: varyPath(asSafe(known.request), path),
    tests: ["rewrite-mismatch/base-path"],
    value: 1.4,
    reading: {
      step: "routing",
      answers: "configured-prefix-answers",
      misses: null,
      location: host.location,
      claim: (status) =>
        `The function "${route.template}" (${route.file}:${route.line}) has ${prefix}, which ${sets}: ${path} answers ${status}.`,
      statement: (status) => `${path} answers ${status}: ${prefix} is what ${sets}.`,
    },
  };
}
