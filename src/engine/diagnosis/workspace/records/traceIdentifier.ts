import { decodeSegment } from "../../../routes/match/segmentLikeness.ts";
import { findSource } from "../../identifiers/source.ts";
import type { Known } from "../../known.ts";
import type { DiagnoseWorld } from "../../world.ts";
import { findKeyedBases, listing } from "../clients/keyedBases.ts";
import { readTexts } from "../texts.ts";
import { findEnclosing, findFileNames, findScopes } from "./enclosing.ts";
import { findHolders } from "./holders.ts";
import type { StoredRecord } from "./storedRecord.ts";

/** What else of the workspace holds the thing that missed; the places that it came from are known already. */
export async function traceIdentifier(known: Known, { files }: Pick<DiagnoseWorld, "files">): Promise<Known> {
  const identifier = known.identifiers.at(-1);
  if (!identifier) {
    return known;
  }
  const { file, line } = known.request;
  const own = file === null || line === null ? [] : [{ file, line, column: 1 }];
  const source = findSource(known, identifier).location;
  const holders = await findHolders(identifier.value, files, source === null ? own : [...own, source]);
  const { target, request } = known;
  const fields = request.headers.map(([, held]) => held);
  const said = [...target.segments, ...new URLSearchParams(target.query).values(), ...fields];
  const named = await findFileNames(said, holders, files);
  const written = await findEnclosing(known.identifiers.at(-2)?.name ?? "", holders, files);
  return { ...known, holders, enclosing: [...named, ...written] };
}

/** What the record is stored under, where its identifier is too short to be looked for everywhere. */
export async function traceStored(
  known: Known,
  stored: StoredRecord | null,
  { files }: Pick<DiagnoseWorld, "files">,
): Promise<Known> {
  if (!stored || known.enclosing.length > 0) {
    return known;
  }
  const parent = known.identifiers.at(-2)?.name ?? "";
  return { ...known, enclosing: await findEnclosing(parent, [{ ...stored, kind: "fixture", isRecord: true }], files) };
}

/** The base URLs that the workspace lists, beside the request's own, under a name under which data holds the thing. */
export async function traceBases(
  known: Known,
  stored: StoredRecord | null,
  { files }: Pick<DiagnoseWorld, "files">,
): Promise<Known> {
  const value = decodeSegment(known.identifiers.at(-1)?.value ?? "");
  const held =
    stored === null ? known.holders : [...known.holders, { ...stored, kind: "fixture" as const, isRecord: true }];
  const scopes = await findScopes(value, held, files);
  const texts = value === "" ? [] : await readTexts(files, listing);
  return { ...known, otherBases: [...known.otherBases, ...(await findKeyedBases(known.request, scopes, texts))] };
}
