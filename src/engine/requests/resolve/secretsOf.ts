import { isCredentialField, isSecretName } from "../../secrets.ts";

const PARAMETER = /[?&;]([^=&#;]{1,100})=([^&#;]*)/g;
const JSON_FIELD = /"([^"\\]{1,100})"\s*:\s*"((?:[^"\\]|\\.)*)"/g;
const FORM_FIELD = /(?:^|&)([^=&\s]{1,100})=([^&]*)/g;
const LARGEST_BODY = 1024 * 1024;

/**
 * The values of a resolved request that must not be shown: those of secret variables, of credential fields and cookies, of the user
 * information of the URL, and of parameters and body fields with the name of a key.
 */
export function collectSecrets(
  known: ReadonlySet<string>,
  url: string,
  fields: readonly (readonly [string, string])[],
  body: string,
): readonly string[] {
  const secrets = new Set(known);
  for (const [name, value] of fields) {
    if (!isCredentialField(name)) continue;
    secrets.add(value);
    if (/^cookie$/i.test(name)) for (const value_ of cookieValues(value)) secrets.add(value_);
  }
  const userinfo = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)@/i.exec(url)?.[1];
  if (userinfo?.includes(":")) secrets.add(userinfo.slice(userinfo.indexOf(":") + 1));
  addNamed(secrets, PARAMETER, url);
  const read = body.slice(0, LARGEST_BODY);
  addNamed(secrets, /^\s*[{[]/.test(read) ? JSON_FIELD : FORM_FIELD, read);
  return [...secrets].filter((secret) => secret !== "" && !/^\{\{[^{}]*\}\}$/.test(secret));
}

function cookieValues(cookie: string): readonly string[] {
  return cookie.split(";").map((pair) => pair.slice(pair.indexOf("=") + 1).trim());
}

function addNamed(secrets: Set<string>, shape: RegExp, text: string): void {
  for (const [, name, value] of text.matchAll(shape)) {
    if (name === undefined || value === undefined || !isSecretName(name)) continue;
    secrets.add(value);
    secrets.add(decode(value));
  }
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value.replaceAll("+", " "));
  } catch {
    return value;
  }
}
