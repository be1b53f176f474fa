import type { WrittenRequest } from "../../model/request.ts";

/** What a person names of a request on a command line or in an input box; headers are pairs of name and value. */
export interface UrlRequest {
  readonly url: string;
  readonly method?: string;
  readonly headers?: readonly (readonly [string, string])[];
  readonly body?: string;
}

/** Makes a request of a bare URL, as if it were the only line of a file; without a method a body makes it a POST. */
export function requestFromUrl({ url, method, headers = [], body }: UrlRequest): WrittenRequest {
  const nowhere = { start: 0, end: 0 };
  return {
    name: null,
    method: (method ?? (body === undefined ? "GET" : "POST")).toUpperCase(),
    url: url.trim(),
    version: null,
    headers: headers.map(([name, value]) => ({ name, value, nameRange: nowhere, valueRange: nowhere })),
    body: body ?? null,
    bodyFile: null,
    bodyRange: null,
    directives: {},
    recorded: null,
    startLine: 1,
    line: 1,
    endLine: 1,
    range: nowhere,
    methodRange: null,
    urlRanges: [],
  };
}
