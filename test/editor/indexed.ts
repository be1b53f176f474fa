import { Position, WorkspaceEdit, workspace } from "vscode";
import { activated, fileUri } from "./opened.ts";

/** Edits the end of a file until its routes are in the table: the index hears of an edit at once, of a new file only where the system watches files. */
export async function untilIndexed(path: string, comment: string): Promise<void> {
  const { routesText } = await activated();
  const document = await workspace.openTextDocument(fileUri(path));
  const ends = performance.now() + 30_000;
  while (!(await routesText()).includes(path) && performance.now() < ends) {
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, new Position(document.lineCount, 0), `${comment}\n`);
    await workspace.applyEdit(edit);
  }
}
