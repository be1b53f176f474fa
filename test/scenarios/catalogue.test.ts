import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { allScenarios } from "./allScenarios.ts";
import { causeOf } from "./vocabulary.ts";

/** A scenario of this suite, or a test of the engine by its title, that shows one cause being found. */
type Proof = { readonly scenario: string } | { readonly test: string; readonly file: string };

const scenario = (name: string): Proof => ({ scenario: name });
const engineTest = (file: string, test: string): Proof => ({ file: `../engine/diagnosis/${file}.test.ts`, test });

/** Each known root cause of a 404 by the number under which it is catalogued, the kind of verdict it asks for, and what proves it. */
const catalogue: readonly (readonly [number: number, cause: string, kind: string, proof: Proof])[] = [
  [1, "unresolved variable", "unresolved-variable", scenario("car-repairs")],
  [2, "wrong environment", "wrong-environment", scenario("canteen-menu")],
  [3, "base without its version", "version-moved", engineTest("namedRules", "a base that lacks the version")],
  [4, "duplicated segment", "duplicated-segment", scenario("model-gateway")],
  [5, "join drops a segment", "dropped-segment", scenario("invoice-client")],
  [6, "double slash", "proxy-joins-wrong", engineTest("namedRules", "two slashes where base and path both had one")],
  [7, "invisible white space", "stray-characters", scenario("exam-results")],
  [8, "encoded slash", "id-encoding", scenario("scanned-documents")],
  [9, "identifier must be encoded", "id-encoding", scenario("repository-files")],
  [10, "identifier format or case", "id-format", scenario("hotel-booking")],
  [11, "integer precision", "precision-loss", scenario("bank-transfer")],
  [12, "wrong method shown as 404", "wrong-method", scenario("cancel-a-class")],
  [13, "HEAD not routed", "head-not-routed", scenario("uptime-check")],
  [14, "preflight 404", "preflight", scenario("browser-asks-first")],
  [15, "redirect changed the method", "redirect-changes-method", scenario("restaurant-table")],
  [16, "redirect drops the prefix", "redirect-drops-path", scenario("basket-of-the-shop")],
  [17, "a tool asked the wrong port", "wrong-entrypoint", scenario("api-without-a-page")],
  [18, "proxy strips the prefix", "proxy-strips-prefix", engineTest("proxies", "is found by sending the prefix twice")],
  [
    19,
    "proxy keeps the prefix",
    "proxy-keeps-prefix",
    engineTest("proxies", "keeps a prefix that the service does not know"),
  ],
  [20, "proxy concatenates", "proxy-joins-wrong", engineTest("proxies", "runs two segments into one")],
  [
    21,
    "ingress rewrite without a capture",
    "rewrite-rule",
    engineTest("namedRules", "an ingress that rewrites without a group"),
  ],
  [22, "precedence of locations", "proxy-strips-prefix", engineTest("namedRules", "the longest location of nginx")],
  [23, "Host unmatched", "host-unmatched", scenario("clinic-behind-ingress")],
  [24, "framework bound to a host", "host-unmatched", scenario("radio-programme")],
  [25, "router on the wrong entry point", "wrong-entrypoint", scenario("queue-metrics")],
  [27, "stage of a gateway", "base-path", engineTest("namedRules", "wants its stage")],
  [28, "gateway not redeployed", "not-deployed", scenario("new-endpoint")],
  [29, "prefix of functions", "base-path", engineTest("namedRules", "of functions, servlets and documents")],
  [30, "reserved path of a platform", "server-filter", scenario("security-contact")],
  [31, "substatus of IIS", "server-filter", engineTest("namedRules", "a substatus of IIS names the filter")],
  [32, "negative cache of a CDN", "shared-cache", scenario("published-story")],
  [33, "404 cached by a framework", "framework-cache", scenario("menu-page")],
  [34, "deep link of a single-page application", "spa-fallback", scenario("atlas-page")],
  [35, "stale hashed asset", "stale-asset", scenario("bundle-of-the-shop")],
  [36, "fallback takes the API", "spa-fallback", scenario("pharmacy-stock")],
  [37, "rewrite of a development proxy", "proxy-strips-prefix", scenario("dashboard-in-development")],
  [38, "base path not prefixed", "base-path", engineTest("namedRules", "of Next.js are missing")],
  [
    39,
    "application unaware of its mount",
    "base-path",
    engineTest("namedRules", "that every other request of the file has"),
  ],
  [40, "prefix compared as text", "base-path", engineTest("namedRules", "compared as mere text")],
  [41, "locale added by a redirect", "redirect-drops-path", engineTest("redirects", "puts a locale into the path")],
  [42, "WebSocket upgrade lost", "upgrade-lost", scenario("live-prices")],
  [43, "no output on the platform", "platform-missing", scenario("preview-of-the-site")],
  [44, "index of an object store", "directory-index", scenario("manual-chapter")],
  [45, "version migrated", "version-moved", scenario("orders-by-number")],
  [46, "API group removed", "version-moved", engineTest("namedRules", "a group that Kubernetes does not serve")],
  [47, "version in a field or parameter", "version-selector", scenario("train-timetable")],
  [48, "strict trailing slash", "trailing-slash", scenario("greenhouse-sensors")],
  [49, "route shadowed", "shadowed", scenario("own-profile")],
  [50, "constraint mismatch", "id-format", scenario("warehouse-pallet")],
  [51, "handler not registered", "not-registered", scenario("refund-list")],
  [52, "route without action", "missing-handler", scenario("expense-summary")],
  [53, "catch-all before routes", "after-catch-all", scenario("webhook-log")],
  [54, "global prefix missing", "base-path", scenario("parking-spots")],
  [55, "context path missing", "base-path", engineTest("namedRules", "of functions, servlets and documents")],
  [56, "stale route cache", "not-deployed", scenario("new-endpoint")],
  [
    57,
    "static parameters closed",
    "feature-off",
    engineTest("namedRules", "parameters that were not built are closed"),
  ],
  [58, "letter case", "case", scenario("brand-logo")],
  [59, "soft-deleted", "deleted", scenario("flat-listing")],
  [60, "slug renamed or merged", "renamed-slug", scenario("help-article")],
  [61, "read after write", "not-yet-visible", scenario("render-job")],
  [62, "name of a deployment", "wrong-project", engineTest("namedRules", "a code that names the parent")],
  [63, "tenant field", "wrong-tenant", scenario("support-link")],
  [64, "tenant from the host", "wrong-tenant", scenario("utility-meters")],
  [65, "wrong region", "wrong-region", scenario("shipment-by-hub")],
  [66, "private resource masked", "masked-resource", scenario("private-note")],
  [67, "endpoint masked", "masked-endpoint", scenario("internal-statistics")],
  [
    68,
    "403 for what is missing",
    "directory-index",
    engineTest("missClasses", "where an object store refuses what it lacks"),
  ],
  [69, "feature off", "feature-off", scenario("beta-invites")],
];

/** Seen only from two connections that share one certificate, which an investigation on connections of its own never does. */
const outOfReach: ReadonlySet<number> = new Set([26]);

describe("every catalogued cause of a 404", () => {
  it("has its proof, or stands out of reach for a reason", () => {
    const proven = new Set(catalogue.map(([number]) => number));
    const missing = Array.from({ length: 69 }, (_, index) => index + 1).filter(
      (number) => !proven.has(number) && !outOfReach.has(number),
    );
    assert.deepEqual(missing, []);
  });

  for (const [number, cause, kind, proof] of catalogue) {
    it(`${number}, ${cause}, is found as ${kind}`, () => {
      assert.ok(causeOf(kind));
      if ("scenario" in proof) {
        const found = allScenarios.find(({ name }) => name === proof.scenario);
        assert.ok(found?.truth.kinds.includes(kind), `${proof.scenario} does not show ${kind}`);
        return;
      }
      const source = readFileSync(new URL(proof.file, import.meta.url), "utf8");
      const body = source.split(/^\s*it\(/m).find((text) => text.includes(proof.test));
      assert.ok(body?.includes(`/${kind}"`), `no test of ${proof.file} named "${proof.test}" expects ${kind}`);
    });
  }
});
