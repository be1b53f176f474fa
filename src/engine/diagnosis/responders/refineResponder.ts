import type { Responder } from "../../model/diagnosis.ts";
import type { Known } from "../known.ts";
import { findMisser, hasLivingRelative } from "../responses/answers.ts";

/**
 * Who answered, in the light of the controls: one answer often cannot tell a framework's own miss from a handler's, two can.
 * Only the layers of the application itself are moved; an edge, proxy, cache or static host stays what its answer says.
 */
export function refineResponder(known: Known): Responder | null {
  const responder = known.responder?.responder ?? null;
  if (!responder || !["router", "application", "unknown"].includes(responder.layer)) {
    return responder;
  }
  const misser = findMisser(known);
  if (responder.layer !== "application" && (misser === "handler" || hasLivingRelative(known))) {
    const name = responder.layer === "unknown" ? "the application" : responder.name;
    return {
      layer: "application",
      name,
      because: `${responder.because}; a path that does not exist is answered otherwise`,
    };
  }
  if (responder.layer !== "router" && misser === "router" && known.match.matched === null) {
    const name = responder.layer === "unknown" ? "the application's router" : responder.name;
    return { layer: "router", name, because: `${responder.because}; a path that does not exist is answered the same` };
  }
  return responder;
}
