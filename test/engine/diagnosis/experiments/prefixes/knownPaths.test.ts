import assert from "node:assert/strict";
import { it } from "node:test";
import { investigate, verdictOf } from "../../investigate.ts";

/** Answers the paths given, and misses all else with the same sentence. */
function serve(...served: readonly string[]): Parameters<typeof investigate>[0]["server"] {
  return ({ url = "" }, response) => {
    response.writeHead(served.includes(url) ? 200 : 404, { "content-type": "application/json" });
    response.end(served.includes(url) ? `{"path":"${url}"}` : '{"error":"not found"}');
  };
}

it("a name that differs from a known one in a number is another thing, not a misspelt one", async () => {
  const diagnosis = await investigate({
    server: serve("/plates/1931-04-02.fits"),
    http: "GET ORIGIN/plates/1931-04-03.fits\n\n###\nGET ORIGIN/plates/1931-04-02.fits\n",
  });
  assert.notEqual(verdictOf(diagnosis), "route-drift/path-typo", diagnosis.verdict.summary);
});

it("a word that differs from a known one in a letter is misspelt", async () => {
  const diagnosis = await investigate({
    server: serve("/plates/harvard.fits", "/plates"),
    http: "GET ORIGIN/plates/havard.fits\n\n###\nGET ORIGIN/plates/harvard.fits\n",
  });
  assert.equal(verdictOf(diagnosis), "route-drift/path-typo", diagnosis.verdict.summary);
});
