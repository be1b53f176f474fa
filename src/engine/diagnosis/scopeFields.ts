import { isCredentialField } from "../secrets.ts";

const tenantShape = /tenant|org|account|workspace/i;
const regionShape = /^(?:x-)?(?:\w+-)?(?:region|zone|data-?cent(?:er|re)|geo|continent|country)$/i;
const hostShape = /^(?:x-(?:forwarded|original)-host|x-host|forwarded|host)$/i;
/** A word of a name that says who asks. */
const identityWord =
  /^(?:auth\w*|access|csrf|xsrf|tokens?|sessions?|keys?|pin|pass\w*|sign\w*|actor|caller|client|real)$|(?:user|role|staff|card|badge|member|person|employee|identity)(?:id|name|no|nr|s)?$/i;
/** A field that frames, negotiates, caches, traces or protects a message (RFC 9110 and its like), or selects a version. */
const plainShape =
  /^(?:accept(?:-\w+)?|content-\w+|cache-control|pragma|if-[\w-]+|range|prefer|te|connection|upgrade|user-agent|referer|origin|date|via|expect|dnt|idempotency-key|traceparent|tracestate|sec-[\w-]+|(?:x-)?(?:request|correlation|trace|b3)(?:-\w+)*|x-forwarded-\w+|x-requested-with|(?:x-)?(?:api-)?version)$/i;

/** Whether a header field says for which host a request is meant, be it behind a proxy (RFC 9110 7.2, RFC 7239 5.3). */
export function isHostField(name: string): boolean {
  return hostShape.test(name);
}

/** Whether a header field or parameter says by its name in which region something is kept. */
export function isRegionField(name: string): boolean {
  return regionShape.test(name);
}

/** Whether a header field names a tenant in so many words. */
export function isTenantField(name: string): boolean {
  return tenantShape.test(name);
}

/** Whether a header field says whose data is meant: the host, a tenant by name, or a field of an application's own that neither proves who asks nor frames the message. */
export function isScopeField(name: string): boolean {
  if (isHostField(name) || tenantShape.test(name)) {
    return true;
  }
  const isIdentity = isCredentialField(name) || name.split(/[-_]/).some((word) => identityWord.test(word));
  return !isIdentity && !plainShape.test(name);
}
