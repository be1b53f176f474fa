import { beginWith, nameLookedUp } from "../../identifiers/lookedUp.ts";
import type { Known, Observation } from "../../known.ts";
import { lacksScope, readTokenScopes } from "../../responses/tokenScopes.ts";

/** What the failing answer says of the token: that it lacks every scope that the endpoint accepts. */
export function observeTokenScopes(known: Known): readonly Observation[] {
  const response = known.replay?.exchange.response;
  const scopes = response ? readTokenScopes(response) : null;
  if (!known.replay || scopes === null || !lacksScope(scopes)) {
    return [];
  }
  const { granted, accepted, field } = scopes;
  const has = granted === null ? "lacks it" : `has ${granted.length === 0 ? "none" : granted.join(", ")}`;
  return [
    {
      step: "masking",
      rule: "token-scope-missing",
      statement: `${field} says that this endpoint accepts ${accepted.join(", ")}; the token ${has}.`,
      claim: `${beginWith(nameLookedUp(known))} may be hidden from this token: the endpoint accepts the scope ${accepted.join(" or ")}, the token ${has}.`,
      probe: known.replay.id,
      location: null,
    },
  ];
}
