import { commands, type Position, type TextDocument } from "vscode";

/** The places for which the other extensions are being asked just now. */
const asking = new Set<string>();

/** Whether an extension beside this one goes somewhere from a place; the providers of this one keep out of the answer. */
export async function isDefinedByOthers(document: TextDocument, position: Position): Promise<boolean> {
  const key = keyOf(document, position);
  asking.add(key);
  try {
    const found = await commands.executeCommand<unknown[]>("vscode.executeDefinitionProvider", document.uri, position);
    return found.length > 0;
  } finally {
    asking.delete(key);
  }
}

/** Whether a provider of this extension has to keep out of an answer, because only the others are asked. */
export function isAskingOthers(document: TextDocument, position: Position): boolean {
  return asking.has(keyOf(document, position));
}

function keyOf({ uri, version }: TextDocument, { line, character }: Position): string {
  return `${uri.toString()} ${version} ${line}:${character}`;
}
