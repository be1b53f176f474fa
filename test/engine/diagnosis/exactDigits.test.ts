import assert from "node:assert/strict";
import { it } from "node:test";
import { investigate, verdictOf } from "./investigate.ts";

const coins = (number: string) => ({
  "app.js": `const app = require("express")();
app.get("/trays/:tray/coins", (request, response) => response.json([]));
app.get("/coins/:number", (request, response) => find(request, response));
app.listen(3000);
`,
  "register.py": `COINS = {\n    7126093318844547074: "Hadrian",\n    ${number}: "Sabina",\n}\n`,
});

/** A cabinet that knows one coin; it has no list of all coins. */
const cabinet: Parameters<typeof investigate>[0]["server"] = ({ url = "" }, response) => {
  const found = { "/coins/7126093318844551281": "{}", "/coins/12": "{}", "/trays/r/coins": "[]" }[url];
  const missed = url.startsWith("/coins/") ? '{"code":"COIN_UNKNOWN"}' : '{"code":"NO_PATH"}';
  response.writeHead(found ? 200 : 404, { "content-type": "application/json" });
  response.end(found ?? missed);
};

it("a number that lost its digits is found whole in the data of the workspace", async () => {
  const diagnosis = await investigate({
    files: coins("7126093318844551281"),
    server: cabinet,
    http: "GET ORIGIN/coins/7126093318844551000\n\n###\nGET ORIGIN/coins/12\n",
  });
  assert.equal(verdictOf(diagnosis), "stale-identifier/precision-loss");
  assert.match(diagnosis.fixes[0]?.request?.url ?? "", /\/coins\/7126093318844551281$/);
  assert.equal(diagnosis.fixes[0]?.verified, true);
  assert.ok(diagnosis.links.some(({ file, line }) => file === "register.py" && line === 3));
});

it("another long number is none that it was rounded from", async () => {
  const diagnosis = await investigate({
    files: coins("7126093318844999999"),
    server: cabinet,
    http: "GET ORIGIN/coins/7126093318844551000\n\n###\nGET ORIGIN/coins/12\n",
  });
  assert.ok(!diagnosis.log.some((line) => line.includes("7126093318844999999")));
});
