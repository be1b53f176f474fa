import assert from "node:assert/strict";
import { commands, env } from "vscode";
import { activated, diagnoseRequest, diagnosticsOf, fileUri, lensesOf } from "./opened.ts";
import { writeScratch } from "./scratch.ts";

const secret = "planted-9f3c71d0";

describe("a secret of a request", () => {
  let remove: () => Promise<void>;

  before(async () => {
    await activated();
    await commands.executeCommand("diagnose404.clearInvestigations");
    const base = (await diagnoseRequest("requests/orders.http", "/api/v1/orders/8471")).request.url.split("/api/")[0];
    await commands.executeCommand("diagnose404.clearInvestigations");
    remove = await writeScratch("secrets", {
      "http-client.private.env.json": JSON.stringify({ dev: { base, key: secret } }),
      "api.http": "GET {{base}}/api/v2/orders/8472?api_key={{key}}\nAuthorization: Bearer {{key}}\n",
    });
  });

  after(async () => {
    await commands.executeCommand("workbench.action.closeActiveEditor");
    await remove();
  });

  it("is in no view and in no copy", async () => {
    const { treeText, investigations } = await activated();
    const diagnosis = await diagnoseRequest("secrets/api.http", "GET");
    assert.ok(diagnosis.request.url.includes(secret), `the secret was really sent: ${diagnosis.request.url}`);
    assert.match(treeText(), /•••/);

    const [investigation] = investigations();
    const copies: string[] = [];
    for (const command of ["diagnose404.copyText", "diagnose404.copyJson"]) {
      await commands.executeCommand(command, { investigation });
      copies.push(await env.clipboard.readText());
    }
    assert.match(copies[0] ?? "", /version-moved/);
    assert.equal(JSON.parse(copies[1] ?? "").schema, "diagnose-404/diagnosis@1");
    const diagnostics = diagnosticsOf(fileUri("secrets/api.http")).map(({ message }) => message);
    const lenses = (await lensesOf(fileUri("secrets/api.http"))).map(({ title }) => title);
    for (const shown of [treeText(), ...copies, ...diagnostics, ...lenses]) {
      assert.ok(!shown.includes(secret), shown);
    }
  });
});
