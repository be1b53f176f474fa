import type { Diagnosis } from "../engine/model/diagnosis.ts";
import { outcomeLabel } from "./outcomeLabel.ts";

/** The title of the one lens above a request; `last` is its latest diagnosis, if any. */
export function requestLensTitle(last: Diagnosis | null): string {
  return last === null ? "Diagnose 404" : `Diagnose 404 · last: ${outcomeLabel(last)}`;
}

/** The title of the lens above a route handler: how many requests of the workspace reach it, and how the latest one ended. */
export function routeLensTitle(reaching: number, last: Diagnosis | null): string {
  const count =
    reaching === 0 ? "No request reaches" : `${reaching} ${reaching === 1 ? "request reaches" : "requests reach"}`;
  return last === null ? `${count} this route` : `${count} this route · last: ${outcomeLabel(last)}`;
}
