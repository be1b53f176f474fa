import type { Word } from "./words/wordCutter.ts";

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
  | "range"
  | "url"
  | "url-query"
  | "request-target"
  | "path-as-is"
  | "glob-off"
  | "upload"
  | "timeout"
  | "unix-socket"
  | "next"
  | "other-credentials"
  | "not-followed"
  | "not-followed-value"
  | "ignored"
  | "ignored-value";

/** An option of a command as written (`-d`, `--data`), with its value; the value is an empty word for flags. */
export interface CurlOption {
  readonly name: string;
  readonly meaning: CurlMeaning;
  readonly value: Word;
}

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
  "range",
  "url",
  "url-query",
  "request-target",
  "upload",
  "timeout",
  "unix-socket",
  "not-followed-value",
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
  ["range", "range"],
  ["url", "url"],
  ["url-query", "url-query"],
  ["request-target", "request-target"],
  ["path-as-is", "path-as-is"],
  ["globoff", "glob-off"],
  ["upload-file", "upload"],
  ["max-time", "timeout"],
  ["unix-socket", "unix-socket"],
  ["next", "next"],
  ["digest", "other-credentials"],
  ["ntlm", "other-credentials"],
  ["negotiate", "other-credentials"],
  ["anyauth", "other-credentials"],
  ["netrc", "not-followed"],
  ["netrc-optional", "not-followed"],
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
  ["r", "range"],
  ["g", "glob-off"],
  ["T", "upload"],
  ["m", "timeout"],
  [":", "next"],
  ["n", "not-followed"],
]);

/** Options with a value that change where the request goes, or what is in it, in a way that is not followed. */
const NOT_FOLLOWED_WITH_VALUE = new Set(
  (
    "abstract-unix-socket alt-svc aws-sigv4 cacert capath cert config connect-to doh-url etag-compare interface key " +
    "netrc-file preproxy proto-default proxy proxy1.0 proxy-header resolve socks4 socks4a socks5 socks5-hostname time-cond variable"
  ).split(" "),
);
const SHORT_NOT_FOLLOWED_WITH_VALUE = new Set("xEKz".split(""));

/** All other options of curl 8 that take a value, which would else be read as a URL. */
const LONG_WITH_VALUE = new Set(
  (
    "cert-type ciphers connect-timeout continue-at cookie-jar create-file-mode crlfile curves delegation dns-interface " +
    "dns-ipv4-addr dns-ipv6-addr dns-servers dump-header ech egd-file engine etag-save expect100-timeout ftp-account " +
    "ftp-alternative-to-user ftp-method ftp-port ftp-ssl-ccc-mode happy-eyeballs-timeout-ms haproxy-clientip hostpubmd5 " +
    "hostpubsha256 hsts ip-tos ipfs-gateway keepalive-cnt keepalive-time key-type krb libcurl limit-rate local-port " +
    "login-options mail-auth mail-from mail-rcpt max-filesize max-redirs noproxy output output-dir parallel-max " +
    "parallel-max-host pass pinnedpubkey proto proto-redir proxy-cacert proxy-capath proxy-cert proxy-cert-type " +
    "proxy-ciphers proxy-crlfile proxy-key proxy-key-type proxy-pass proxy-pinnedpubkey proxy-service-name " +
    "proxy-tls13-ciphers proxy-tlsauthtype proxy-tlspassword proxy-tlsuser proxy-user pubkey quote random-file rate retry " +
    "retry-delay retry-max-time sasl-authzid service-name sigalgs socks5-gssapi-service speed-limit speed-time stderr " +
    "telnet-option tftp-blksize tls-max tls13-ciphers tlsauthtype tlspassword tlsuser trace trace-ascii trace-config " +
    "vlan-priority write-out"
  ).split(" "),
);
const SHORT_WITH_VALUE = new Set("oUwcCYyDPQt".split(""));

/** Says what a long option (without its dashes) means. */
export function meaningOfLong(name: string): CurlMeaning {
  const known = LONG.get(name);
  if (known !== undefined) return known;
  if (NOT_FOLLOWED_WITH_VALUE.has(name) || name.startsWith("expand-")) return "not-followed-value";
  return LONG_WITH_VALUE.has(name) ? "ignored-value" : "ignored";
}

/** Says what a one-letter option means. */
export function meaningOfShort(letter: string): CurlMeaning {
  const known = SHORT.get(letter);
  if (known !== undefined) return known;
  if (SHORT_NOT_FOLLOWED_WITH_VALUE.has(letter)) return "not-followed-value";
  return SHORT_WITH_VALUE.has(letter) ? "ignored-value" : "ignored";
}

/** True for options that take the next word as their value. */
export function takesValue(meaning: CurlMeaning): boolean {
  return VALUED.has(meaning);
}
