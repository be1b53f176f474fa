import { type Identities, type Identity, whyIncomparable } from "../engine/diagnosis/identities.ts";
import type { AskedRequest } from "./askedRequest.ts";
import { CliError } from "./cliError.ts";
import type { Options } from "./options.ts";

/**
 * The environments that `--owner` and `--identity` name, as those to compare in the masking check; null when the check is not asked
 * for. Throws a `CliError` naming the one that cannot be compared.
 */
export function chooseIdentities(asked: AskedRequest, { owner, identities }: Options): Identities | null {
  if (owner === null) {
    return null;
  }
  const others = identities.length === 0 ? [asked.request.environment ?? ""] : identities;
  const chosen = others.filter((name) => name !== owner).map((name) => identityOf(asked, name));
  if (chosen.length === 0) {
    throw new CliError("bad-arguments", `The masking check needs somebody besides ${owner}: name one with --identity.`);
  }
  return { owner: identityOf(asked, owner), others: chosen };
}

function identityOf({ request, elsewhere }: AskedRequest, name: string): Identity {
  const found = [request, ...elsewhere].find(({ environment }) => environment === name);
  if (found === undefined) {
    throw new CliError("unknown-environment", `There is no environment ${name} for this request.`);
  }
  const identity = { name, request: found };
  const reason = whyIncomparable(identity, request);
  if (reason !== null) {
    throw new CliError("bad-arguments", reason);
  }
  return identity;
}
