import { window } from "vscode";
import type { ResolvedRequest } from "../engine/model/request.ts";
import type { Consent } from "../engine/ports.ts";
import { parseTargetUri } from "../engine/targetUri.ts";
import { describeRequest } from "../report/describeRequest.ts";

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
