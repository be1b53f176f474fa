import assert from "node:assert/strict";
import { commands, window, workspace } from "vscode";
import { activated } from "./opened.ts";

/** Types into Go to Route, takes the first that is offered, and says which line is in front then. */
async function firstFor(typed: string): Promise<string> {
  let isDone = false;
  const running = commands.executeCommand("diagnose404.goToRoute", typed).then(() => {
    isDone = true;
  });
  while (!isDone) {
    await commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
  }
  await running;
  return new Promise((resolve) => {
    const check = () => {
      const { document, selection } = window.activeTextEditor ?? {};
      if (document !== undefined && selection !== undefined && selection.active.line > 0) {
        subscription.dispose();
        resolve(
          `${workspace.asRelativePath(document.uri)} ${document.lineAt(selection.active.line).text.slice(0, 24)}`,
        );
      }
    };
    const subscription = window.onDidChangeTextEditorSelection(check);
    check();
  });
}

describe("Go to Route", () => {
  before(async () => {
    await activated();
  });

  beforeEach(async () => {
    await commands.executeCommand("workbench.action.closeAllEditors");
  });

  it("opens the registration that a URL reaches", async () => {
    assert.match(
      await firstFor("http://localhost:3000/api/v1/orders/8472"),
      /^service\/routes\/orders\.js orders\.get\("\/:id"/,
    );
  });

  it("opens the nearest where none is reached", async () => {
    assert.match(
      await firstFor("GET /api/v1/invoices/2024-17"),
      /^service\/routes\/invoices\.js invoices\.get\("\/:number/,
    );
  });

  it("opens what words find", async () => {
    assert.match(await firstFor("post cancel"), /^service\/routes\/orders\.js orders\.post\("\/:id\/cancel/);
  });
});
