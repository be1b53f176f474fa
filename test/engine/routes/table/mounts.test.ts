import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readTable } from "../workspace.ts";

/** The prefixes of the mounts of the only route, from the application down. */
async function prefixesOf(mounts: string): Promise<readonly string[]> {
  const table = await readTable({
    "app.js": `const express = require("express");
const app = express();
const outer = express.Router();
const inner = express.Router();
inner.get("/a", (request, response) => response.end());
${mounts}`,
  });
  assert.equal(table.routes.length, 1);
  return table.routes.flatMap((route) => route.mounts.map(({ prefix }) => prefix));
}

describe("the prefix of a mount", () => {
  it("is shown as it is written", async () => {
    assert.deepEqual(await prefixesOf(`app.use("/shop", outer);\nouter.use("/:tenant/orders", inner);`), [
      "/shop",
      "/{tenant}/orders",
    ]);
  });

  it("shows what is unknown of it in its words, and never as nothing", async () => {
    assert.deepEqual(
      await prefixesOf(`app.use(process.env.MOUNT, outer);\nouter.use("/v" + process.env.VERSION + "/orders", inner);`),
      ["/{process.env.MOUNT}", "/v{process.env.VERSION}/orders"],
    );
  });
});
