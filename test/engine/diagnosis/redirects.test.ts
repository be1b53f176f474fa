import assert from "node:assert/strict";
import { it } from "node:test";
import { investigate, verdictOf } from "./investigate.ts";

it("a redirect that puts a locale into the path of an API is the one to blame", async () => {
  const diagnosis = await investigate({
    server: (request, response) => {
      const isLocal = (request.url ?? "").startsWith("/sv/");
      response.writeHead(isLocal ? 404 : 307, isLocal ? {} : { location: `/sv${request.url}` });
      response.end(isLocal ? "no page" : undefined);
    },
    http: "GET ORIGIN/api/ferries\n",
  });
  assert.equal(verdictOf(diagnosis), "rewrite-mismatch/redirect-drops-path");
  assert.match(diagnosis.verdict.summary, /puts "sv" into the path/);
});
