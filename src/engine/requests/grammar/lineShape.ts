const KNOWN_METHODS = new Set(
  (
    "GET POST PUT DELETE PATCH HEAD OPTIONS CONNECT TRACE PROPFIND PROPPATCH COPY MOVE LOCK UNLOCK CHECKOUT CHECKIN " +
    "REPORT MERGE MKACTIVITY MKWORKSPACE VERSION-CONTROL BASELINE-CONTROL MKCOL MKCALENDAR ACL SEARCH BIND REBIND UNBIND " +
    "LINK UNLINK PURGE QUERY M-SEARCH NOTIFY SUBSCRIBE UNSUBSCRIBE GRAPHQL"
  ).split(" "),
);
const OTHER_PROTOCOLS = new Set("WS WSS WEBSOCKET GRPC SSE EVENTSOURCE MQTT AMQP RABBITMQ RSOCKET".split(" "));

const SEPARATOR = /^ {0,3}###/;
const COMMENT = /^\s*(?:#|\/\/)/;
const VARIABLE = /^\s*@[^\s=:]+\s*:?=/;
const RESPONSE_LINE = /^HTTP\/\d(?:\.\d)?\s+\d{3}(?:\s|$)/;
const URL_START = /^(?:[a-z][a-z0-9+.-]*:\/\/|\{\{|[/*?]|localhost\b|\[[0-9a-f:.]+\]|[\w-]+(?:\.[\w-]+)+|[\w.-]+:\d)/i;
const PLAIN_URL_START = /^(?:[a-z][a-z0-9+.-]*:\/\/|\{\{|\/)/i;
const METHOD_TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+/;

/** A request line cut at its method; `offset` is where the URL starts in the text that was cut. */
export interface MethodCut {
  /** Upper case for a method that RFC 9110 or WebDAV names, else as written; null when the line starts with its URL. */
  readonly method: string | null;
  readonly offset: number;
}

/** The first character of a line that is not white space, or nothing; most lines are told apart by it alone. */
export function firstMark(text: string): string {
  const first = text[0] ?? "";
  return first > " " && first < "\u007f" ? first : (text.trimStart()[0] ?? "");
}

/** True for a line that separates requests: `###` after at most three spaces. */
export function isSeparator(text: string): boolean {
  return firstMark(text) === "#" && SEPARATOR.test(text);
}

/** True for a line that REST Client and httpYac take for a comment: `#` or `//` first. */
export function isComment(text: string): boolean {
  const mark = firstMark(text);
  return mark === "#" || (mark === "/" && COMMENT.test(text));
}

/** True for a line without anything but white space. */
export function isBlank(text: string): boolean {
  return firstMark(text) === "";
}

/** True for a definition such as `@host = http://localhost`. */
export function isVariableDefinition(text: string): boolean {
  return firstMark(text) === "@" && VARIABLE.test(text);
}

/** True for the status line of a response recorded in the file. */
export function isResponseLine(text: string): boolean {
  return text.startsWith("HTTP/") && RESPONSE_LINE.test(text);
}

/** True for text that starts as a URL or as a variable does: scheme, `{{`, `/`, or a host with a dot or port. */
export function looksLikeUrl(text: string): boolean {
  return URL_START.test(text);
}

/** True for methods that stand for another protocol than HTTP, such as `WS` and `GRPC`. */
export function isOtherProtocol(method: string): boolean {
  return OTHER_PROTOCOLS.has(method);
}

/** Finds the method of a request line; any token of RFC 9110 counts when what follows cannot be anything but a URL. */
export function cutMethod(text: string): MethodCut {
  const indent = text.length - text.trimStart().length;
  const token = METHOD_TOKEN.exec(text.slice(indent, indent + 100))?.[0];
  if (token === undefined) return { method: null, offset: indent };
  const after = text.slice(indent + token.length);
  const rest = after.trimStart();
  const offset = text.length - rest.length;
  const upper = token.toUpperCase();
  if (rest === "") return KNOWN_METHODS.has(token) ? { method: upper, offset } : { method: null, offset: indent };
  if (rest.length === after.length) return { method: null, offset: indent };
  if (KNOWN_METHODS.has(token) || OTHER_PROTOCOLS.has(token)) return { method: upper, offset };
  if (KNOWN_METHODS.has(upper) && looksLikeUrl(rest)) return { method: upper, offset };
  return PLAIN_URL_START.test(rest) ? { method: token, offset } : { method: null, offset: indent };
}

/** True for a line that starts a request wherever it stands: a known method and a URL. */
export function isMethodLine(text: string): boolean {
  if (!startsInUpperCase(text)) return false;
  const { method, offset } = cutMethod(text);
  if (method === null || !(KNOWN_METHODS.has(method) || OTHER_PROTOCOLS.has(method))) return false;
  return looksLikeUrl(text.slice(offset)) && text.trimStart().startsWith(method);
}

/** Whether the first word may be a known method, told without a copy of it; most lines are headers and fail here. */
function startsInUpperCase(text: string): boolean {
  let at = 0;
  while (text.charCodeAt(at) <= 32) at++;
  for (let code = text.charCodeAt(at); code > 32; code = text.charCodeAt(++at)) {
    // Beyond ASCII there are white spaces as well.
    if (code > 126) return true;
    if ((code < 65 || code > 90) && code !== 45) return false;
  }
  return at < text.length;
}

/** True for the first line of a curl command. */
export function isCurlLine(text: string): boolean {
  const mark = firstMark(text);
  return (mark === "c" || mark === "$") && /^\s*(?:\$ )?curl(?:\.exe)?(?:\s|$)/.test(text);
}
