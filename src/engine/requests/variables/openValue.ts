import { isSecretName } from "../../secretNames.ts";

const ORIGIN = /^https?:\/\/[^\s/?#@]+((?:\/[a-z][a-z_.-]{0,15}\d{0,2}|\/v\d{1,3})*)\/?$/;
const HOST = /^(?:localhost|\d{1,3}(?:\.\d{1,3}){3}|[a-z0-9-]{1,40}(?:\.[a-z0-9-]{1,40})*\.[a-z]{2,12})(?::\d{1,5})?$/;
const PLAIN = /^(?:|true|false|null|\d{1,5}|v\d{1,3}|https?)$/i;
const SHORT_SECRET = /(?:^|[_.-])(?:pin|pw|tan|totp|cvc|cvv)(?:$|[_.-])/i;

/**
 * True for values that are no secret wherever they stand: a base URL of short plain words, a host, a port, a flag.
 * Private files hold such values beside real secrets, and a masked host would make the whole URL unreadable. What is named like a PIN
 * is never one of them.
 */
export function isOpenValue(name: string, value: string): boolean {
  if (value.length > 200 || SHORT_SECRET.test(name)) return false;
  return PLAIN.test(value) || HOST.test(value) || ORIGIN.test(value);
}

/** What something is called by or chosen by. */
const CALLED =
  /(?:^|[_.-])(?:id|ids|slug|name|number|model|tenant|region|zone|version|stage|env|environment|locale|language|project|org|organization|store|shop|branch|channel|country|city|edition|season|year)$/i;
const WORD = /^[\w.~-]{1,40}$/;
/** Letters and digits in so long a run are made by chance, or by a key maker. */
const RANDOM = /(?=[A-Za-z]*\d)(?=\d*[A-Za-z])[A-Za-z\d]{16,}/;

/**
 * True for a setting of a program (`.env`) whose own name says that it is what something is called or chosen by, such as `STORE_SLUG` or `AI_MODEL`: masked,
 * a URL that holds it could not be read, and no fix of it used. What is named like a secret, or looks made by chance, never is.
 */
export function isOpenSetting(name: string, value: string): boolean {
  const isSecret = isSecretName(name) || SHORT_SECRET.test(name) || /(?:key|token|secret)[_.-]?ids?$/i.test(name);
  return CALLED.test(name) && !isSecret && WORD.test(value) && !RANDOM.test(value);
}
