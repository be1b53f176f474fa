import assert from "node:assert/strict";
import { commands } from "vscode";
import { activated, diagnoseRequest, openAt } from "./opened.ts";
import { writeScratch } from "./scratch.ts";

/** Takes the item of a quick pick at that position as soon as the pick is open, and waits until the command has ended. */
async function pickItem(command: string, position: number): Promise<void> {
  let isDone = false;
  const running = commands.executeCommand(command).then(() => {
    isDone = true;
  });
  for (let moves = 0; !isDone; moves++) {
    await commands.executeCommand(
      moves < position ? "workbench.action.quickOpenSelectNext" : "workbench.action.acceptSelectedQuickOpenItem",
    );
  }
  await running;
}

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
