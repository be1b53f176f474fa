import assert from "node:assert/strict";
import { commands, Range, WorkspaceEdit, workspace } from "vscode";
import { activated, diagnoseRequest, diagnosticsOf, fileUri, openAt } from "./opened.ts";
import { keepText } from "./scratch.ts";

const requests = "requests/orders.http";

describe("a diagnosis follows its request", () => {
  let restore: () => Promise<void>;

  beforeEach(async () => {
    restore = await keepText(requests);
    await activated();
    await commands.executeCommand("diagnose404.clearInvestigations");
  });

  afterEach(async () => {
    await restore();
  });

  it("moves with its line, goes when the line changes, and comes back with undo", async () => {
    const diagnosis = await diagnoseRequest(requests, "/api/v2/orders/8472");
    const uri = fileUri(requests);
    const line = (diagnosis.request.line ?? 0) - 1;
    const { document } = await openAt(requests, "/api/v2/orders/8472");

    const above = new WorkspaceEdit();
    above.insert(uri, new Range(0, 0, 0, 0).start, "# a line\n# another\n");
    await workspace.applyEdit(above);
    assert.equal(diagnosticsOf(uri)[0]?.range.start.line, line + 2);

    const change = new WorkspaceEdit();
    change.insert(uri, document.lineAt(line + 2).range.end, "0");
    await workspace.applyEdit(change);
    assert.deepEqual(diagnosticsOf(uri), []);

    await commands.executeCommand("undo");
    assert.equal(diagnosticsOf(uri)[0]?.range.start.line, line + 2);
  });
});
