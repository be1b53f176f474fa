import { isCredentialField, isSecretName } from "./secretNames.ts";

/** What is to stand in the place of one secret; `guessed` is one whose name is short and often means something else, such as `code`. */
export type Hide = (secret: string, surety: "sure" | "guessed") => string;

/**
 * Replaces each value of a text that its own shape or the name it stands under says is secret, in URLs, JSON, forms, multipart, XML, HTML,
 * GraphQL, YAML and header lines; the rest stays as it is. Takes time that grows with the text and no faster.
 */
export function replaceSecrets(value: string, hide: Hide): string {
  const sure = (secret: string) => hide(secret, "sure");
  let text = value;
  if (text.includes("eyJ")) text = text.replace(jwt, sure);
  if (text.includes("://")) text = text.replace(userinfo, (whole) => `://${sure(whole.slice(3, -1))}@`);
  text = text.replace(makers, sure).replace(scheme, (_, name: string, token: string) => `${name} ${sure(token)}`);
  if (/webhooks|hooks\.slack/.test(text)) text = text.replace(webhook, (_, place, token) => place + sure(token));
  if (text.includes("=")) text = text.replace(parameter, (...found) => replaceParameter(found, hide));
  return stems.test(text) ? replaceNamed(text, hide) : text;
}

/** Replaces what is secret in the value of one header field; a scheme, the names of cookies and their attributes stay. */
export function replaceInField(name: string, value: string, hide: Hide): string {
  if (value.trim() === "") return value;
  const lower = name.toLowerCase();
  if (lower === "cookie") return replaceInPairs(value, hide);
  if (lower === "set-cookie") return replaceInFirstPair(value, hide);
  if (!isCredentialField(name)) return value;
  const [, word, rest] = /^\s*([A-Za-z][A-Za-z0-9-]{1,30})\s+(\S.*)/s.exec(value) ?? [];
  return lower.endsWith("authorization") && rest !== undefined ? `${word} ${hide(rest, "sure")}` : hide(value, "sure");
}

/** Names that are secret in a query only, where they are written short. */
const secretParameters = new Set(["key", "code", "ticket"]);

