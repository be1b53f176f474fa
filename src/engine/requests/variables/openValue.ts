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
