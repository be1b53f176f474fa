import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import {
  type CodeAction,
  ConfigurationTarget,
  commands,
  type Diagnostic,
  DiagnosticSeverity,
  languages,
  type TextEditor,
  type WorkspaceEdit,
  window,
  workspace,
} from "vscode";
import { activated, diagnoseRequest, fileUri, findingsOf, openAt } from "./opened.ts";
import { writeScratch } from "./scratch.ts";

const file = "findings/api.http";
const text = `@base = http://localhost:3000
@order = "7"

GET {{bsae}}/orders/{{order}}

###
GET {{base}}/orders/undefined
`;

/** Waits until the findings of a file are as asked for, and returns them. */
async function untilFindings(
  isThere: (found: readonly Diagnostic[]) => boolean,
  name = file,
): Promise<readonly Diagnostic[]> {
  const uri = fileUri(name);
  while (!isThere(findingsOf(uri))) {
    await new Promise<void>((resolve) => {
      const listening = languages.onDidChangeDiagnostics(() => {
        listening.dispose();
        resolve();
      });
    });
  }
  return findingsOf(uri);
}

function describeFinding({ code, severity, range }: Diagnostic): string {
  return `${DiagnosticSeverity[severity]} ${code} ${range.start.line + 1}:${range.start.character + 1}-${range.end.character + 1}`;
}

async function fixesAt({ document }: TextEditor, diagnostic: Diagnostic): Promise<readonly CodeAction[]> {
  const actions = await commands.executeCommand<CodeAction[]>(
    "vscode.executeCodeActionProvider",
    document.uri,
    diagnostic.range,
    "quickfix",
  );
  return actions.filter(({ edit, command }) => edit !== undefined && command === undefined);
}

/** Waits for a quick fix by its title: the environments may have to be read again first. */
async function untilAction(editor: TextEditor, diagnostic: Diagnostic, title: string): Promise<CodeAction> {
  for (;;) {
    const actions = await commands.executeCommand<CodeAction[]>(
      "vscode.executeCodeActionProvider",
      editor.document.uri,
      diagnostic.range,
      "quickfix",
    );
    const found = actions.find((action) => action.title === title);
    if (found !== undefined) {
      return found;
    }
  }
}

