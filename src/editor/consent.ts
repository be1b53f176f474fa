import { window } from "vscode";
import type { ResolvedRequest } from "../engine/model/request.ts";
import type { Consent } from "../engine/ports.ts";
import { createMask } from "../engine/secrets.ts";
import { parseTargetUri } from "../engine/targetUri.ts";

/** How much of a body the question shows. */
const shownBody = 600;

/** Asks the person before a request that may change state is sent, showing exactly what would be; an answer for a method and origin can be kept until the window closes. */
export class AskingConsent implements Consent {
  readonly #kept = new Set<string>();

  async allows(request: ResolvedRequest): Promise<boolean> {
    const origin = parseTargetUri(request.url)?.origin ?? request.url;
    const key = `${request.method} ${origin}`;
    if (this.#kept.has(key)) {
      return true;
    }
    const once = "Send";
    const always = `Always Send ${request.method} to This Host`;
    const question = `Send this ${request.method} request? It may change data on ${origin}.`;
    const answer = await window.showWarningMessage(
      question,
      { modal: true, detail: describeRequest(request) },
      once,
      always,
    );
    if (answer === always) {
      this.#kept.add(key);
    }
    return answer !== undefined;
  }
}

/** A request as a question shows it: masked, a long body cut. */
export function describeRequest(request: ResolvedRequest): string {
  const mask = createMask(request.secrets);
  const fields = request.headers.map(([name, value]) => `${name}: ${mask.field(name, value)}`);
  const body = request.body === null ? "" : mask.text(new TextDecoder().decode(request.body));
  const shown = body.length > shownBody ? `${body.slice(0, shownBody)} … (${request.body?.length} bytes)` : body;
  return [`${request.method} ${mask.url(request.url)}`, ...fields, ...(shown === "" ? [] : ["", shown])].join("\n");
}
