import type { Responder } from "../../model/diagnosis.ts";
import type { Known } from "../known.ts";
import { findMisser, hasLivingRelative } from "../responses/answers.ts";

/**
 * Who answered, in the light of the controls: one answer often cannot tell a framework's own miss from a handler's, two can.
 * Only the layers of the application itself are moved; an edge, proxy, cache or static host stays what its answer says.
 */
export function refineResponder(known: Known): Responder | null {
  const responder = nameByRoute(known);
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

/** The products by which a framework of the route table answers. */
const products: Readonly<Record<string, RegExp>> = {
  django: /^Django/,
  fastapi: /^(?:FastAPI|Starlette)/,
  flask: /^Flask/,
};

/** Where several products give the same answer, the one that the framework of the matched route is. */
function nameByRoute({ responder, match }: Known): Responder | null {
  const own = products[match.matched?.framework ?? ""];
  const other = own && responder ? responder.alternatives.find(({ name }) => own.test(name)) : undefined;
  return responder && own && other && !own.test(responder.responder.name)
    ? { ...responder.responder, name: other.name }
    : (responder?.responder ?? null);
}
