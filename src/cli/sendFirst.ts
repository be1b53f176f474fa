import type { Exchanger } from "../engine/exchange/exchanger.ts";
import { needsConsent } from "../engine/exchange/probes/policy.ts";
import type { ResolvedRequest } from "../engine/model/request.ts";
import { createMask } from "../engine/secrets.ts";
import { nameOf, receive, type Supplier } from "../engine/supply.ts";
import { describeRequest } from "../report/requests/describeRequest.ts";
import { printable } from "../report/terminalText.ts";
import { askYesNo } from "./askYesNo.ts";
import type { Options } from "./options.ts";

/**
 * Sends a named request for the sake of another one: when an option says so, else when the person at the terminal, who is shown the
 * request, says so. What is sent, and what is not and why, is said on standard error.
 */
export function createResponder(options: Options, exchanger: Exchanger, signal: AbortSignal): Supplier["respond"] {
  return async (first, resolved, session) => {
    const name = printable(nameOf(first));
    const request = session.give(resolved);
    if (!isAllowed(options, request) && !(await askYesNo(questionOf(name, request), signal))) {
      say(refusalOf(name, options, request));
      return null;
    }
    const mask = createMask(request.secrets);
    say(`Sending ${name} first: ${printable(`${request.method} ${mask.url(request.url)}`)}`);
    const { response, failure } = await receive(request, exchanger, signal);
    if (response === null) {
      say(`${name} got no response. ${printable(mask.text(failure ?? ""))}`);
    }
    return response;
  };
}

function isAllowed({ earlierRequests, unsafeMethods }: Options, request: ResolvedRequest): boolean {
  return earlierRequests === "sent" && (unsafeMethods === "allowed" || !needsConsent(request));
}

function questionOf(name: string, request: ResolvedRequest): string {
  const shown = describeRequest(request).split("\n").map(printable).join("\n  ");
  return `This request takes a value from the response to ${name}:\n\n  ${shown}\n\nSend ${name} first?`;
}

function refusalOf(name: string, { earlierRequests }: Options, request: ResolvedRequest): string {
  const needed = [
    ...(earlierRequests === "sent" ? [] : ["--send-first"]),
    ...(needsConsent(request) ? ["--allow-unsafe"] : []),
  ];
  return `${name} was not sent first: ${needed.join(" and ")} ${needed.length === 1 ? "sends" : "send"} it (${request.method}).`;
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
