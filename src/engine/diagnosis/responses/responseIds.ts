import type { Response } from "../../model/exchange.ts";
import { readField } from "./fieldValues.ts";

/** One id or place that a response gives; `from` is the field or the key of the body that holds it. */
export interface NamedValue {
  readonly from: string;
  readonly value: string;
}

/** Fields with an id that leads to the logs of whoever set it, the one nearest to the application first. */
const idFields = (
  "X-Request-Id Request-Id X-Correlation-Id Correlation-Id X-Trace-Id X-Transaction-Id X-Amzn-RequestId X-Amz-Request-Id " +
  "Apigw-RequestId X-Amz-Apigw-Id X-Amzn-Trace-Id X-Ms-Request-Id Apim-Request-Id X-Ms-Correlation-Request-Id " +
  "X-GitHub-Request-Id X-Kong-Request-Id X-Cloud-Trace-Context X-GUploader-UploadID X-Debug-Token X-B3-TraceId " +
  "X-Datadog-Trace-Id X-Railway-Request-Id Rndr-Id Fly-Request-Id X-NF-Request-Id X-Vercel-Id X-Azure-Ref CF-Ray " +
  "X-Amz-Cf-Id X-Amz-Id-2 Akamai-GRN X-Akamai-Request-ID"
).split(" ");

const placeFields =
  "X-Amz-Bucket-Region X-Region X-Served-Region Fly-Region X-Railway-Edge X-Amz-Cf-Pop X-CDN-Pop".split(" ");

/** The ids that a person can quote to whoever keeps the logs, best first, those of the fields before those of the body. */
export function readIds(response: Response, bodyIds: readonly NamedValue[]): readonly NamedValue[] {
  const ids: NamedValue[] = [];
  for (const from of idFields) {
    const value = readField(response, from);
    if (value !== null && value !== "") ids.push({ from, value: value.slice(0, 300) });
  }
  for (const id of bodyIds) if (!ids.some(({ value }) => value === id.value)) ids.push(id);
  const trace = readTraceId(response);
  if (trace !== null && !ids.some(({ value }) => value === trace.value)) ids.push(trace);
  return ids;
}

/** The 32 hex digits of a W3C trace id that the response carries; null when it carries none. */
export function readTraceId(response: Response): NamedValue | null {
  for (const from of ["traceresponse", "traceparent", "Server-Timing"]) {
    const value = /\b[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}\b/i.exec(readField(response, from) ?? "")?.[1];
    if (value !== undefined) return { from, value };
  }
  return null;
}

/** The regions and points of presence that the response names, those of the data before those of the edge. */
export function readPlaces(response: Response): readonly NamedValue[] {
  const places: NamedValue[] = [];
  for (const from of placeFields) {
    const value = readField(response, from);
    if (value !== null && value !== "") places.push({ from, value: value.replace(/^railway\//, "") });
  }
  for (const [from, pattern] of placesInIds) {
    const value = pattern.exec(readField(response, from) ?? "")?.[1];
    if (value !== undefined) places.push({ from, value: value.replaceAll("::", ", ") });
  }
  return places;
}

/** Ids that carry the place where they were made. */
const placesInIds: readonly (readonly [string, RegExp])[] = [
  ["CF-Ray", /-([A-Z]{3})$/],
  ["X-Vercel-Id", /^((?:[a-z]{3}\d{1,2}(?:::)?){1,4}?)::[a-z0-9-]+$/],
  ["Fly-Request-Id", /-([a-z]{3})$/],
  ["X-Served-By", /-([A-Z]{3,5})$/],
];
