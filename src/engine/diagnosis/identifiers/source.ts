import type { Location } from "../../model/place.ts";
import type { Provenance } from "../../model/request.ts";
import type { Known } from "../known.ts";
import type { Identifier } from "./identifiers.ts";

/** Where an identifier of the request was taken from: what it says of itself, and the line that gives it. */
export interface IdentifierSource {
  readonly says: string;
  readonly location: Location | null;
}

/** Where one identifier of the path came from: a variable, an earlier response, an answer, or the request line itself. */
export function findSource({ request }: Known, identifier: Identifier): IdentifierSource {
  const part = request.urlParts.find(({ text }) => text.split(/[/?#]/).includes(identifier.value));
  if (part !== undefined && part.from.kind !== "written") {
    return describe(part.from);
  }
  const { file, line } = request;
  return file === null || line === null
    ? { says: "is written in the URL", location: null }
    : { says: `is written in ${file}:${line}`, location: { file, line, column: 1 } };
}

function describe(from: Provenance): IdentifierSource {
  const at = (location: Location | null) => (location === null ? "" : `, ${location.file}:${location.line}`);
  switch (from.kind) {
    case "file-variable":
      return { says: `comes from {{${from.name}}}${at(from.location)}`, location: from.location };
    case "environment":
      return {
        says: `comes from {{${from.name}}} of environment ${from.environment}${at(from.location)}`,
        location: from.location,
      };
    case "response":
      return { says: `comes from the response to ${from.request}${at(from.location)}`, location: from.location };
    case "given":
      return { says: `was given for {{${from.name}}}`, location: null };
    case "generated":
      return { says: `was made up for {{${from.name}}} when the request was sent`, location: null };
    default:
      return { says: "is written in the URL", location: null };
  }
}
