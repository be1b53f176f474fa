/** What one option of curl means to a request. */
export type CurlMeaning =
  | "method"
  | "header"
  | "data"
  | "data-raw"
  | "data-urlencode"
  | "json"
  | "form"
  | "form-string"
  | "get"
  | "head"
  | "location"
  | "insecure"
  | "user"
  | "bearer"
  | "cookie"
  | "agent"
  | "referer"
  | "url"
  | "url-query"
  | "upload"
  | "timeout"
  | "unix-socket"
  | "http-version"
  | "ignored"
  | "ignored-value";

const VALUED: ReadonlySet<CurlMeaning> = new Set<CurlMeaning>([
  "method",
  "header",
  "data",
  "data-raw",
  "data-urlencode",
  "json",
  "form",
  "form-string",
  "user",
  "bearer",
  "cookie",
  "agent",
  "referer",
  "url",
  "url-query",
  "upload",
  "timeout",
  "unix-socket",
  "ignored-value",
]);

const LONG = new Map<string, CurlMeaning>([
  ["request", "method"],
  ["header", "header"],
  ["data", "data"],
  ["data-ascii", "data"],
  ["data-binary", "data"],
  ["data-raw", "data-raw"],
  ["data-urlencode", "data-urlencode"],
  ["json", "json"],
  ["form", "form"],
  ["form-string", "form-string"],
  ["get", "get"],
  ["head", "head"],
  ["location", "location"],
  ["location-trusted", "location"],
  ["insecure", "insecure"],
  ["user", "user"],
  ["oauth2-bearer", "bearer"],
  ["cookie", "cookie"],
  ["user-agent", "agent"],
  ["referer", "referer"],
  ["url", "url"],
  ["url-query", "url-query"],
  ["upload-file", "upload"],
  ["max-time", "timeout"],
  ["unix-socket", "unix-socket"],
  ["http1.0", "http-version"],
  ["http1.1", "http-version"],
  ["http2", "http-version"],
]);

const SHORT = new Map<string, CurlMeaning>([
  ["X", "method"],
  ["H", "header"],
  ["d", "data"],
  ["F", "form"],
  ["G", "get"],
  ["I", "head"],
  ["L", "location"],
  ["k", "insecure"],
  ["u", "user"],
  ["b", "cookie"],
  ["A", "agent"],
  ["e", "referer"],
  ["T", "upload"],
  ["m", "timeout"],
  ["0", "http-version"],
]);

const LONG_WITH_VALUE = new Set(
  (
    "output write-out proxy proxy-user noproxy cookie-jar cert cert-type key key-type pass cacert capath ciphers resolve " +
    "connect-to connect-timeout retry retry-delay retry-max-time range continue-at limit-rate interface dns-servers " +
    "max-redirs max-filesize config stderr trace trace-ascii abstract-unix-socket local-port speed-limit " +
    "speed-time time-cond keepalive-time netrc-file proto proto-redir tls-max aws-sigv4 output-dir hostpubmd5 dump-header"
  ).split(" "),
);
const SHORT_WITH_VALUE = new Set("oxUcEwrCKYyzD".split(""));

/** Says what a long option (without its dashes) means. */
export function meaningOfLong(name: string): CurlMeaning {
  return LONG.get(name) ?? (LONG_WITH_VALUE.has(name) ? "ignored-value" : "ignored");
}

/** Says what a one-letter option means. */
export function meaningOfShort(letter: string): CurlMeaning {
  return SHORT.get(letter) ?? (SHORT_WITH_VALUE.has(letter) ? "ignored-value" : "ignored");
}

/** True for options that take the next word as their value. */
export function takesValue(meaning: CurlMeaning): boolean {
  return VALUED.has(meaning);
}
