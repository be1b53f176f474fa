import type { Consent } from "../engine/ports.ts";
import type { Mask } from "../engine/secrets.ts";
import { printable } from "../report/terminalText.ts";
import { askYesNo } from "./askYesNo.ts";

/** Allows every method, for a person who said so with an option. */
export const allowAll: Consent = { allows: async () => true };

/**
 * Asks on the terminal before a request that may change state is sent, showing what would be; where there is no person
 * to ask, nothing is allowed. An interrupted question is a no.
 */
export function createConsent(mask: Mask, signal: AbortSignal): Consent {
  return {
    async allows(request) {
      const size = request.body === null ? "no body" : `a body of ${request.body.length} bytes`;
      const asked = printable(`${request.method} ${mask.url(request.url)}`);
      return askYesNo(`Send ${asked} with ${size}? It may change data.`, signal);
    },
  };
}
