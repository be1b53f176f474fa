import type { Consent } from "../engine/ports.ts";
import type { Mask } from "../engine/secrets.ts";
import { parseTargetUri } from "../engine/targetUri.ts";
import { printable } from "../report/terminalText.ts";
import { askYesNo } from "./askYesNo.ts";
import type { Options } from "./options.ts";

/**
 * What the options allow is allowed; for the rest the person at the terminal is asked and shown what would be sent. Where there is
 * nobody to ask, nothing else is allowed. An interrupted question is a no.
 */
export function createConsent(
  { unsafeMethods, probedHosts }: Pick<Options, "unsafeMethods" | "probedHosts">,
  mask: Mask,
  signal: AbortSignal,
): Consent {
  return {
    async allows(request) {
      const size = request.body === null ? "no body" : `a body of ${request.body.length} bytes`;
      const asked = printable(`${request.method} ${mask.url(request.url)}`);
      return unsafeMethods === "allowed" || askYesNo(`Send ${asked} with ${size}? It may change data.`, signal);
    },
    async allowsProbes({ url }) {
      const host = parseTargetUri(url)?.host.toLowerCase() ?? "";
      const isNamed = probedHosts.some((one) => host === one || host.replace(/:\d+$/, "") === one);
      return (
        isNamed || askYesNo(`Compare with ${printable(host)} (GET, HEAD, OPTIONS)? It looks like production.`, signal)
      );
    },
  };
}
