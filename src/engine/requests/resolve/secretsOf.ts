import { findSecrets, isCredentialField } from "../../secrets.ts";

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
  if (userinfo?.includes(":")) {
    secrets.add(userinfo.slice(userinfo.indexOf(":") + 1));
    secrets.add(`Basic ${Buffer.from(decode(userinfo.replaceAll("+", "%2B")), "utf8").toString("base64")}`);
  }
  for (const written of [url, body.slice(0, LARGEST_BODY)].flatMap(findSecrets)) {
    for (const value of [written, decode(written), readEscaped(written)]) secrets.add(value);
  }
  return [...secrets].filter((secret) => secret !== "" && !/^\{\{[^{}]*\}\}$/.test(secret));
}

function cookieValues(cookie: string): readonly string[] {
  return cookie.split(";").map((pair) => pair.slice(pair.indexOf("=") + 1).trim());
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value.replaceAll("+", " "));
  } catch {
    return value;
  }
}

/** A value as it was before it stood in a JSON string. */
function readEscaped(value: string): string {
  try {
    return String(JSON.parse(`"${value}"`));
  } catch {
    return value;
  }
}
