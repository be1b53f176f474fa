import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { investigate } from "../investigate.ts";

const front = `const express = require("express");
const app = express();
app.all("/bff/*rest", (req, res) => forward(req, res));
app.listen(3000);
`;
const inner = (routes: string) => `const express = require("express");
const app = express();
${routes}
app.listen(4000);
`;

async function linked(files: Readonly<Record<string, string>>) {
  const diagnosis = await investigate({
    files: { "web/app.js": front, ...files },
    server: (_request, response) => {
      response.writeHead(404, { "content-type": "application/json" }).end('{"error":"nothing"}');
    },
    http: "GET ORIGIN/bff/bidders/pad-204/bids\n",
  });
  const routes = diagnosis.links.filter(({ role }) => role === "candidate-route");
  return routes.map(({ file, line }) => `${file}:${line}`);
}

describe("the route behind a front that hands on whatever begins alike", () => {
  it("is linked where it alone ends as the path does", async () => {
    const files = {
      "bids/app.js": inner(`app.get("/v1/bidders/:bidder", one);\napp.get("/v1/bidders/:bidder/bids", all);`),
    };
    assert.deepEqual(await linked(files), ["web/app.js:3", "bids/app.js:4"]);
  });

  it("is not guessed where two end so", async () => {
    const files = {
      "bids/app.js": inner(`app.get("/v1/bidders/:bidder/bids", all);`),
      "old/app.js": inner(`app.get("/v0/bidders/:bidder/bids", all);`),
    };
    assert.deepEqual(await linked(files), ["web/app.js:3"]);
  });

  it("is none that shares only its last word", async () => {
    assert.deepEqual(await linked({ "bids/app.js": inner(`app.get("/lots/bids", all);`) }), ["web/app.js:3"]);
  });
});
