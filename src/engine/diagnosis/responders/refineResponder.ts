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
  "django-ninja": /^Django/,
  fastapi: /^(?:FastAPI|Starlette)/,
  flask: /^Flask/,
};

/**
 * Where several products give the same answer, the one that the framework of the matched route is; where that framework is not among
 * them, the answer is the application's own, and no other framework of the same language is named.
 */
function nameByRoute({ responder, match }: Known): Responder | null {
  const own = products[match.matched?.framework ?? ""];
  if (!responder || !own || own.test(responder.responder.name)) {
    return responder?.responder ?? null;
  }
  const other = responder.alternatives.find(({ name }) => own.test(name));
  if (other) {
    return { ...responder.responder, name: other.name };
  }
  const isForeign = Object.values(products).some((product) => product.test(responder.responder.name));
  return isForeign
    ? {
        layer: "application",
        name: "the application",
        because: `an answer that ${responder.responder.name} gives as well`,
      }
    : responder.responder;
}
