import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { investigate, verdictOf } from "../../investigate.ts";

const data = 'exports.accounts = [\n  { id: "acc-3", plan: "pro" },\n  { id: "acc-4", plan: "free" },\n];\n';

/** An account that another one answers beside, asked for its audit log by a handler that asks `asking` first. */
function ask(asking: string, path = "audit-log") {
  return investigate({
    files: {
      "accounts.js": data,
      "app.js": `const app = require("express")();
app.get("/accounts/:account/${path}", (req, res) => {
  const account = find(req.params.account);
  if (${asking}) return res.status(404).json({ error: "nothing" });
  res.json(logOf(account));
});
app.listen(3000);
`,
    },
    server: ({ url }, response) => {
      const isFound = url === `/accounts/acc-3/${path}`;
      response.writeHead(isFound ? 200 : 404, { "content-type": "application/json" });
      response.end(JSON.stringify(isFound ? {} : { error: url?.endsWith(path) ? "nothing" : "no path" }));
    },
    http: `GET ORIGIN/accounts/acc-4/${path}\n\n###\nGET ORIGIN/accounts/acc-3/${path}\n`,
  });
}

describe("a part of the service that an account may not have", () => {
  for (const asking of ['!includes(account, "audit_log")', '!hasPart(account, "audit-logs")']) {
    it(`is off for it, though another one has it: ${asking}`, async () => {
      const diagnosis = await ask(asking);
      assert.equal(verdictOf(diagnosis), "lifecycle/feature-off", diagnosis.verdict.summary);
      assert.match(diagnosis.verdict.summary, /app\.js:4/);
    });
  }

  for (const asking of [
    '!includes(account, "invoices")',
    '!req.query.has("audit_log")',
    '!hasRole(account, "audit_log")',
    '!find("audit_log")',
  ]) {
    it(`is nothing that the handler asks so: ${asking}`, async () => {
      assert.notEqual(verdictOf(await ask(asking)), "lifecycle/feature-off");
    });
  }
});
