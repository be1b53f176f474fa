import type { ResolvedRequest } from "../../engine/model/request.ts";
import { createMask } from "../../engine/secrets.ts";
import { maskedContent } from "./requestParts.ts";

/** How much of a body the question shows. */
const shownBody = 600;

/** How much of it is masked for that, in bytes. */
const readBody = 65_536;

/** A request as a person is shown it who is asked whether it may be sent: masked, the request line first, a long body cut. */
export function describeRequest(request: ResolvedRequest): string {
  const mask = createMask(request.secrets);
  const fields = request.headers.map(([name, value]) => `${name}: ${mask.field(name, value)}`);
  const size = request.body?.byteLength ?? 0;
  const body = request.body === null ? "" : (maskedContent(request.body, readBody, mask) ?? `(${size} bytes, no text)`);
  const isCut = body.length > shownBody || size > readBody;
  const shown = isCut ? `${body.slice(0, shownBody)} … (${size} bytes)` : body;
  return [`${request.method} ${mask.url(request.url)}`, ...fields, ...(shown === "" ? [] : ["", shown])].join("\n");
}
