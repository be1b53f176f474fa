import type { Location } from "../../../model/place.ts";
import { nginx } from "../../../routes/gateways/nginx.ts";
import { type NginxDirective, parseNginx } from "../../../routes/gateways/nginxSyntax.ts";
import type { Text } from "../texts.ts";

/** A location of a regular expression that takes a path from the one of its prefix, which would pass it on to a service. */
export interface TakenLocation {
  /** The expression as it is written, such as `~* \.(png|svg)$`. */
  readonly expression: string;
  readonly prefix: string;
  /** The location that the regular expression stands in, and the one that passes on. */
  readonly location: Location;
  readonly passing: Location;
  /** The directive under which the prefix would keep the path. */
  readonly right: string;
}

/**
 * Where nginx does not ask the location that passes a path on: it takes the longest prefix, but a regular expression that matches comes before that,
 * unless the prefix is written with `^~` (https://nginx.org/en/docs/http/ngx_http_core_module.html#location). Null where nothing is taken.
 */
export function findTakenLocation(path: string, texts: readonly Text[]): TakenLocation | null {
  for (const { file, text } of texts) {
    if (!nginx.files.test(file) || !/\blocation\b/.test(text)) {
      continue;
    }
    for (const siblings of listLevels(parseNginx(text))) {
      const found = findTaken(siblings, path);
      if (found) {
        const { expression, prefix, taking, passing } = found;
        const at = ({ line }: NginxDirective) => ({ file, line, column: 1 });
        return { expression, prefix, location: at(taking), passing: at(passing), right: `location ^~ ${prefix}` };
      }
    }
  }
  return null;
}

/** The locations that stand beside one another, in each block that holds some. */
function listLevels(directives: readonly NginxDirective[]): readonly (readonly NginxDirective[])[] {
  const own = directives.filter(({ words, block }) => words[0] === "location" && block !== null);
  return [...(own.length > 0 ? [own] : []), ...directives.flatMap(({ block }) => listLevels(block ?? []))];
}

function findTaken(locations: readonly NginxDirective[], path: string) {
  const isExact = locations.some(({ words }) => words[1] === "=" && words[2] === path);
  const prefixes = locations.filter(
    ({ words }) => !/^(?:=|~\*?)$/.test(words[1] ?? "") && path.startsWith(words.at(-1) ?? ""),
  );
  const [passing] = prefixes.toSorted(
    (one, other) => (other.words.at(-1) ?? "").length - (one.words.at(-1) ?? "").length,
  );
  const taking = locations.find((one) => matches(one, path));
  if (isExact || !passing || !taking || passing.words[1] === "^~" || !passesOn(passing) || passesOn(taking)) {
    return null;
  }
  return { expression: taking.words.slice(1).join(" "), prefix: passing.words.at(-1) ?? "", taking, passing };
}

function matches({ words: [, modifier, source = ""] }: NginxDirective, path: string): boolean {
  if (modifier !== "~" && modifier !== "~*") {
    return false;
  }
  try {
    return new RegExp(source, modifier === "~*" ? "i" : "").test(path);
  } catch {
    return false;
  }
}

function passesOn({ block }: Pick<NginxDirective, "block">): boolean {
  return block?.some((one) => /^\w+_pass$/.test(one.words[0] ?? "") || passesOn(one)) === true;
}
