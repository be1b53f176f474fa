import assert from "node:assert/strict";
import { it } from "node:test";
import { investigate, verdictOf } from "./investigate.ts";

const files = {
  "app.js": `const app = require("express")();
app.get("/devices", (request, response) => response.json(list()));
app.get("/devices/:device", (request, response) => response.json(show(request.params.device)));
app.listen(3000);
`,
};

/** A server that lists its devices, and answers for any word below them. */
function serve(listed: readonly string[]): Parameters<typeof investigate>[0]["server"] {
  return ({ url = "" }, response) => {
    const device = /^\/devices\/([^/]+)$/.exec(url)?.[1];
    const isThere = url === "/devices" || device !== undefined;
    response.writeHead(isThere ? 200 : 404, { "content-type": "application/json" });
    const body = url === "/devices" ? listed.map((name) => ({ name })) : isThere ? { device } : { error: "nothing" };
    response.end(JSON.stringify(body));
  };
}

const joined = (log: readonly string[]) => log.filter((line) => /bl-7%2f/i.test(line));

it("two segments are not joined where nothing says that they are one value", async () => {
  const diagnosis = await investigate({
    files,
    server: serve(["bl-7", "bl-8"]),
    http: "GET ORIGIN/devices/bl-7/readings\n",
  });
  assert.deepEqual(joined(diagnosis.log), []);
  assert.notEqual(verdictOf(diagnosis), "stale-identifier/id-encoding");
});

it("they are joined where a variable holds both", async () => {
  const { log } = await investigate({
    files,
    server: serve(["bl-7", "bl-8"]),
    http: "@device = bl-7/left\n\nGET ORIGIN/devices/{{device}}\n",
  });
  assert.equal(joined(log).length, 1);
});

it("as many are joined as a variable holds", async () => {
  const { log } = await investigate({
    files,
    server: serve(["bl-7", "bl-8"]),
    http: "@device = bl-7/left/04\n\nGET ORIGIN/devices/{{device}}\n",
  });
  assert.deepEqual(joined(log), ["GET /devices/bl-7%2Fleft%2F04"]);
});

it("a variable that holds a path is no such value", async () => {
  const { log } = await investigate({
    files,
    server: serve(["bl-7", "bl-8"]),
    http: "@path = /devices/bl-7/readings\n\nGET ORIGIN{{path}}\n",
  });
  assert.deepEqual(joined(log), []);
});

it("they are joined where the list of the parent names them as one", async () => {
  const { log } = await investigate({
    files,
    server: serve(["bl-7/readings", "bl-8"]),
    http: "GET ORIGIN/devices/bl-7/readings\n",
  });
  assert.equal(joined(log).length, 1);
});
