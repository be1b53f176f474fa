import type { Response } from "../../model/exchange.ts";

/** What a response says of a token's scopes: those it has, null when unsaid, and those of which the endpoint wants at least one. */
export interface TokenScopes {
  readonly granted: readonly string[] | null;
  readonly accepted: readonly string[];
  readonly field: string;
}

/**
 * Reads the scope fields of a response: `X-OAuth-Scopes` beside `X-Accepted-OAuth-Scopes` as GitHub sends them, else the `scope` of a
 * Bearer challenge that says `insufficient_scope` (RFC 6750 3.1). Null when neither says what is wanted.
 */
export function readTokenScopes({ headers }: Response): TokenScopes | null {
  const read = (wanted: string) => headers.find(([name]) => name.toLowerCase() === wanted)?.[1];
  const accepted = read("x-accepted-oauth-scopes");
  if (accepted !== undefined && accepted.trim() !== "") {
    const granted = read("x-oauth-scopes");
    const field = "X-Accepted-OAuth-Scopes";
    return { granted: granted === undefined ? null : splitList(granted), accepted: splitList(accepted), field };
  }
  const challenge = read("www-authenticate") ?? "";
  const scope = /error="?insufficient_scope/i.test(challenge) ? /\bscope="([^"]+)"/i.exec(challenge)?.[1] : undefined;
  return scope === undefined ? null : { granted: null, accepted: splitList(scope), field: "WWW-Authenticate" };
}

/** True when the token surely lacks what the endpoint wants. */
export function lacksScope({ granted, accepted, field }: TokenScopes): boolean {
  return field === "WWW-Authenticate" || (granted !== null && !accepted.some((scope) => granted.includes(scope)));
}

function splitList(text: string): readonly string[] {
  return text.split(/[\s,]+/).filter((word) => word !== "");
}
