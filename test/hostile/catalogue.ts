/** Where a bad situation is put to the test, by a text that the file holds; `lacks` says what of the expectation is not met, and why. */
export interface Covered {
  readonly file: string;
  readonly holds: string;
  readonly lacks?: string;
}

/** A bad situation without a test, and the reason. */
export interface Uncovered {
  readonly reason: string;
}

const engine = (name: string, holds: string, lacks?: string): Covered => ({
  file: `test/engine/${name}.test.ts`,
  holds,
  ...(lacks === undefined ? {} : { lacks }),
});
const exchange = (name: string, holds: string, lacks?: string) => engine(`exchange/${name}`, holds, lacks);
const hostile = (holds: string): Covered => ({ file: "test/hostile/server.test.ts", holds });
const tls = (holds: string): Covered => ({ file: "test/hostile/tls.test.ts", holds });
const memory = (holds: string): Covered => ({ file: "test/hostile/memory.test.ts", holds });
const everywhere: Covered = {
  file: "test/report/secretsEverywhere.test.ts",
  holds: "a secret in every place of a request, given back in every place of the response",
};

/** Every catalogued situation that concerns sending, secrets or the history, by its id. */
export const catalogue: Readonly<Record<string, Covered | Uncovered>> = {
  U01: engine("requests/findings/staticFindings", "host-lookalike: {{h}}"),
  U02: exchange("exchanger", "user information in the URL becomes Authorization"),
  U04: exchange("exchanger", "port 65536"),
  U05: exchange("probes/policy", "a destination keeps its target as written and its authority as resolved"),
  U07: exchange("exchanger", "stands on the wire as written"),
  U08: exchange("exchanger", "stands on the wire as written"),
  U10: { file: "test/scenarios/cases/route-drift/slashAndSelector.ts", holds: "trailing-slash" },
  U11: exchange("exchanger", "2130706433"),
  U13: exchange("exchanger", "unsupported-scheme"),
  U14: exchange("exchanger", "/only/a/path"),
  N02: hostile("status-then-hang"),
  N03: hostile("drip-headers"),
  N05: hostile("stall-body"),
  N06: hostile("close-no-response"),
  N08: hostile("reset-mid-headers"),
  N09: hostile("reset-mid-body"),
  N11: hostile("keepalive-poison"),
  N12: hostile("double-response"),
  N14: hostile("cl-dup-diff"),
  N15: hostile("cl-and-te"),
  N17: memory('"endless-body"'),
  N18: memory('"endless-chunked"'),
  N20: memory('"endless-status-line"'),
  N21: memory('"endless-chunk-ext"'),
  N23: hostile("flood-1xx"),
  N24: hostile("early-hints"),
  N26: hostile("switch-unasked"),
  N27: memory('"gzip-nested-bomb"'),
  N29: exchange("content/content", "a wrong checksum keeps what was decoded, junk behind the end is ignored"),
  N30: hostile("gzip-truncated"),
  N32: hostile("header-split"),
  N33: hostile("header-nul"),
  N35: hostile("status-000"),
  N36: hostile("status-999"),
  N38: hostile("ssh-banner"),
  N39: hostile("h2-preface"),
  N41: hostile("bad-trailers"),
  N42: exchange("hops/redirects", "a redirect to itself stops after one request, a ping-pong after two"),
  N44: exchange("hops/redirects", "a chain stops at 20 redirects and keeps every hop"),
  N45: exchange("hops/redirects", "to another origin no credential and no known secret goes along"),
  N47: exchange("hops/redirects", "and none comes back"),
  N48: tls("https to http is noted, and no credential goes down with it"),
  N50: exchange("hops/redirects", "a redirect to the local link is refused before a connection is tried"),
  N51: exchange("hops/redirects", "user information in a Location is neither used nor shown"),
  N53: exchange("hops/redirects", "a Location is resolved as browsers do, and what was sent stays next to it"),
  N54: exchange("hops/redirects", "a request that may change something is not sent on to another origin"),
  N56: exchange("hops/softRedirect", "it is told at the hop, and nothing is asked for it"),
  N57: tls("is named, and not a byte of the request is sent"),
  N59: tls("https to a plain port and http to a TLS port are told"),
  N60: {
    file: "test/cli/diagnose.test.ts",
    holds: "the variable that named the host which cannot be reached is told and linked",
  },
  N62: exchange("exchanger", "localhost reaches a server that listens on"),
  N63: {
    file: "test/hostile/proxy.test.ts",
    holds: "wrong credentials, a refused way and a proxy that is down are the proxy's failures",
  },
  N65: {
    file: "test/hostile/http2.test.ts",
    holds: "that is refused unprocessed goes out again only if it is safe",
  },
  N66: engine("diagnosis/missClasses", "method-mismatch/head-not-routed"),
  N68: exchange("hops/softRedirect", "a hostile page costs time that grows with it"),
  N69: {
    file: "test/cli/diagnose.test.ts",
    holds: "a secret that the server echoes is masked in JSON, text and progress",
  },
  P01: engine("diagnose", "sends no method that may change something without consent, and never as a probe"),
  P02: exchange(
    "probes/probeSender",
    "no method but GET, HEAD and OPTIONS is ever probed, and overrides are taken out",
  ),
  P04: exchange("probes/probeSender", "Retry-After"),
  P05: exchange("probes/probeSender", "503"),
  P07: exchange("probes/probeSender", "a host that takes five a second"),
  P08: exchange("probes/probeSender", "the budget is what the server's log shows, redirects included"),
  P10: exchange("probes/probeSender", "what reads as acting on a GET is not probed"),
  P11: {
    reason:
      "There is no crawl yet to which robots.txt would speak: probes are a handful of requests that a person asked for about one URL.",
  },
  P13: engine("diagnosis/optionsAlone", "everything else says 404, and no verdict rests on it"),
  P14: exchange("probes/probeSender", "investigations that share the limits of hosts share one rate and one silence"),
  P16: engine(
    "diagnosis/slowProbe",
    "one probe that is never answered ends in time and is listed, and the investigation concludes",
  ),
  P17: {
    file: "test/cli/diagnose.test.ts",
    holds: "an environment that looks like production is compared with only when --allow-host names it",
  },
  H07: exchange("exchanger", "a header value with a NUL"),
  S01: everywhere,
  S02: everywhere,
  S04: everywhere,
  S05: everywhere,
  S07: exchange("proxies/proxy", "the credentials of proxies are known to the mask in each of their forms"),
  S08: {
    ...everywhere,
    lacks:
      "No question is asked before an export: there is none that is not masked, so that nothing is to be agreed to.",
  },
  S10: {
    file: "test/node/archive.test.ts",
    holds: "keeps exchanges over a restart, masked, and forgets them when told",
  },
  S11: {
    file: "test/cli/exports.test.ts",
    holds: "nothing is written into the workspace but the exports that were asked for",
  },
  S13: engine("secrets", "short and common values are left to the names they stand under"),
  S14: engine(
    "secrets",
    "200 known values cost about as much as one",
    "10 MB take about 100 ms, 60 of them for the 200 values, in one pass; the 5 MB that are kept by default half of that, in a worker.",
  ),
  D02: exchange("history/exchangeHistory", "a damaged line is set aside and told"),
  D03: exchange("history/exchangeHistory", "a store that fails keeps what it has"),
  D05: {
    file: "test/node/textFile.test.ts",
    holds: "a process that is killed while it writes leaves the old text or the new one",
  },
  D06: { file: "test/node/archive.test.ts", holds: "is in memory only, and says so, where the storage cannot be used" },
  D08: { file: "test/node/foreignStorage.test.ts", holds: "gives a workspace no route that is not its own" },
  D09: exchange("history/exchangeHistory", "whatever text is found, the history is read, stays within its bounds"),
};
