import assert from "node:assert/strict";
import { it } from "node:test";
import { investigate, verdictOf } from "../investigate.ts";

const app = (lines: string) => ({
  "app.js": `const express = require("express");\nconst app = express();\n${lines}\napp.listen(3000);\n`,
});
const bare = `app.get("/loans/:loan", show);`;
const prefixed = `const loans = express.Router();\nloans.get("/loans/:loan", show);\napp.use(process.env.APP_ROOT, loans);`;

const ask = (files: Readonly<Record<string, string>>) =>
  investigate({
    files,
    server: ({ url = "" }, response) => {
      const isFound = url === "/desk/loans/L-7" || url === "/desk/loans";
      response.writeHead(isFound ? 200 : 404, { "content-type": "application/json" });
      response.end(isFound ? '{"loan":"L-7"}' : '{"error":"no route"}');
    },
    http: "GET ORIGIN/loans/L-7\n",
  });

it("a base path that a file of the environment sets is linked as a variable", async () => {
  for (const lines of [bare, prefixed]) {
    const diagnosis = await ask({ ...app(lines), ".env": "PORT=3000\nAPP_ROOT=/desk\n" });
    assert.equal(verdictOf(diagnosis), "rewrite-mismatch/base-path", diagnosis.verdict.summary);
    const link = diagnosis.links.find(({ file }) => file === ".env");
    assert.deepEqual([link?.role, link?.line], ["variable", 2], JSON.stringify(diagnosis.links));
  }
});

it("a setting of another path is not", async () => {
  const diagnosis = await ask({ ...app(`app.get("/desk/loans/:loan", show);`), ".env": "APP_ROOT=/office\n" });
  assert.equal(verdictOf(diagnosis), "rewrite-mismatch/base-path", diagnosis.verdict.summary);
  assert.equal(
    diagnosis.links.some(({ file }) => file === ".env"),
    false,
  );
});
