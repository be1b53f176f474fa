import type { ResolvedRequest } from "../../../src/engine/model/request.ts";
import type { Clock } from "../../../src/engine/ports.ts";

/** A resolved request with nothing but what a test says. */
export function request(method: string, url: string, rest: Partial<ResolvedRequest> = {}): ResolvedRequest {
  return {
    method,
    url,
    headers: [],
    body: null,
    urlParts: [{ text: url, from: { kind: "written", location: null }, secret: false }],
    unresolved: [],
    secrets: [],
    problems: [],
    directives: {},
    name: null,
    file: null,
    line: null,
    environment: null,
    ...rest,
  };
}

/** The clock of this machine. */
export const realClock: Clock = { now: () => Date.now(), elapsed: () => performance.now() };

/** A signal that is never aborted. */
export const never: AbortSignal = new AbortController().signal;
