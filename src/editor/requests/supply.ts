import { type CancellationToken, ProgressLocation, window, workspace } from "vscode";
import type { Exchanger } from "../../engine/exchange/exchanger.ts";
import type { ResolvedRequest, WrittenRequest } from "../../engine/model/request.ts";
import { findRequestByName } from "../../engine/requests/grammar/findRequest.ts";
import { createMask, isSecretName } from "../../engine/secrets.ts";
import type { Session } from "../../engine/session.ts";
import type { ReceivedResponse, Supplied, Supplier } from "../../engine/supply.ts";
import { describeRequest } from "../../report/requests/describeRequest.ts";
import { HumanError } from "../humanError.ts";
import type { Sending } from "../sending/sending.ts";
import { clock } from "../workspace.ts";
import type { RequestSource, Resolution } from "./resolution.ts";

/** What a request was given besides what its files define, and the session that it belongs to. */
export interface Gathered {
  readonly supplied: Supplied;
  readonly session: Session;
}

/** Brings what a request still needs before it can be sent: a person's answers, and the responses of requests that must be sent first. */
export class Supply {
  readonly #resolution: Resolution;
  readonly #sending: Sending;
  /** The last answers that are no secrets, by file and prompt, to be offered again. */
  readonly #answers = new Map<string, string>();
  /** The responses of this session by `keyOf` their request. */
  readonly #responses = new Map<string, ReceivedResponse>();

  constructor(resolution: Resolution, sending: Sending) {
    this.#resolution = resolution;
    this.#sending = sending;
  }

  /**
   * Asks for what the request needs, one thing after another; null when the person left a question. What they refuse to have sent
   * stays missing. In a workspace that is not trusted nothing is asked, for nothing would be sent.
   */
  async gather(written: WrittenRequest, source: RequestSource): Promise<Gathered | null> {
    if (!workspace.isTrusted) {
      return this.recall(written, source);
    }
    const { supply } = await import("../../engine/supply.ts");
    const session = await openSession();
    const supplier: Supplier = {
      resolve: (request, supplied) => this.#resolution.resolve(request, source, supplied),
      answer: ({ prompt, secret }) => this.#ask(prompt, secret || isSecretName(prompt) ? "hidden" : "open", source),
      respond: (first, request) => this.#respond(first, request, source, session),
    };
    const supplied = await supply(written, source.parsed, supplier, session);
    return supplied && { supplied, session };
  }

  /** What is already known of what the request needs: responses of this session. Nothing is asked or sent. */
  async recall(written: WrittenRequest, source: RequestSource): Promise<Gathered> {
    const session = await openSession();
    const responses = new Map<string, ReceivedResponse>();
    const { unresolved } = await this.#resolution.resolve(written, source);
    for (const { needs } of unresolved) {
      const first = needs?.kind === "response" ? findRequestByName(source.parsed, needs.request) : null;
      const request = first === null ? null : await this.#resolution.resolve(first, source);
      const known = first === null || request === null ? undefined : this.#responses.get(keyOf(first, request, source));
      if (first?.name != null && known !== undefined) {
        responses.set(first.name, known);
        session.take(first.name, known.cookies);
      }
    }
    return { supplied: { given: {}, responses }, session };
  }

  /**
   * Keeps the response of a named request for the requests that take values from it, in the place of an earlier one. What failed is
   * not kept, so that it is sent again the next time.
   */
  keep(written: WrittenRequest, request: ResolvedRequest, source: RequestSource, response: ReceivedResponse): void {
    const key = keyOf(written, request, source);
    if (response.status < 400) {
      this.#responses.set(key, response);
    } else {
      this.#responses.delete(key);
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
    request: ResolvedRequest,
    source: RequestSource,
    session: Session,
  ): Promise<ReceivedResponse | null> {
    const name = first.name ?? `${first.method} ${first.url}`;
    const known = this.#responses.get(keyOf(first, request, source));
    if (known !== undefined) {
      return known;
    }
    const sent = session.give(request);
    if (!(await isAllowed(name, sent))) {
      return null;
    }
    const response = await this.#send(name, sent, source);
    this.keep(first, request, source, response);
    return response;
  }

  async #send(name: string, request: ResolvedRequest, { uri }: RequestSource): Promise<ReceivedResponse> {
    const options = { location: ProgressLocation.Notification, title: `Sending ${name}`, cancellable: true };
    const exchanger = await this.#sending.open(uri, [request]);
    const { response, failure } = await window.withProgress(options, (_, token) => send(request, exchanger, token));
    if (response === null) {
      const reason = createMask(request.secrets).text(failure ?? "");
      throw new HumanError("no-response", `${name} got no response. ${reason}`.trim());
    }
    return response;
  }
}

async function openSession(): Promise<Session> {
  const { Session } = await import("../../engine/session.ts");
  return new Session(clock);
}

/** Tells requests apart by what is sent and by their text, so that an edited request is another one. */
function keyOf(written: WrittenRequest, { method, url, headers }: ResolvedRequest, source: RequestSource): string {
  const text = source.text.slice(written.range.start, written.range.end);
  return JSON.stringify([source.uri?.toString(), method, url, headers, text]);
}

async function send(request: ResolvedRequest, exchanger: Exchanger, token: CancellationToken) {
  const { receive } = await import("../../engine/supply.ts");
  const abort = new AbortController();
  token.onCancellationRequested(() => abort.abort());
  try {
    return await receive(request, exchanger, abort.signal);
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
