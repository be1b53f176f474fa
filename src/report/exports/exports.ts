import type { Diagnosis } from "../../engine/model/diagnosis.ts";
import type { Exchange, Hop } from "../../engine/model/exchange.ts";
import type { ResolvedRequest } from "../../engine/model/request.ts";
import type { Mask } from "../../engine/secrets.ts";
import { exportCurl } from "./curl.ts";
import { exportHar } from "./har.ts";
import { exportHttp } from "./rawHttp.ts";

/** What an investigation can be handed on as. */
export type ExportFormat = "har" | "http" | "curl";

/**
 * An investigation as text for other tools, masked: `har` holds every exchange, `http` the request with each of its hops and
 * responses, `curl` the command that sends the request. Where nothing was sent, `har` has no entry and `http` no response.
 */
export function exportDiagnosis(diagnosis: Diagnosis, format: ExportFormat, mask: Mask): string {
  const { request, probes, exchange } = diagnosis;
  switch (format) {
    case "har":
      return exportHar(
        probes.map((probe) => probe.exchange),
        mask,
      );
    case "http":
      return exportHttp(exchange ?? unsent(request), mask);
    case "curl":
      return exportCurl(request, mask);
  }
}

/**
 * The request as the best fix changes it, as a `.http` file, masked; null when no fix of the diagnosis changes the request.
 * Fields and content are those of the request.
 */
export function exportCorrected({ request, fixes }: Diagnosis, mask: Mask): string | null {
  const corrected = fixes.find((fix) => fix.request !== null)?.request;
  return corrected == null ? null : exportHttp(unsent({ ...request, ...corrected }), mask);
}

/** A request as an exchange in which nothing happened yet. */
function unsent({ method, url, headers, body }: ResolvedRequest): Exchange {
  const hop: Hop = {
    method,
    url,
    requestHeaders: headers,
    requestBody: body,
    response: null,
    failure: null,
    startedAt: 0,
    ms: 0,
  };
  return { hops: [hop], response: null, failure: null, ms: 0 };
}
