import assert from "node:assert/strict";
import { type CodeLens, commands, TabInputTextDiff, type TextEditor, window } from "vscode";
import { activated, diagnoseRequest } from "./opened.ts";
import { pickItem } from "./picking.ts";
import { writeScratch } from "./scratch.ts";

const secret = "planted-77d1e0b4";

/** Opens the newest exchange of the history as a person does. */
async function openNewest(): Promise<TextEditor> {
  await pickItem("diagnose404.showHistory", 0);
  assert.equal(window.activeTextEditor?.document.uri.scheme, "diagnose404-exchange");
  return window.activeTextEditor;
}

/** The lenses above an exchange of the history, by their titles. */
async function lensesOf({ document }: TextEditor): Promise<ReadonlyMap<string, CodeLens>> {
  const lenses = await commands.executeCommand<CodeLens[]>("vscode.executeCodeLensProvider", document.uri, 10);
  return new Map(lenses.map((lens) => [lens.command?.title ?? "", lens]));
}

function run(lens: CodeLens | undefined): Thenable<unknown> {
  assert.ok(lens?.command, "the lens is there");
  return commands.executeCommand(lens.command.command, ...(lens.command.arguments ?? []));
}

describe("the history of exchanges", () => {
  let remove: () => Promise<void>;

  before(async () => {
    await activated();
    await commands.executeCommand("diagnose404.clearInvestigations");
    const base = (await diagnoseRequest("requests/orders.http", "/api/v1/orders/8471")).request.url.split("/api/")[0];
    remove = await writeScratch("history", {
      "http-client.private.env.json": JSON.stringify({ dev: { base, key: secret } }),
      "api.http": "GET {{base}}/api/v2/orders/8472?api_key={{key}}\nX-Trace: {{key}}\n",
      "unlogged.http": "# @no-log\nGET {{base}}/api/v2/orders/8472?api_key={{key}}\n",
    });
    await commands.executeCommand("diagnose404.clearHistory");
  });

  after(async () => {
    await commands.executeCommand("workbench.action.closeAllEditors");
    await remove();
  });

  it("outlives its investigation and shows what was sent and answered, secrets masked", async () => {
    await diagnoseRequest("history/api.http", "GET");
    await commands.executeCommand("diagnose404.clearInvestigations");
    const { document } = await openNewest();
    const text = document.getText();
    assert.match(text, /^# 404 · version moved\n/);
    assert.match(text, /\nGET .*\/api\/v2\/orders\/8472\?api_key=•••\n/);
    assert.match(text, /\nX-Trace: •••\n/);
    assert.match(text, /\nHTTP\/1\.1 404 Not Found\n/);
    assert.ok(!text.includes(secret), text);
  });

  it("leads to the request again, and to the exchange before", async () => {
    const { investigations } = await activated();
    const first = await lensesOf(await openNewest());
    assert.deepEqual([...first.keys()], ["Diagnose Again"]);
    await run(first.get("Diagnose Again"));
    assert.equal(investigations().length, 1);

    const second = await lensesOf(await openNewest());
    await run(second.get("Compare with the One Before"));
    const shown = window.tabGroups.activeTabGroup.activeTab?.input;
    assert.ok(shown instanceof TabInputTextDiff, "two exchanges side by side");
    assert.notEqual(shown.original.query, shown.modified.query);
  });

  it("keeps nothing of a request that asks not to be logged", async () => {
    const { document } = await openNewest();
    await diagnoseRequest("history/unlogged.http", "GET");
    assert.equal((await openNewest()).document.uri.query, document.uri.query);
  });

  it("is empty when it was cleared", async () => {
    await commands.executeCommand("diagnose404.clearHistory");
    const before = window.activeTextEditor?.document.uri.toString();
    await commands.executeCommand("diagnose404.showHistory");
    assert.equal(window.activeTextEditor?.document.uri.toString(), before);
  });
});
