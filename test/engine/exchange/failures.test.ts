import assert from "node:assert/strict";
import { test } from "node:test";
import { describeError, type Stage } from "../../../src/engine/exchange/failures.ts";
import { isFailure, readDestination } from "../../../src/engine/exchange/hops/target.ts";

const destination = readDestination("https://api.example:8443/x");
assert.ok(!isFailure(destination));
const { origin } = destination;

function describe(error: unknown, stage: Stage = "connecting") {
  return describeError(error, { origin, stage, firstBytes: new Uint8Array() });
}

const cases: readonly (readonly [string, Stage, string, RegExp])[] = [
  ["ENOTFOUND", "connecting", "no-such-host", /No host is called api\.example/],
  ["EAI_AGAIN", "connecting", "no-such-host", /could not be looked up/],
  ["ECONNREFUSED", "connecting", "refused", /api\.example port 8443/],
  ["ETIMEDOUT", "connecting", "timed-out", /did not accept a connection/],
  ["EHOSTUNREACH", "connecting", "network", /EHOSTUNREACH/],
  ["ENETUNREACH", "connecting", "network", /ENETUNREACH/],
  ["EPROTO", "connecting", "tls", /TLS/],
  ["ERR_SSL_WRONG_VERSION_NUMBER", "connecting", "tls", /http:\/\//],
  ["ECONNRESET", "connecting", "tls", /handshake/],
  ["ECONNRESET", "waiting", "reset", /without answering/],
  ["EPIPE", "sending", "reset", /before it took the whole request/],
  ["UND_ERR_SOCKET", "content", "reset", /inside its content/],
  ["UND_ERR_HEADERS_OVERFLOW", "waiting", "too-large", /header/],
  ["UND_ERR_INVALID_ARG", "sending", "invalid-request", /as written/],
  ["UND_ERR_DESTROYED", "connecting", "cancelled", /cancelled/],
  ["SOMETHING_NEW", "waiting", "network", /SOMETHING_NEW/],
];
for (const [code, stage, expected, says] of cases) {
  test(`${code} while ${stage} is ${expected}`, () => {
    const error = Object.assign(new Error("https://u:canary@api.example/?token=canary"), { code });
    const failure = describe(error, stage);
    assert.equal(failure.code, expected);
    assert.match(failure.message, says);
    assert.doesNotMatch(failure.message, /canary/);
  });
}

test("the first telling reason of many attempts counts, and anything at all is a failure", () => {
  const refused = Object.assign(new Error("x"), { code: "ECONNREFUSED" });
  assert.equal(describe(new AggregateError([new Error("y"), refused])).code, "refused");
  for (const odd of [null, undefined, "text", 7, {}, new Error("plain")]) assert.equal(describe(odd).code, "network");
});