describe("what is wrong with a request before it is sent", () => {
  let remove: () => Promise<void>;
  let editor: TextEditor;

  beforeEach(async () => {
    await activated();
    await commands.executeCommand("diagnose404.clearInvestigations");
    remove = await writeScratch("findings", { "api.http": text });
    editor = await openAt(file, "GET");
  });

  afterEach(async () => {
    await commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    await remove();
  });

  it("stands on the words that are wrong", async () => {
    const found = await untilFindings(({ length }) => length > 0);
    assert.deepEqual(found.map(describeFinding), [
      "Warning quoted-variable 2:10-13",
      "Warning unresolved-variable 4:5-13",
      "Warning placeholder-in-path 7:21-30",
    ]);
  });

  it("follows typing, and its quick fix removes it", async () => {
    const [, unresolved] = await untilFindings(({ length }) => length === 3);
    assert.ok(unresolved);
    const [fix] = await fixesAt(editor, unresolved);
    assert.equal(fix?.title, "Use {{base}}");
    assert.ok(fix?.edit);
    await workspace.applyEdit(fix.edit);
    assert.equal(editor.document.lineAt(3).text, "GET {{base}}/orders/{{order}}");
    await untilFindings((found) => !found.some(({ code }) => code === "unresolved-variable"));

    await editor.edit((edit) => edit.insert(editor.document.lineAt(6).range.end, "s"));
    await untilFindings((found) => !found.some(({ code }) => code === "placeholder-in-path"));
  });

  it("is not said twice where a verdict says it", async () => {
    await untilFindings(({ length }) => length === 3);
    const { verdict } = await diagnoseRequest(file, "{{bsae}}");
    assert.equal(verdict.kind, "unresolved-variable");
    await untilFindings((found) => !found.some(({ code }) => code === "unresolved-variable"));
  });

  it("is said in the blocks of Markdown too", async () => {
    const notes = "findings/notes.md";
    await writeFile(fileUri(notes).fsPath, "# Notes\n\n```http\n@base = http://a\nGET {{bsae}}/orders/null\n```\n");
    await openAt(notes, "GET");
    const found = await untilFindings(({ length }) => length > 0, notes);
    assert.deepEqual(found.map(describeFinding), [
      "Warning unresolved-variable 5:5-13",
      "Warning placeholder-in-path 5:21-25",
    ]);
    await commands.executeCommand("workbench.action.closeActiveEditor");
  });

  it("is cured in the environment file that defines it, where that still reads the same", async () => {
    const environments = fileUri("findings/http-client.env.json");
    await writeFile(environments.fsPath, '\ufeff{ "dev": { "item": "\\"8\\"" } }');
    await editor.edit((edit) => edit.insert(editor.document.lineAt(6).range.end, "/{{item}}"));
    const isQuoted = ({ code, range }: Diagnostic) => code === "quoted-variable" && range.start.line === 6;
    const quoted = (await untilFindings((found) => found.some(isQuoted))).find(isQuoted);
    assert.ok(quoted);
    const fix = (await fixesAt(editor, quoted)).find(({ title }) => title === "Remove the quotes of item");
    assert.ok(fix?.edit);
    assert.deepEqual(
      fix.edit.entries().map(([uri]) => uri.fsPath),
      [environments.fsPath],
    );
    await workspace.applyEdit(fix.edit);
    const document = await workspace.openTextDocument(environments);
    assert.deepEqual(JSON.parse(document.getText()), { dev: { item: "8" } });
    await document.save();
    await untilFindings((found) => !found.some(isQuoted));
  });

  it("is defined in the environment file, byte order mark or not, which opens where the value belongs; undo takes it back", async () => {
    const requests = "defined/api.http";
    const environments = fileUri("defined/http-client.env.json");
    const before = '{\n  "dev": {\n    "item": "8"\n  }\n}\n';
    const clear = await writeScratch("defined", {
      "http-client.env.json": `\ufeff${before}`,
      "api.http": "GET http://localhost:3000/{{order}}\n",
    });
    const opened = await openAt(requests, "GET");
    const isMissing = ({ code }: Diagnostic) => code === "unresolved-variable";
    const missing = (await untilFindings((found) => found.some(isMissing), requests)).find(isMissing);
    assert.ok(missing);
    const action = await untilAction(opened, missing, "Define order in environment dev");
    await workspace.applyEdit(action.edit as WorkspaceEdit);
    await commands.executeCommand(action.command?.command ?? "", ...(action.command?.arguments ?? []));
    const shown = window.activeTextEditor;
    assert.equal(shown?.document.uri.fsPath, environments.fsPath);
    await shown?.edit((edit) => edit.insert(shown.selection.active, "8471"));
    assert.deepEqual(JSON.parse(shown?.document.getText() ?? ""), { dev: { item: "8", order: "8471" } });
    await untilFindings((found) => !found.some(isMissing), requests);
    await shown?.document.save();
    assert.equal((await readFile(environments.fsPath, "utf8")).slice(0, 3), "\ufeff{\n");
    await commands.executeCommand("undo");
    await commands.executeCommand("undo");
    assert.equal(shown?.document.getText(), before);
    await untilFindings((found) => found.some(isMissing), requests);
    await commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    await openAt(requests, "GET");
    await commands.executeCommand("workbench.action.closeActiveEditor");
    await clear();
  });

  it("is silent when its setting says so", async () => {
    await untilFindings(({ length }) => length === 3);
    const settings = workspace.getConfiguration("diagnose404", fileUri(file));
    try {
      await settings.update("findings.enabled", false, ConfigurationTarget.Global);
      await untilFindings(({ length }) => length === 0);
    } finally {
      await settings.update("findings.enabled", undefined, ConfigurationTarget.Global);
    }
    await untilFindings(({ length }) => length === 3);
  });
});
