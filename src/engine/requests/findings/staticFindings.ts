import type { ResolvedRequest, WrittenRequest } from "../../model/request.ts";
import { findHostFlaws } from "./hostFindings.ts";
import { findJoinFlaws } from "./joinFindings.ts";
import { findPathFlaws } from "./pathFindings.ts";
import type { StaticFinding } from "./staticFinding.ts";
import { mapUrl } from "./urlMap.ts";
import { findValueFlaws } from "./valueFindings.ts";
import { findVariableFlaws } from "./variableFindings.ts";

/** A longer URL, or one of more parts, is refused by every server; its flaws are not worth the time. */
const LONGEST_URL = 16_384;
const MOST_PARTS = 500;

/**
 * Everything that is wrong, or looks wrong, with a request before it is sent, in the order of the file. Nothing is sent or read; the
 * findings speak for the causes 01 to 11 of the catalogue.
 */
export function findStatic(written: WrittenRequest, resolved: ResolvedRequest): readonly StaticFinding[] {
  const ofVariables = findVariableFlaws(written, resolved);
  if (resolved.url.length > LONGEST_URL || resolved.urlParts.length > MOST_PARTS) return ofVariables;
  const map = mapUrl(written, resolved);
  const ofUrl = [findHostFlaws, findPathFlaws, findJoinFlaws, findValueFlaws].flatMap((find) => find(map));
  const findings = [...ofVariables, ...ofUrl];
  return findings.toSorted((one, other) => (one.range?.start ?? 0) - (other.range?.start ?? 0));
}
