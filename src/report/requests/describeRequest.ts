import type { ResolvedRequest } from "../../engine/model/request.ts";
import { createMask } from "../../engine/secrets.ts";

/** How much of a body the question shows. */
const shownBody = 600;

/** A request as a person is shown it who is asked whether it may be sent: masked, the request line first, a long body cut. */
export function describeRequest(request: ResolvedRequest): string {
  const mask = createMask(request.secrets);
  const fields = request.headers.map(([name, value]) => `${name}: ${mask.field(name, value)}`);
  const body = request.body === null ? "" : mask.text(new TextDecoder().decode(request.body));
  const shown = body.length > shownBody ? `${body.slice(0, shownBody)} … (${request.body?.length} bytes)` : body;
  return [`${request.method} ${mask.url(request.url)}`, ...fields, ...(shown === "" ? [] : ["", shown])].join("\n");
}
