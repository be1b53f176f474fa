import { type CancellationToken, ProgressLocation, window, workspace } from "vscode";
import type { ProxySettings } from "../engine/exchange/proxy.ts";
import type { Exchange } from "../engine/model/exchange.ts";
import type { ResolvedRequest, UnresolvedVariable, WrittenRequest } from "../engine/model/request.ts";
import { findRequestByName } from "../engine/requests/findRequest.ts";
import type { ReferencedResponse } from "../engine/requests/requestReference.ts";
import { createMask, isSecretName } from "../engine/secrets.ts";
import { describeRequest } from "./consent.ts";
import { HumanError } from "./humanError.ts";
import type { RequestSource, Resolution, Supplied } from "./resolution.ts";
import type { Settings } from "./settings.ts";
import { clock } from "./workspace.ts";

/** A response of an earlier request, or a person's answer. */
type Need = NonNullable<UnresolvedVariable["needs"]>;

/** How deep one request may need another first. */
const deepest = 8;

/** Brings what a request still needs before it can be sent: a person's answers, and the responses of requests that must be sent first. */
export class Supply {
  readonly #resolution: Resolution;
  readonly #settings: Settings;
  /** The last answers that are no secrets, by file and prompt, to be offered again. */
  readonly #answers = new Map<string, string>();
  /** The responses of this session by `keyOf` their request. */
  readonly #responses = new Map<string, ReferencedResponse>();

  constructor(resolution: Resolution, settings: Settings) {
    this.#resolution = resolution;
    this.#settings = settings;
  }

  /**
   * Asks for what the request needs, one thing after another; null when the person left a question. What they refuse to have sent
   * stays missing. In a workspace that is not trusted nothing is asked, for nothing would be sent.
   */
  async gather(written: WrittenRequest, source: RequestSource): Promise<Supplied | null> {
    return workspace.isTrusted ? this.#gather(written, source, []) : this.recall(written, source);
  }

  /** What is already known of what the request needs: responses of this session. Nothing is asked or sent. */
  async recall(written: WrittenRequest, source: RequestSource): Promise<Supplied> {
    const responses = new Map<string, ReferencedResponse>();
    const { unresolved } = await this.#resolution.resolve(written, source);
    for (const { needs } of unresolved) {
      const first = needs?.kind === "response" ? findRequestByName(source.parsed, needs.request) : null;
      const request = first === null ? null : await this.#resolution.resolve(first, source);
      const known = first === null || request === null ? undefined : this.#responses.get(keyOf(first, request, source));
      if (first?.name != null && known !== undefined) {
        responses.set(first.name, known);
      }
    }
    return { given: {}, responses };
  }

