import { isSecretName } from "./secretNames.ts";
import { replaceInField, replaceSecrets } from "./secretPatterns.ts";
import { createValueMasker } from "./secretValues.ts";

export { isCredentialField, isSecretName } from "./secretNames.ts";

/** What stands in the place of every secret. */
export const maskText = "•••";

/** Hides secrets in whatever is shown, exported, logged or copied; every output asks here, and what is masked stays readable around the mask. */
export interface Mask {
  /** Any text: known values, JWTs, tokens of known makers, credentials in URLs, and whatever stands under a name that says it is secret. */
  text(value: string): string;
  /** The value of one header field, by its name as well as by its content. */
  field(name: string, value: string): string;
  /** One URL: user information, key-like parameters, known values. */
  url(url: string): string;
}

/** Creates the mask for the secret values of one request; names are judged even when no value is known. */
export function createMask(secrets: readonly string[]): Mask {
  const maskValues = createValueMasker(secrets, maskText);
  const hide = () => maskText;
  const text = (value: string) => replaceSecrets(maskValues(value), hide);
  return {
    text,
    field: (name, value) => text(replaceInField(name, value, hide)),
    url: (url) => text(url),
  };
}

/** The values of cookies that a server keeps from scripts or names like a secret, as its Set-Cookie fields have them; others are preferences. */
export function findSecretCookies(fields: readonly (readonly [name: string, value: string])[]): readonly string[] {
  return fields.flatMap(([name, value]) => {
    if (name.toLowerCase() !== "set-cookie") return [];
    const [, cookie = "", content = ""] = /^\s*([^=;]*)=([^;]*)/.exec(value) ?? [];
    const isSecret = /;\s*httponly\b/i.test(value) || isSecretName(cookie);
    return isSecret && content.trim() !== "" ? [content.trim()] : [];
  });
}

/** The values of a text that surely are secret, by the name they stand under or by their own shape, as they are written there. */
export function findSecrets(text: string): readonly string[] {
  const found = new Set<string>();
  replaceSecrets(text, (secret, surety) => {
    if (surety === "sure") found.add(secret);
    return secret;
  });
  return [...found];
}
