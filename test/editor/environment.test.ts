import assert from "node:assert/strict";
import { commands } from "vscode";
import { activated, diagnoseRequest, openAt } from "./opened.ts";
import { pickItem } from "./picking.ts";
import { writeScratch } from "./scratch.ts";

describe("environment of a request file", () => {
  const file = "environments/api.http";
  let remove: () => Promise<void>;

  before(async () => {
    await activated();
    const base = (await diagnoseRequest("requests/orders.http", "/api/v1/orders/8471")).request.url.split("/api/")[0];
    remove = await writeScratch("environments", {
      "http-client.env.json": JSON.stringify({ good: { base, order: "8471" }, bad: { base, order: "9999" } }),
      "api.http": "GET {{base}}/api/v1/orders/{{order}}\n",
    });
  });

  after(async () => {
    await commands.executeCommand("workbench.action.closeActiveEditor");
    await remove();
  });

  it("is nobody's guess where several exist, and is remembered once chosen", async () => {
    const unchosen = await diagnoseRequest(file, "GET");
    assert.deepEqual([unchosen.outcome, unchosen.request.environment], ["not-sent", null]);

    await openAt(file, "GET");
    await pickItem("diagnose404.selectEnvironment", 0);
    const chosen = await diagnoseRequest(file, "GET");
    assert.ok(
      chosen.request.environment === "good" || chosen.request.environment === "bad",
      String(chosen.request.environment),
    );
    assert.equal(chosen.outcome, chosen.request.environment === "good" ? "answered" : "not-found");
  });
});