  async #gather(
    written: WrittenRequest,
    source: RequestSource,
    waiting: readonly WrittenRequest[],
  ): Promise<Supplied | null> {
    const given: Record<string, string> = {};
    const responses = new Map<string, ReferencedResponse>();
    for (;;) {
      const supplied = { given, responses };
      const { unresolved } = await this.#resolution.resolve(written, source, supplied);
      const need = nextNeed(unresolved, supplied);
      if (need === null) {
        return supplied;
      }
      if (need.kind === "answer") {
        const typing = need.secret || isSecretName(need.prompt) ? "hidden" : "open";
        const answer = await this.#ask(need.prompt, typing, source);
        if (answer === null) {
          return null;
        }
        given[need.prompt] = answer;
        // A question without words of its own is answered under the name of its kind.
        given[`$${need.prompt}`] = answer;
      } else {
        const first = findRequestByName(source.parsed, need.request);
        const response = first === null ? null : await this.#respond(first, source, [...waiting, written]);
        if (first === null || response === null) {
          return supplied;
        }
        responses.set(first.name ?? need.request, response);
        responses.set(need.request, response);
      }
    }
  }

  async #ask(prompt: string, typing: "hidden" | "open", { uri }: RequestSource): Promise<string | null> {
    const key = JSON.stringify([uri?.toString(), prompt]);
    const answer = await window.showInputBox({
      title: "Diagnose 404",
      prompt: `The value of ${prompt}`,
      password: typing === "hidden",
      value: typing === "hidden" ? "" : (this.#answers.get(key) ?? ""),
      ignoreFocusOut: true,
    });
    if (answer !== undefined && typing === "open") {
      this.#answers.set(key, answer);
    }
    return answer ?? null;
  }

  /** The response to a named request: one of this session, else one that the person lets be sent for; null when they refuse. */
  async #respond(
    first: WrittenRequest,
    source: RequestSource,
    waiting: readonly WrittenRequest[],
  ): Promise<ReferencedResponse | null> {
    const name = first.name ?? `${first.method} ${first.url}`;
    if (waiting.includes(first) || waiting.length > deepest) {
      return null;
    }
    const supplied = await this.#gather(first, source, waiting);
    const request = supplied === null ? null : await this.#resolution.resolve(first, source, supplied);
    if (request === null || request.unresolved.length > 0) {
      return null;
    }
    const key = keyOf(first, request, source);
    const known = this.#responses.get(key);
    if (known !== undefined) {
      return known;
    }
    if (!(await isAllowed(name, request))) {
      return null;
    }
    const response = await this.#send(name, request, source);
    // What failed is sent again the next time.
    if (response.status < 400) {
      this.#responses.set(key, response);
    }
    return response;
  }

  async #send(name: string, request: ResolvedRequest, { uri }: RequestSource): Promise<ReferencedResponse> {
    const options = { location: ProgressLocation.Notification, title: `Sending ${name}`, cancellable: true };
    const timeout = this.#settings.timeout(uri);
    const { response, failure } = await window.withProgress(options, (_, token) =>
      exchange(request, { timeout, proxies: this.#settings.proxies() }, token),
    );
    if (response === null) {
      const reason = createMask(request.secrets).text(failure?.message ?? "");
      throw new HumanError("no-response", `${name} got no response. ${reason}`.trim());
    }
    return { status: response.status, headers: response.headers, body: response.text };
  }
}

/** Tells requests apart by what is sent and by their text, so that an edited request is another one. */
function keyOf(written: WrittenRequest, { method, url, headers }: ResolvedRequest, source: RequestSource): string {
  const text = source.text.slice(written.range.start, written.range.end);
  return JSON.stringify([source.uri?.toString(), method, url, headers, text]);
}

/** What to bring next: responses first, for without them nothing is worth an answer; else in the order of the file. Null when nothing can be brought. */
function nextNeed(unresolved: readonly UnresolvedVariable[], { given, responses }: Supplied): Need | null {
  const order = ({ needs, usedAt }: UnresolvedVariable) => [
    needs?.kind === "response" ? 0 : 1,
    usedAt?.line ?? 0,
    usedAt?.column ?? 0,
  ];
  const ordered = unresolved.toSorted((one, other) => {
    const differences = order(one).map((rank, position) => rank - (order(other)[position] ?? 0));
    return differences.find((difference) => difference !== 0) ?? 0;
  });
  const needs = ordered.flatMap((variable) => variable.needs ?? []);
  const isOpen = (need: Need) =>
    need.kind === "answer" ? !Object.hasOwn(given, need.prompt) : !responses.has(need.request);
  return needs.find(isOpen) ?? null;
}

interface Terms {
  readonly timeout: number;
  readonly proxies: ProxySettings;
}

async function exchange(request: ResolvedRequest, terms: Terms, token: CancellationToken): Promise<Exchange> {
  const [{ createExchanger }, { originOf }] = await Promise.all([
    import("../engine/exchange/exchanger.ts"),
    import("../engine/exchange/target.ts"),
  ]);
  const { timeout, proxies } = terms;
  const exchanger = createExchanger({ clock, limits: { totalMs: timeout, hopMs: timeout }, proxies });
  const abort = new AbortController();
  token.onCancellationRequested(() => abort.abort());
  try {
    // Only the origin that was shown to the person is asked.
    const origin = originOf(request.url);
    return await exchanger.send(request, abort.signal, (to) => to === origin);
  } finally {
    await exchanger.close();
  }
}

/** Asks before a request is sent for the sake of another, whatever its method, showing exactly what would be sent. */
async function isAllowed(name: string, request: ResolvedRequest): Promise<boolean> {
  const question = `Send ${name} first? The request takes a value from its response.`;
  const send = "Send";
  const answer = await window.showWarningMessage(question, { modal: true, detail: describeRequest(request) }, send);
  return answer === send;
}
