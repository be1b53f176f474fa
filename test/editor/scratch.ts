import { Range, Uri, WorkspaceEdit, workspace } from "vscode";
import { fileUri } from "./opened.ts";

/** Writes files into a folder of the workspace that only one test uses, and returns how to remove it. */
export async function writeScratch(
  folder: string,
  files: Readonly<Record<string, string>>,
): Promise<() => Promise<void>> {
  const root = fileUri(folder);
  for (const [name, text] of Object.entries(files)) {
    await workspace.fs.writeFile(Uri.joinPath(root, name), new TextEncoder().encode(text));
  }
  return async () => workspace.fs.delete(root, { recursive: true });
}

/** Takes note of how a file of the workspace reads, and returns how to make it read so again. VS Code may save edits by itself. */
export async function keepText(path: string): Promise<() => Promise<void>> {
  const uri = fileUri(path);
  const text = (await workspace.openTextDocument(uri)).getText();
  return async () => {
    const document = await workspace.openTextDocument(uri);
    const whole = new WorkspaceEdit();
    whole.replace(uri, new Range(0, 0, document.lineCount, 0), text);
    await workspace.applyEdit(whole);
    await document.save();
  };
}
