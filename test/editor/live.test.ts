import assert from "node:assert/strict";
import { ConfigurationTarget, commands, Position, Range, WorkspaceEdit, workspace } from "vscode";
import { activated, diagnoseRequest, fileUri, lensesOf, lineOf, openAt } from "./opened.ts";
import { keepText } from "./scratch.ts";

const requests = "requests/orders.http";
const handlers = "service/routes/orders.js";

/** Waits until the lenses of a document hold a title, asking again as often as VS Code answers. */
async function untilLens(path: string, title: string): Promise<void> {
  while (!(await lensesOf(fileUri(path))).some((lens) => lens.title.endsWith(title))) {
    // Each question is a round trip through the editor, in which edits and timers go on.
  }
}

describe("what is shown is live", () => {
  let restoreRequests: () => Promise<void>;
  let restoreHandlers: () => Promise<void>;

  before(async () => {
    await activated();
    await commands.executeCommand("diagnose404.clearInvestigations");
    restoreRequests = await keepText(requests);
    restoreHandlers = await keepText(handlers);
  });

  afterEach(async () => {
    await restoreRequests();
    await restoreHandlers();
    await commands.executeCommand("diagnose404.clearInvestigations");
  });

  it("route lenses follow edits that are not saved", async () => {
    const { document } = await openAt(handlers, 'get("/:id",');
    await untilLens(handlers, "2 requests reach this route");
    const line = lineOf(document, 'get("/:id",');
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, new Position(line, document.lineAt(line).text.indexOf("/:id")), "/renamed");
    await workspace.applyEdit(edit);
    while ((await lensesOf(document.uri)).some(({ title }) => title.includes("2 requests"))) {
      // As above.
    }
    await restoreHandlers();
    await untilLens(handlers, "2 requests reach this route");
  });

  it("route lenses follow edits of requests", async () => {
    const { document } = await openAt(requests, "/api/v2/orders/8472");
    const line = lineOf(document, "/api/v2/orders/8472");
    const column = document.lineAt(line).text.indexOf("v2");
    const edit = new WorkspaceEdit();
    edit.replace(document.uri, new Range(line, column, line, column + 2), "v1");
    await workspace.applyEdit(edit);
    await untilLens(handlers, "3 requests reach this route");
    await commands.executeCommand("undo");
    await untilLens(handlers, "2 requests reach this route");
  });

  it("settings count at once", async () => {
    const settings = workspace.getConfiguration("diagnose404", fileUri(requests));
    await openAt(requests, "GET");
    try {
      await settings.update("codeLens.enabled", false, ConfigurationTarget.Global);
      assert.deepEqual(await lensesOf(fileUri(requests)), []);
      await settings.update("probes.enabled", false, ConfigurationTarget.Global);
      const { probes } = await diagnoseRequest(requests, "/api/v2/orders/8472");
      assert.deepEqual(
        probes.map(({ varies }) => varies),
        ["nothing"],
      );
    } finally {
      await settings.update("codeLens.enabled", undefined, ConfigurationTarget.Global);
      await settings.update("probes.enabled", undefined, ConfigurationTarget.Global);
    }
    assert.equal((await lensesOf(fileUri(requests))).length, 7);
  });
});
