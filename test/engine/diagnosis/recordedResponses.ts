import { existsSync, readFileSync } from "node:fs";
import type { Exchange, Response } from "../../../src/engine/model/exchange.ts";

/** One response as it was recorded from a real server. */
export interface RecordedAnswer {
  readonly server: string;
  readonly layer: string;
  readonly scenario: string;
  readonly method: string;
  /** Path and query as they were sent. */
  readonly path: string;
  readonly response: Response;
}

const source = new URL("../../../../shared/corpus/responders/measured.jsonl", import.meta.url);

/** Why the recordings cannot be read, or false when they can; fits the `skip` of a test. */
export const noRecordings: string | false = existsSync(source)
  ? false
  : "the recorded responses are not beside this checkout";

/** Reads every recorded answer; a request that got none is left out. */
export function readRecordings(): readonly RecordedAnswer[] {
  const answers: RecordedAnswer[] = [];
  for (const line of readFileSync(source, "utf8").split("\n")) {
    if (line === "") continue;
    const row = JSON.parse(line);
    if (row.status === null) continue;
    const [method = "", path = ""] = String(row.request).split(" ");
    answers.push({
      server: row.server,
      layer: row.layer,
      scenario: row.scenario,
      method,
      path,
      response: makeResponse(row.status, row.headers, row.body, row.body_len),
    });
  }
  return answers;
}

/** A response with this text; `size` tells of content that was not kept. */
export function makeResponse(
  status: number,
  headers: readonly (readonly [string, string])[],
  text: string,
  size: number = Buffer.byteLength(text),
): Response {
  const body = Buffer.from(text);
  return { status, reason: "", headers, body, text, size, truncated: size > body.length };
}

/** An exchange of one hop that ended in this response. */
export function makeExchange(response: Response, method = "GET", url = "http://127.0.0.1/x"): Exchange {
  const hop = { method, url, requestHeaders: [], response, failure: null, startedAt: 0, ms: 1 };
  return { hops: [hop], response, failure: null, ms: 1 };
}
