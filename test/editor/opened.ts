import assert from "node:assert/strict";
import {
  type CodeLens,
  commands,
  type Diagnostic,
  extensions,
  languages,
  Selection,
  type TextDocument,
  type TextEditor,
  Uri,
  window,
  workspace,
} from "vscode";
import type { Diagnose404 } from "../../src/editor/extension.ts";
import type { Diagnosis } from "../../src/engine/model/diagnosis.ts";

/** The extension under test, activated. */
export async function activated(): Promise<Diagnose404> {
  const extension = extensions.getExtension<Diagnose404>("diagnose-404.diagnose-404");
  assert.ok(extension, "the extension is not installed");
  return extension.activate();
}

/** A file of the workspace that is open, by its path. */
export function fileUri(path: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  assert.ok(folder, "no folder is open");
  return Uri.joinPath(folder.uri, path);
}

/** Opens a file of the workspace in an editor with the cursor on the first line that holds the text. */
export async function openAt(path: string, text: string): Promise<TextEditor> {
  const editor = await window.showTextDocument(await workspace.openTextDocument(fileUri(path)));
  const line = lineOf(editor.document, text);
  editor.selection = new Selection(line, 0, line, 0);
  return editor;
}

/** The first line that holds the text, counted from 0. */
export function lineOf(document: TextDocument, text: string): number {
  const line = document
    .getText()
    .split("\n")
    .findIndex((candidate) => candidate.includes(text));
  assert.ok(line >= 0, `no line of ${document.uri.path} holds ${text}`);
  return line;
}

/** Runs the command on the request whose line holds the text, as the lens above it does. */
export async function diagnoseRequest(path: string, text: string): Promise<Diagnosis> {
  const { document } = await openAt(path, text);
  const target = { kind: "request", uri: document.uri.toString(), line: lineOf(document, text) + 1 };
  const diagnosis = await commands.executeCommand<Diagnosis | undefined>("diagnose404.diagnose", target);
  assert.ok(diagnosis, `no diagnosis of ${text}`);
  return diagnosis;
}

/** The verdicts on one document; their codes are `cause/kind`, or missing when the evidence decides nothing. */
export function diagnosticsOf(uri: Uri): readonly Diagnostic[] {
  const own = languages.getDiagnostics(uri).filter(({ source }) => source === "Diagnose 404");
  return own.filter(({ code }) => code === undefined || String(code).includes("/"));
}

/** What is said about the requests of one document before anything is sent; the codes are single words. */
export function findingsOf(uri: Uri): readonly Diagnostic[] {
  const own = languages.getDiagnostics(uri).filter(({ source }) => source === "Diagnose 404");
  return own.filter(({ code }) => code !== undefined && !String(code).includes("/"));
}

/** The titles of the lenses of this extension, by line counted from 1. */
export async function lensesOf(uri: Uri): Promise<readonly { readonly line: number; readonly title: string }[]> {
  const lenses = await commands.executeCommand<CodeLens[]>("vscode.executeCodeLensProvider", uri, 1000);
  return lenses.map(({ range, command }) => ({ line: range.start.line + 1, title: command?.title ?? "" }));
}
