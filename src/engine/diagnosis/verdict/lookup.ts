import type { Lookup, Origins } from "../../model/diagnosis.ts";
import { decodeSegment, isVersion } from "../../routes/match/segmentLikeness.ts";
import { joinPath } from "../../targetUri.ts";
import { readWholeValue } from "../identifiers/wholeValue.ts";
import type { Known } from "../known.ts";
import { originsOf } from "./partOrigins.ts";

const regionShape =
  /(^|[.-])((?:us|eu|ap|sa|ca|me|af)(?:-(?:north|south|east|west|central|northeast|southeast|northwest|southwest))?(?:-?\d)?)(?=[.-]|$)/i;
const tenantField = /^x-(tenant|org|organization|account|workspace)(-?(id|name|slug))?$/i;
const tenantSegment = /^(tenants?|orgs?|organizations|workspaces)$/i;
const regionField = /^x-(aws-)?region$/i;

/** A part of the scope, and where it came from. */
interface Found {
  readonly value: string | null;
  readonly from: Origins;
}

const absent: Found = { value: null, from: [] };

/** The tuple that the server looked up: path, identifiers, scope, and where each came from; `at` is ISO 8601 in UTC. */
export function readLookup(known: Known, at: number): Lookup {
  const { target, identifiers } = known;
  const segments = [...target.segments];
  for (const identifier of identifiers.toReversed()) {
    const { start } = readWholeValue(known, identifier);
    segments.splice(start, identifier.segment - start + 1, `{${identifier.name}}`);
  }
  const host = target.authority.replace(/^.*@/, "");
  const hostAt = target.scheme.length + 3 + target.authority.length - host.length;
  const version = findSegment(known, target.segments.findIndex(isVersion));
  const tenant = findTenant(known);
  const region = findRegion(known, hostAt);
  return {
    path: target.path === "" ? "/" : target.path,
    pattern: known.match.matched?.path ?? joinPath(segments),
    identifiers: identifiers.map((identifier) => ({
      name: identifier.name,
      value: decodeSegment(readWholeValue(known, identifier).value),
      from: findSegment(known, identifier.segment).from,
    })),
    scope: { host, version: version.value, tenant: tenant.value, region: region.value },
    from: {
      path: originsOf(known.request.urlParts, pathStart(known), pathStart(known) + target.path.length),
      host: originsOf(known.request.urlParts, hostAt, hostAt + host.length),
      version: version.from,
      tenant: tenant.from,
      region: region.from,
    },
    requestId: known.facts?.requestId?.value ?? null,
    at: new Date(at).toISOString(),
  };
}

function pathStart({ target }: Known): number {
  return target.scheme.length + 3 + target.authority.length;
}

function findSegment(known: Known, index: number): Found {
  const segment = known.target.segments[index];
  if (segment === undefined) {
    return absent;
  }
  const before = known.target.segments.slice(0, index).reduce((length, each) => length + each.length + 1, 1);
  const start = pathStart(known) + before;
  return { value: segment, from: originsOf(known.request.urlParts, start, start + segment.length) };
}

function findField({ request }: Known, name: RegExp): Found | null {
  const index = request.headers.findIndex(([each]) => name.test(each));
  const value = request.headers[index]?.[1];
  const parts = request.headerParts?.[index] ?? [];
  return value === undefined ? null : { value, from: originsOf(parts, 0, Number.POSITIVE_INFINITY) };
}

function findTenant(known: Known): Found {
  const index = known.target.segments.findIndex((segment) => tenantSegment.test(segment));
  return findField(known, tenantField) ?? (index >= 0 ? findSegment(known, index + 1) : absent);
}

function findRegion(known: Known, hostAt: number): Found {
  const { host } = known.target;
  const isName = /[a-z]/i.test(host) && host.includes(".");
  const shape = isName ? regionShape.exec(host) : null;
  const value = shape?.[2] ?? null;
  const start = hostAt + (shape?.index ?? 0) + (shape?.[1]?.length ?? 0);
  const inHost =
    value === null ? absent : { value, from: originsOf(known.request.urlParts, start, start + value.length) };
  return findField(known, regionField) ?? inHost;
}
