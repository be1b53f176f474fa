/** True for a header field whose value is a credential: the standard ones, cookies, and every name that ends like a key, token or secret. */
export function isCredentialField(name: string): boolean {
  const lower = name.toLowerCase();
  if (credentialFields.has(lower)) return true;
  if (openFields.has(lower)) return false;
  return isSecretName(name) || lower.endsWith("-key") || lower.endsWith("_key");
}

/** True for a parameter or JSON field whose name says that its value is secret, in any letter case and any way of joining words. */
export function isSecretName(name: string): boolean {
  const words = wordsOf(name);
  const last = words.at(-1)?.replace(/(\D)\d+$/, "$1") ?? "";
  const before = words.at(-2) ?? "";
  if (last === "token") return !openTokens.has(before);
  if (last === "key" || last === "id") return secretPairs.has(`${before} ${last}`);
  return secretWords.has(last) || secretWords.has(before + last);
}

const credentialFields = new Set([
  "authorization",
  "proxy-authorization",
  "cookie",
  "cookie2",
  "set-cookie",
  "set-cookie2",
  "x-authorization",
  "x-amz-credential",
  "x-forwarded-access-token",
  "cf-access-jwt-assertion",
  "x-goog-iap-jwt-assertion",
]);

const openFields = new Set([
  "idempotency-key",
  "x-idempotency-key",
  "sec-websocket-key",
  "surrogate-key",
  "cache-key",
  "x-cache-key",
  "www-authenticate",
  "proxy-authenticate",
]);

const openTokens = new Set(["page", "next", "continuation", "sync", "cancellation", "start", "pagination"]);

const secretWords = new Set([
  "secret",
  "secrets",
  "password",
  "passwd",
  "passphrase",
  "passcode",
  "pwd",
  "pass",
  "apikey",
  "accesskey",
  "authorization",
  "auth",
  "credential",
  "credentials",
  "signature",
  "sig",
  "hmac",
  "jwt",
  "bearer",
  "otp",
  "session",
  "sessionid",
  "sessid",
  "phpsessid",
  "jsessionid",
  "sid",
  "cookie",
  "assertion",
]);

const secretPairs = new Set(
  [
    "api",
    "access",
    "private",
    "secret",
    "signing",
    "encryption",
    "subscription",
    "account",
    "shared",
    "auth",
    "function",
    "functions",
    "master",
    "service",
  ]
    .map((word) => `${word} key`)
    .concat("session id"),
);

function wordsOf(name: string): readonly string[] {
  return name
    .slice(0, 128)
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word, index) => word !== "" && (index === 0 || !/^\d+$/.test(word)));
}
