import { createInterface } from "node:readline/promises";
import type { Consent } from "../engine/ports.ts";
import type { Mask } from "../engine/secrets.ts";
import { printable } from "../report/terminalText.ts";

/** Allows every method, for a person who said so with an option. */
export const allowAll: Consent = { allows: async () => true };

/**
 * Asks on the terminal before a request that may change state is sent, showing what would be; where there is no person
 * to ask, nothing is allowed. An interrupted question is a no.
 */
export function createConsent(mask: Mask, signal: AbortSignal): Consent {
  return {
    async allows(request) {
      if (!process.stdin.isTTY || !process.stderr.isTTY) {
        return false;
      }
      const size = request.body === null ? "no body" : `a body of ${request.body.length} bytes`;
      const asked = printable(`${request.method} ${mask.url(request.url)}`);
      const terminal = createInterface({ input: process.stdin, output: process.stderr, terminal: false });
      try {
        const answer = await terminal.question(`\nSend ${asked} with ${size}? It may change data. [y/N] `, { signal });
        return /^y(?:es)?$/i.test(answer.trim());
      } catch {
        return false;
      } finally {
        terminal.close();
      }
    },
  };
}
