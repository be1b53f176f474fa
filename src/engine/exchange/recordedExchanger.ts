import type { Exchange, Response } from "../model/exchange.ts";
import type { RecordedResponse, ResolvedRequest } from "../model/request.ts";
import type { Clock } from "../ports.ts";
import type { Exchanger } from "./exchanger.ts";

/** An exchanger that sends nothing: whatever it is asked to send, the recorded response answers, in no time. */
export function openRecorded(recorded: RecordedResponse, clock: Clock): Exchanger {
  const response = readResponse(recorded);
  return {
    send: async (request) => exchangeOf(request, response, clock),
    close: async () => undefined,
  };
}

/** Whether an exchange took place elsewhere, and only its response is known. */
export function isRecorded({ hops }: Exchange): boolean {
  return hops.some(({ notes = [] }) => notes.some(({ kind }) => kind === "recorded"));
}

function exchangeOf({ method, url, headers, body }: ResolvedRequest, response: Response, clock: Clock): Exchange {
  const sent = { method, url, requestHeaders: headers, requestBody: body };
  const hop = {
    ...sent,
    response,
    failure: null,
    startedAt: clock.now(),
    ms: 0,
    notes: [{ kind: "recorded" }],
  } as const;
  return { hops: [hop], response, failure: null, ms: 0 };
}

function readResponse({ status, headers, body }: RecordedResponse): Response {
  const bytes = new TextEncoder().encode(body);
  return { status, reason: "", headers, body: bytes, text: body, size: bytes.length, truncated: false };
}
