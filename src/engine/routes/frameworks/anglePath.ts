import type { RouteParameter } from "../../model/route.ts";
import type { PathPattern } from "../graph/routers.ts";

const CONVERTERS: Readonly<Record<string, string>> = {
  int: "\\d+",
  float: "\\d+\\.\\d+",
  uuid: "[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}",
};

/** Translates `<name>`, `<int:name>` and `<path:name>`; a rule without a slash at its end is strict about it. */
export function readAnglePath(text: string, strict = true): PathPattern {
  const parameters: RouteParameter[] = [];
  const own: { name: string; converter: string }[] = [];
  const template = text.replace(
    /<(?:(\w+)(?:\(([^)]*)\))?:)?(\w+)>/g,
    (_, converter: string | undefined, given: string | undefined, name: string) => {
      if (converter === "path") {
        parameters.push({ name, pattern: "[^/].*?", optional: false });
        return `{${name}*}`;
      }
      const choices = converter === "any" && given !== undefined ? given.split(/\s*,\s*/).join("|") : undefined;
      const pattern = choices ?? CONVERTERS[converter ?? ""];
      if (pattern !== undefined) parameters.push({ name, pattern, optional: false });
      else if (converter !== undefined) own.push({ name, converter });
      return `{${name}}`;
    },
  );
  const converters = own.length === 0 ? {} : { converters: own };
  return {
    template,
    parameters,
    problems: [],
    strictSlash: strict && !text.endsWith("/"),
    keepsSlash: true,
    ...converters,
  };
}
