import type { Probe } from "../../../model/diagnosis.ts";
import type { ResolvedRequest } from "../../../model/request.ts";
import { parseTargetUri } from "../../../targetUri.ts";
import { type Identity, isSentAlike, listIdentities } from "../../identities.ts";
import type { Experiment, Known, Role } from "../../known.ts";
import { strayPath, unknownPath } from "../controls/controls.ts";
import { varyMethod, varyPath } from "../vary.ts";

/** What one identity of the masking check is asked: the thing itself, or one that surely does not exist. */
export interface IdentityQuestion {
  readonly identity: Identity;
  readonly about: "thing" | "nothing";
  readonly request: ResolvedRequest;
}

/** The questions of the three-way check, the owner's first; none when nobody chose identities. Each carries its own credentials only. */
export function listQuestions(known: Known): readonly IdentityQuestion[] {
  const all = listIdentities(known.identities);
  return [
    ...all.map((identity) => ({ identity, about: "thing" as const, request: asGet(identity.request) })),
    ...all.map((identity) => ({ identity, about: "nothing" as const, request: askNothing(known, identity) })),
  ];
}

/** The probes of the masking check that were not sent yet. They come before all others: a person asked for them. */
export function planMasking(known: Known): readonly Experiment[] {
  return listQuestions(known)
    .filter((question) => findAnswer(known, question) === null)
    .map(({ identity, about, request }) => ({
      id: `identity:${about}:${identity.name}`,
      role: roleOf(known, request),
      varies: "credentials",
      why: about === "thing" ? `as ${identity.name}` : `as ${identity.name}, for what surely does not exist`,
      request,
      tests: ["access-masking/masked-resource", "access-masking/masked-endpoint"],
      value: about === "thing" ? 6 : 5,
    }));
}

/** What came back to a question, whichever probe or replay asked it; null when nothing did yet. */
export function findAnswer(known: Known, { request }: IdentityQuestion): Probe | null {
  if (known.replay && isSentAlike(known.request, request)) {
    return known.replay;
  }
  return known.results.find(({ experiment }) => isSentAlike(experiment.request, request))?.probe ?? null;
}

function asGet(request: ResolvedRequest): ResolvedRequest {
  return request.method === "GET" ? request : varyMethod(request, "GET");
}

/** The same route with an identifier that names nothing; where the path holds none, a path that does not exist. */
function askNothing(known: Known, { request }: Identity): ResolvedRequest {
  return varyPath(asGet(request), unknownPath(known) ?? strayPath(known));
}

/** A question that the failing identity itself asks is one of the controls as well. */
function roleOf(known: Known, request: ResolvedRequest): Role {
  const own = asGet(known.request);
  if (isSentAlike(varyPath(own, parseTargetUri(request.url)?.path ?? ""), request)) {
    return request.url === own.url ? "twin" : unknownPath(known) === null ? "control-path" : "control-identifier";
  }
  return "identity";
}
