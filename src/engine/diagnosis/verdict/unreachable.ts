import { originOf } from "../../exchange/hops/target.ts";
import type { Link } from "../../model/diagnosis.ts";
import type { Provenance } from "../../model/request.ts";
import type { Known } from "../known.ts";
import { originsOf } from "./partOrigins.ts";

/** A variable that a file defines, as it stands in a resolved URL. */
type Defined = Extract<Provenance, { readonly kind: "environment" | "file-variable" }>;

/** Why no response came, in a sentence or two: what failed, and the variable that named the host, which is where a wrong host is mended. */
export function sayUnreachable(known: Known): string {
  const failure = known.replay?.exchange.failure?.message ?? "No response came back.";
  const [variable] = variablesOfHost(known);
  if (variable === undefined) {
    return failure;
  }
  const { name, location } = variable;
  const environment = variable.kind === "environment" ? ` of environment ${variable.environment}` : "";
  return `${failure} The host comes from {{${name}}}${environment}, ${location.file}:${location.line}.`;
}

/** The places that define the host that could not be reached. */
export function linkHost(known: Known): readonly Link[] {
  return variablesOfHost(known).map(({ name, location }) => {
    const { file, line, column } = location;
    return { role: "variable", label: `{{${name}}}`, file, line, column };
  });
}

/** The variables that the host was put together from; none where a redirect, and not the request, named the host. */
function variablesOfHost({ request, target, replay }: Known): readonly Defined[] {
  const failed = replay?.exchange.hops.at(-1)?.url ?? request.url;
  if (originOf(failed) !== originOf(request.url)) {
    return [];
  }
  const end = target.scheme.length + "://".length + target.authority.length;
  return originsOf(request.urlParts, 0, end).filter(
    (from): from is Defined => from.kind === "environment" || from.kind === "file-variable",
  );
}
