import assert from "node:assert/strict";
import { type CodeAction, commands, Position, type Uri, WorkspaceEdit, workspace } from "vscode";
import { activated, diagnoseRequest, diagnosticsOf, fileUri, lensesOf, lineOf, openAt } from "./opened.ts";
import { pickItem } from "./picking.ts";
import { keepText, writeScratch } from "./scratch.ts";

const requests = "requests/orders.http";

async function fixesAt(uri: Uri, line: number): Promise<readonly CodeAction[]> {
  const { range } = (await workspace.openTextDocument(uri)).lineAt(line);
  const actions = await commands.executeCommand<CodeAction[]>(
    "vscode.executeCodeActionProvider",
    uri,
    range,
    "quickfix",
  );
  return actions.filter(({ command }) => command?.command === "diagnose404.applyFix");
}

/** Does what the editor does with a chosen action that has no edit of its own. */
async function choose({ edit, command }: CodeAction): Promise<void> {
  assert.ok(edit === undefined && command !== undefined);
  await commands.executeCommand(command.command, ...(command.arguments ?? []));
}

describe("quick fix", () => {
  let restore: () => Promise<void>;

  beforeEach(async () => {
    restore = await keepText(requests);
    await activated();
    await commands.executeCommand("diagnose404.clearInvestigations");
  });

  afterEach(async () => {
    await restore();
  });

  it("edits the request, replays it, and is verified; undo brings the request back", async () => {
    const { treeText } = await activated();
    await diagnoseRequest(requests, "/api/v2/orders/8472");
    const uri = fileUri(requests);
    const { document } = await openAt(requests, "/api/v2/orders/8472");
    const line = lineOf(document, "/api/v2/orders/8472");
    const before = document.lineAt(line).text;

    const [fix] = await fixesAt(uri, line);
    assert.ok(fix, "there is no quick fix");
    await choose(fix);

    assert.equal(document.lineAt(line).text, before.replace("/v2/", "/v1/"));
    const tree = treeText();
    assert.match(tree, /^GET \/api\/v1\/orders\/8472 {2}200 · before: 404 · version moved\n/);
    assert.match(tree, /\n {2}Before: GET \/api\/v2\/orders\/8472 {2}404 · version moved/);
    assert.equal(tree.match(/^GET /gm)?.length, 1, "the answered request replaces the failing one");
    assert.deepEqual(diagnosticsOf(uri), []);
    assert.equal((await lensesOf(uri))[0]?.title, "Diagnose 404 · last: 200");
    assert.deepEqual(await fixesAt(uri, line), []);

    await commands.executeCommand("undo");
    assert.equal(document.lineAt(line).text, before);
  });

  it("selects the environment that answers, replays there, and shows both outcomes", async () => {
    const { treeText } = await activated();
    const base = (await diagnoseRequest(requests, "/api/v1/orders/8471")).request.url.split("/api/")[0];
    await commands.executeCommand("diagnose404.clearInvestigations");
    const remove = await writeScratch("tenants", {
      "http-client.env.json": JSON.stringify({ south: { base, order: "9999" }, north: { base, order: "8471" } }),
      "api.http": "GET {{base}}/api/v1/orders/{{order}}\n",
    });
    try {
      const uri = fileUri("tenants/api.http");
      await openAt("tenants/api.http", "GET");
      await pickItem("diagnose404.selectEnvironment", 0);
      const failing = await diagnoseRequest("tenants/api.http", "GET");
      assert.equal(failing.request.environment, "south");
      const fix = failing.fixes.findIndex(({ environment }) => environment === "north");
      assert.ok(fix >= 0, JSON.stringify(failing.fixes));
      const action = (await fixesAt(uri, 0)).find(({ title }) => title === "Select environment north");
      assert.ok(action, "there is no quick fix");
      await choose(action);
      assert.match(treeText(), /^GET \/api\/v1\/orders\/8471 {2}200 · before: 404 · /);
      assert.match(treeText(), /\n {2}Before: GET \/api\/v1\/orders\/9999 {2}404 .* · south\n/);
      assert.deepEqual(diagnosticsOf(uri), []);
    } finally {
      await commands.executeCommand("workbench.action.closeActiveEditor");
      await remove();
    }
  });

  it("leaves a line of another file alone that no longer reads as it did", async () => {
    const base = (await diagnoseRequest(requests, "/api/v1/orders/8471")).request.url.split("/api/")[0];
    const remove = await writeScratch("bases", {
      "http-client.env.json": `{ "dev": {\n  "base": "${base}/api/v2"\n} }\n`,
      "api.http": "GET {{base}}/orders/8471\n",
    });
    try {
      await openAt("bases/api.http", "GET");
      const { fixes } = await diagnoseRequest("bases/api.http", "GET");
      assert.deepEqual([fixes[0]?.kind, fixes[0]?.edit?.line], ["edit-variable", 2]);
      const [fix] = await fixesAt(fileUri("bases/api.http"), 0);
      assert.ok(fix, "there is no quick fix");
      const variables = await workspace.openTextDocument(fileUri("bases/http-client.env.json"));
      const moved = new WorkspaceEdit();
      moved.insert(variables.uri, new Position(1, 0), '  "region": "south",\n');
      assert.ok(await workspace.applyEdit(moved));
      const before = variables.getText();
      await choose(fix);
      assert.equal(variables.getText(), before);
      await variables.save();
    } finally {
      await commands.executeCommand("workbench.action.closeActiveEditor");
      await remove();
    }
  });

  it("is offered only where the request line still reads as it was diagnosed", async () => {
    await diagnoseRequest(requests, "/api/v2/orders/8472");
    const editor = await openAt(requests, "/api/v2/orders/8472");
    const line = editor.selection.active.line;
    assert.ok((await fixesAt(editor.document.uri, line)).length > 0);
    await editor.edit((edit) => edit.insert(editor.document.lineAt(line).range.end, "0"));
    assert.deepEqual(await fixesAt(editor.document.uri, line), []);
  });
});
