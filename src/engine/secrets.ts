import { createValueMasker } from "./secretValues.ts";

/** What stands in the place of every secret. */
export const maskText = "•••";

/** Hides secrets in whatever is shown, exported, logged or copied; every output asks here, and what is masked stays readable around the mask. */
export interface Mask {
  /** Any text: known values, JWTs, tokens of known makers, credentials in URLs, key-like parameters, JSON fields and header lines. */
  text(value: string): string;
  /** The value of one header field, by its name as well as by its content. */
  field(name: string, value: string): string;
  /** One URL: user information, key-like parameters, known values. */
  url(url: string): string;
}

/** Creates the mask for the secret values of one request; names are judged even when no value is known. */
export function createMask(secrets: readonly string[]): Mask {
  const maskValues = createValueMasker(secrets, maskText);
  const text = (value: string) => maskPatterns(maskValues(value));
  return {
    text,
    field: (name, value) => text(maskField(name, value)),
    url: (url) => text(url),
  };
}

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
  const last = words.at(-1) ?? "";
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

/** Names that are secret in a query only, where they are written short. */
const secretParameters = new Set(["key", "code", "ticket"]);

function wordsOf(name: string): readonly string[] {
  return name
    .slice(0, 128)
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
}

function maskField(name: string, value: string): string {
  if (value.trim() === "") return value;
  const lower = name.toLowerCase();
  if (lower === "cookie") return maskPairs(value);
  if (lower === "set-cookie") return maskFirstPair(value);
  if (!isCredentialField(name)) return value;
  const scheme = /^\s*([A-Za-z][A-Za-z0-9-]{1,30})\s+\S/.exec(value)?.[1];
  return lower.endsWith("authorization") && scheme !== undefined ? `${scheme} ${maskText}` : maskText;
}

function maskPairs(value: string): string {
  const pairs = value.split(";").map((pair) => pair.trim());
  return pairs
    .map((pair) => (pair.includes("=") ? `${pair.slice(0, pair.indexOf("="))}=${maskText}` : maskText))
    .join("; ");
}

function maskFirstPair(value: string): string {
  const end = value.indexOf(";");
  return maskPairs(end < 0 ? value : value.slice(0, end)) + (end < 0 ? "" : value.slice(end));
}

/** `://user:password@`: anchored on the slashes, so that it is linear on any text. */
const userinfo = /:\/\/[^\s/?#@"'<>]+@/g;
const jwt = /\beyJ[\w-]{5,}\.[\w-]+(?:\.[\w-]*){1,3}/g;
const makers =
  /\b(?:gh[opsur]_\w{20,}|github_pat_\w{20,}|glpat-[\w-]{16,}|xox[abeoprs]-[\w-]{10,}|sk_(?:live|test)_\w{10,}|sk-[\w-]{20,}|AKIA[A-Z0-9]{16}|AIza[\w-]{30,}|npm_\w{30,})/g;
const scheme = /\b(Bearer|Basic) +(?=[\w.~+/-]*[\d=])[\w.~+/-]{8,}=*/gi;
const parameter = /(^|[?&#;,\s"'({])([\w.~%[\]-]{1,80})=([^&#\s"'<>;,)}]+)/gm;
/** What every secret name or credential field has in it, so that most texts are done with early. */
const stems = /secret|pass|token|key|auth|cred|sig|hmac|jwt|otp|sess|sid|cookie|bearer|assertion|pwd/i;
/** The value is a string of the text itself, a string inside a string (its quotes escaped alike), or a bare word; each ends with the text at the latest. */
const jsonField =
  /(\\{0,3}["'])([\w .~:$@-]{1,80})(\\{0,3}["']\s{0,8}:\s{0,8})("(?:[^"\\]|\\[\s\S])*(?:"|$)|(\\{1,3})"(?:[^"\\]|\\+[^"\\]|(?!\5")\\+")*(?:\5"|(?=")|$)|[^\s"'{}[\],]+)/g;
const quotedLine = /(["'])([!#$%&*+.^_`|~\w-]{1,80}):([ \t]*)([^"'\r\n]+)(?=\1)/g;
const fieldLine = /^([ \t><*]{0,8})([!#$%&'*+.^_`|~\w-]{1,80}):([ \t]*)([^\r\n]+)$/gm;

function maskPatterns(value: string): string {
  let text = value;
  if (text.includes("eyJ")) text = text.replace(jwt, maskText);
  if (text.includes("://")) text = text.replace(userinfo, `://${maskText}@`);
  text = text.replace(makers, maskText).replace(scheme, `$1 ${maskText}`);
  if (text.includes("=")) text = text.replace(parameter, maskParameter);
  if (!stems.test(text)) return text;
  return text.replace(jsonField, maskJsonField).replace(quotedLine, maskFieldLine).replace(fieldLine, maskFieldLine);
}

function maskParameter(whole: string, before: string, name: string, value: string): string {
  const isQuery = before === "?" || before === "&" || before === "#";
  const isSecret = isSecretName(decode(name)) || (isQuery && secretParameters.has(name.toLowerCase()));
  return isSecret && value !== "" ? `${before}${name}=${maskText}` : whole;
}

function maskJsonField(whole: string, open: string, name: string, colon: string, value: string): string {
  if (!isSecretName(name) || value === "null" || value === "true" || value === "false") return whole;
  const quote = /^\\{0,3}"/.exec(value)?.[0] ?? "";
  return `${open}${name}${colon}${quote}${maskText}${quote}`;
}

function maskFieldLine(whole: string, indent: string, name: string, space: string, value: string): string {
  return isCredentialField(name) ? `${indent}${name}:${space}${maskField(name, value)}` : whole;
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
