import type { Lookup } from "../model/diagnosis.ts";
import { decodeSegment, isVersion } from "../routes/segmentLikeness.ts";
import { joinPath } from "./experiments/vary.ts";
import type { Known } from "./known.ts";

const regionShape =
  /(^|[.-])((?:us|eu|ap|sa|ca|me|af)(?:-(?:north|south|east|west|central|northeast|southeast|northwest|southwest))?(?:-?\d)?)(?=[.-]|$)/i;

/** The tuple that the server looked up: path, identifiers, scope; `at` is ISO 8601 in UTC. */
export function readLookup(known: Known, at: number): Lookup {
  const { target, identifiers } = known;
  let segments = target.segments;
  for (const identifier of identifiers) {
    segments = segments.with(identifier.segment, `{${identifier.name}}`);
  }
  const version = target.segments.find(isVersion) ?? null;
  return {
    path: target.path === "" ? "/" : target.path,
    pattern: known.match.matched?.path ?? joinPath(segments),
    identifiers: identifiers.map(({ name, value }) => ({ name, value: decodeSegment(value) })),
    scope: {
      host: target.authority.replace(/^.*@/, ""),
      version,
      tenant: readTenant(known),
      region: readRegion(known),
    },
    requestId: known.facts?.requestId?.value ?? null,
    at: new Date(at).toISOString(),
  };
}

function readTenant(known: Known): string | null {
  const field = known.request.headers.find(([name]) =>
    /^x-(tenant|org|organization|account|workspace)(-?(id|name|slug))?$/i.test(name),
  );
  if (field) {
    return field[1];
  }
  const { segments } = known.target;
  const index = segments.findIndex((segment) => /^(tenants?|orgs?|organizations|workspaces)$/i.test(segment));
  return index >= 0 ? (segments[index + 1] ?? null) : null;
}

function readRegion(known: Known): string | null {
  const field = known.request.headers.find(([name]) => /^x-(aws-)?region$/i.test(name));
  const isName = /[a-z]/i.test(known.target.host) && known.target.host.includes(".");
  return field?.[1] ?? (isName ? (regionShape.exec(known.target.host)?.[2] ?? null) : null);
}
