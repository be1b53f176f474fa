import { window } from "vscode";
import { isSafeMethod } from "../../engine/exchange/probes/policy.ts";
import type { ResolvedRequest } from "../../engine/model/request.ts";
import type { Consent } from "../../engine/ports.ts";
import { parseTargetUri } from "../../engine/targetUri.ts";
import { describeRequest } from "../../report/requests/describeRequest.ts";
import type { Settings } from "../settings.ts";

/** Asks the person before something is sent that they did not plainly ask for, showing exactly what; a yes is for this run, or kept in a setting. */
export class AskingConsent implements Consent {
  readonly #settings: Settings;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /** A request whose `# @note` asks for it is asked for each time it is sent. */
  async allows(request: ResolvedRequest): Promise<boolean> {
    const origin = originOf(request);
    if (isSafeMethod(request.method)) {
      const question = `Send this ${request.method} request to ${origin}? Its # @note asks first.`;
      return this.#ask({ question, detail: describeRequest(request), once: "Send", kept: null });
    }
    return this.#ask({
      question: `Send this ${request.method} request? It may change data on ${origin}.`,
      detail: describeRequest(request),
      once: "Send",
      kept: { key: `${request.method} ${origin}`, title: `Always Send ${request.method} to This Host` },
    });
  }

  async allowsProbes(request: ResolvedRequest): Promise<boolean> {
    const origin = originOf(request);
    const environment = request.environment === null ? "" : ` (environment ${request.environment})`;
    return this.#ask({
      question: `Compare with ${origin}${environment}? It looks like production.`,
      detail: `Only GET, HEAD and OPTIONS would be sent there. The first one:\n\n${describeRequest(request)}`,
      once: "Compare",
      kept: { key: `probes ${origin}`, title: "Always Compare with This Host" },
    });
  }

  async #ask(asked: {
    readonly question: string;
    readonly detail: string;
    readonly once: string;
    readonly kept: { readonly key: string; readonly title: string } | null;
  }): Promise<boolean> {
    const { question, detail, once, kept } = asked;
    if (kept !== null && this.#settings.alwaysAllows().includes(kept.key)) {
      return true;
    }
    const titles = kept === null ? [once] : [once, kept.title];
    const answer = await window.showWarningMessage(question, { modal: true, detail }, ...titles);
    if (kept !== null && answer === kept.title) {
      await this.#settings.allowAlways(kept.key);
    }
    return answer !== undefined;
  }
}

function originOf({ url }: ResolvedRequest): string {
  return parseTargetUri(url)?.origin ?? url;
}
