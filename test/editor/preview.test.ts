import assert from "node:assert/strict";
import { commands, Position, type TextDocument, WorkspaceEdit, window, workspace } from "vscode";
import { activated, diagnoseRequest, fileUri, openAt } from "./opened.ts";
import { writeScratch } from "./scratch.ts";

const file = "preview/api.http";
const secret = "planted-2b7e1516";

/** The text of the preview in front. */
function shown(): TextDocument {
  const document = window.activeTextEditor?.document;
  assert.equal(document?.uri.scheme, "diagnose404-request");
  assert.ok(document);
  return document;
}

/** Waits until a document reads as asked for. */
async function untilText(document: TextDocument, isThere: (text: string) => boolean): Promise<void> {
  while (!isThere(document.getText())) {
    await new Promise<void>((resolve) => {
      const listening = workspace.onDidChangeTextDocument((change) => {
        if (change.document === document) {
          listening.dispose();
          resolve();
        }
      });
    });
  }
}

describe("preview of a request as it is sent", () => {
  let remove: () => Promise<void>;

  before(async () => {
    await activated();
    remove = await writeScratch("preview", {
      "http-client.private.env.json": JSON.stringify({ dev: { key: secret } }),
      "body.json": '{"order": {{order}}}',
      "api.http":
        "@order = 8472\n\n# @name change\nPUT http://localhost:3000/orders/{{order}}\nAuthorization: Bearer {{key}}\n\n<@ ./body.json\n",
    });
  });

  after(async () => {
    await commands.executeCommand("workbench.action.closeAllEditors");
    await remove();
  });

  it("shows the request at the cursor with its body from a file, its secrets masked, and where it comes from", async () => {
    await openAt(file, "PUT");
    await commands.executeCommand("diagnose404.previewRequest");
    const preview = shown();
    const text = preview.getText();
    assert.equal(preview.languageId, "http");
    assert.match(text, /^PUT http:\/\/localhost:3000\/orders\/8472\nAuthorization: Bearer •••\n/);
    assert.match(text, /\n\n\{"order": 8472\}\n/);
    assert.match(text, /^# {3}8472 +\{\{order\}\} at preview\/api\.http:1$/m);
    assert.match(text, /\{\{key\}\} of environment dev at preview\/http-client\.private\.env\.json:1/);
    assert.ok(!text.includes(secret), text);
    assert.ok(!decodeURIComponent(preview.uri.toString()).includes(secret));
  });

  it("follows the request while its file is edited, and holds no lens of its own", async () => {
    await openAt(file, "PUT");
    await commands.executeCommand("diagnose404.previewRequest");
    const preview = shown();
    const edit = new WorkspaceEdit();
    edit.insert(fileUri(file), new Position(0, 9), "1");
    edit.insert(fileUri(file), new Position(1, 0), "GET http://localhost:3000/above\n\n###\n");
    await workspace.applyEdit(edit);
    await untilText(preview, (text) => text.includes("/orders/18472"));
    assert.match(preview.getText(), /^PUT /);
    assert.deepEqual(await commands.executeCommand("vscode.executeCodeLensProvider", preview.uri, 10), []);
  });

  it("shows the request of an investigation", async () => {
    await commands.executeCommand("diagnose404.clearInvestigations");
    await diagnoseRequest("requests/orders.http", "/api/v2/orders/8472");
    const { investigations } = await activated();
    await commands.executeCommand("diagnose404.previewRequest", { investigation: investigations()[0] });
    assert.match(shown().getText(), /^GET http:\/\/[^/]+\/api\/v2\/orders\/8472\n/);
    assert.match(shown().getText(), /\{\{baseUrl\}\} of environment \w+ at http-client\.env\.json:\d+/);
  });
});