/** `://user:password@`: anchored on the slashes, so that it is linear on any text. */
const userinfo = /:\/\/[^\s/?#@"'<>]+@/g;
const jwt = /(?<![A-Za-z0-9])eyJ[\w-]{5,}\.[\w-]+(?:\.[\w-]*){1,3}/g;
const makers =
  /\b(?:gh[opsur]_\w{20,}|github_pat_\w{20,}|glpat-[\w-]{16,}|xox[abeoprs]-[\w-]{10,}|sk_(?:live|test)_\w{10,}|sk-[\w-]{20,}|AKIA[A-Z0-9]{16}|AIza[\w-]{30,}|npm_\w{30,})/g;
const webhook = /\b(hooks\.slack\.com\/\w{1,20}\/|discord(?:app)?\.com\/api\/webhooks\/\d{1,30}\/)([\w/-]+)/g;
const scheme = /\b(Bearer|Basic) +(?=[\w.~+/-]*[\d=])([\w.~+/-]{8,}=*)/gi;
const parameter = /(^|[?&#;,\s"'({])([\w.~%[\]-]{1,80})=([^&#\s"'<>;,)}]+)/gm;
/** What every secret name or credential field has in it, so that most texts are done with early. */
const stems = /secret|pass|token|key|auth|cred|sig|hmac|jwt|otp|sess|sid|cookie|bearer|assertion|pwd/i;

/** A string of the text itself, or a string inside a string (its quotes escaped alike); each ends with the text at the latest. */
const quoted = String.raw`"(?:[^"\\]|\\[\s\S])*(?:"|$)|(\\{1,3})"(?:[^"\\]|\\+[^"\\]|(?!\5")\\+")*(?:\5"|(?=")|$)`;
const jsonField = new RegExp(
  String.raw`(\\{0,3}["'])([\w .~:$@-]{1,80})(\\{0,3}["']\s{0,8}:\s{0,8})(${quoted}|[^\s"'{}[\],]+)`,
  "g",
);
/** A name without quotes before a string, as in GraphQL, YAML and JavaScript. */
const bareField = new RegExp(
  String.raw`(^|[^\w"'.$\\-])([A-Za-z_][\w.-]{0,79})(\s{0,8}:\s{0,8})(${quoted}|'[^'\r\n]*')`,
  "g",
);
/** `{"name":"password","value":"…"}`, as collections and archives write parameters. */
const namedValue =
  /("(?:name|key)"\s{0,8}:\s{0,8}"([^"\\]{1,80})"\s{0,8},\s{0,8}"value"\s{0,8}:\s{0,8}")((?:[^"\\]|\\[\s\S])*)/g;
const element = /(<([A-Za-z_][\w.:-]{0,79})(?:\s[^<>]{0,400})?>(?:<!\[CDATA\[)?)([^<>]+)(?=(?:\]\]>)?<\/)/g;
const attribute = /([\s,;{(])([A-Za-z_][\w.:-]{0,79})(\s{0,4}=\s{0,4}\\{0,3}["'])([^"'<>\\\r\n]+)(?=\\{0,3}["'])/g;
const inputTag = /<(?:input|meta)\s[^<>]{1,1000}>/gi;
const inputName = /\s(?:name|id)\s{0,4}=\s{0,4}["']([^"'<>]{1,80})["']/i;
const inputValue = /(\s(?:value|content)\s{0,4}=\s{0,4}["'])([^"'<>]+)/i;
const formPart =
  /(form-data;[^\r\n"]{0,40}\bname="?([\w.[\]-]{1,80})[^\r\n]{0,200}\r?\n(?:[^\r\n]{1,200}\r?\n){0,5}\r?\n)([\s\S]*?)(?=\r?\n--|$)/gi;
const privateKey = /(-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----)((?:[^-]|-(?!-))+)/g;
const quotedLine = /(["'])([!#$%&*+.^_`|~\w-]{1,80}):([ \t]*)([^"'\r\n]+)(?=\1)/g;
const fieldLine = /^([ \t><*]{0,40}(?:- )?)([!#$%&'*+.^_`|~\w-]{1,80}):([ \t]*)([^\r\n]+)$/gm;

function replaceNamed(value: string, hide: Hide): string {
  const inString = (...found: readonly string[]) => replaceInString(found, hide);
  const inLine = (...found: readonly string[]) => replaceInLine(found, hide);
  let text = value;
  if (text.includes("PRIVATE KEY-----")) text = text.replace(privateKey, (_, begin, key) => begin + hide(key, "sure"));
  if (text.includes("form-data")) text = text.replace(formPart, (...found) => replaceSecond(found, hide));
  if (text.includes("</")) text = text.replace(element, (...found) => replaceSecond(found, hide));
  if (text.includes("<")) text = text.replace(inputTag, (tag) => replaceInTag(tag, hide));
  if (text.includes("=")) text = text.replace(attribute, (...found) => replaceAttribute(found, hide));
  text = text.replace(namedValue, (...found) => replaceSecond(found, hide));
  text = text.replace(jsonField, inString).replace(bareField, inString);
  return text.replace(quotedLine, inLine).replace(fieldLine, inLine);
}

function replaceParameter([whole = "", before = "", name = "", value = ""]: readonly string[], hide: Hide): string {
  const isQuery = before === "?" || before === "&" || before === "#";
  if (isSecretName(decode(name))) return `${before}${name}=${hide(value, "sure")}`;
  return isQuery && secretParameters.has(name.toLowerCase()) ? `${before}${name}=${hide(value, "guessed")}` : whole;
}

/** A match of what leads to the value, the name in it, and the value. */
function replaceSecond([whole = "", lead = "", name = "", value = ""]: readonly string[], hide: Hide): string {
  return isSecretName(name) || isCredentialField(name) ? lead + hide(value, "sure") : whole;
}

function replaceAttribute([whole = "", before, name = "", equals, value = ""]: readonly string[], hide: Hide): string {
  return isSecretName(name) ? `${before}${name}${equals}${hide(value, "sure")}` : whole;
}

function replaceInTag(tag: string, hide: Hide): string {
  const name = inputName.exec(tag)?.[1] ?? "";
  return isSecretName(name) ? tag.replace(inputValue, (_, lead, value) => lead + hide(value, "sure")) : tag;
}

function replaceInString([whole = "", open, name = "", colon, value = ""]: readonly string[], hide: Hide): string {
  if (!isSecretName(name) || value === "null" || value === "true" || value === "false") return whole;
  const quote = /^\\{0,3}["']/.exec(value)?.[0] ?? "";
  const end = value.endsWith(quote) && value.length > quote.length ? value.length - quote.length : value.length;
  return `${open}${name}${colon}${quote}${hide(value.slice(quote.length, end), "sure")}${quote}`;
}

function replaceInLine([whole = "", indent, name = "", space, value = ""]: readonly string[], hide: Hide): string {
  return isCredentialField(name) ? `${indent}${name}:${space}${replaceInField(name, value, hide)}` : whole;
}

function replaceInPairs(value: string, hide: Hide): string {
  const pairs = value.split(";").map((pair) => pair.trim());
  return pairs.map((pair) => replaceInPair(pair, pair.indexOf("="), hide)).join("; ");
}

function replaceInPair(pair: string, equals: number, hide: Hide): string {
  return equals < 0 ? hide(pair, "sure") : `${pair.slice(0, equals)}=${hide(pair.slice(equals + 1), "sure")}`;
}

function replaceInFirstPair(value: string, hide: Hide): string {
  const end = value.indexOf(";");
  return replaceInPairs(end < 0 ? value : value.slice(0, end), hide) + (end < 0 ? "" : value.slice(end));
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
