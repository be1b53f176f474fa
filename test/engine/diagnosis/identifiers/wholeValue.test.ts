import assert from "node:assert/strict";
import { it } from "node:test";
import { investigate, type Setting } from "../investigate.ts";

const files = {
  "app.js": `const app = require("express")();
app.get("/feeds/:feed/episodes/:guid", (request, response) => show(request, response));
app.listen(3000);
`,
};
const server: Setting["server"] = (request, response) => {
  const isServed = request.url === "/feeds/kernel/episodes/kernel%2F42";
  response.writeHead(isServed ? 200 : 404, { "content-type": "application/json" });
  response.end(isServed ? '{"title":"42"}' : '{"error":"not found"}');
};

it("a value with a slash that was not encoded is one identifier, by the route's name", async () => {
  const http = "@feed = kernel\n@guid = kernel/42\nGET ORIGIN/feeds/{{feed}}/episodes/{{guid}}\n";
  const diagnosis = await investigate({ files, server, http });
  assert.equal(diagnosis.lookup.pattern, "/feeds/{feed}/episodes/{guid}");
  assert.deepEqual(
    diagnosis.lookup.identifiers.map(({ name, value }) => `${name}=${value}`),
    ["feed=kernel", "guid=kernel/42"],
  );
  const said = diagnosis.evidence.map(({ statement }) => statement);
  assert.ok(said.includes('The guid "kernel/42" comes from {{guid}}, ask.http:2.'), said.join("\n"));
});

it("two segments that nothing holds together stay two", async () => {
  const diagnosis = await investigate({ files, server, http: "GET ORIGIN/feeds/kernel/episodes/kernel/42\n" });
  assert.ok(diagnosis.lookup.identifiers.every(({ value }) => !value.includes("/")));
});
