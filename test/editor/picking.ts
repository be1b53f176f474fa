import { commands } from "vscode";

const accept = "workbench.action.acceptSelectedQuickOpenItem";

/** Takes the item of a quick pick at that position as soon as the pick is open, and waits until the command has ended. */
export async function pickItem(command: string, position: number): Promise<void> {
  const moves = new Array<string>(position).fill("workbench.action.quickOpenSelectNext");
  await answer(commands.executeCommand(command), moves, accept);
}

/** Runs a command with arguments and saves where its save dialog proposes, which is a quick pick in this window. */
export async function acceptSaveDialog(command: string, ...given: readonly unknown[]): Promise<void> {
  await answer(commands.executeCommand(command, ...given), [], accept);
}

/** Runs a command with arguments and leaves what it asks without an answer. */
export async function leaveQuestion(command: string, ...given: readonly unknown[]): Promise<void> {
  await answer(commands.executeCommand(command, ...given), [], "workbench.action.closeQuickOpen");
}

async function answer(command: Thenable<unknown>, moves: readonly string[], last: string): Promise<void> {
  let isDone = false;
  const running = command.then(() => {
    isDone = true;
  });
  for (let count = 0; !isDone; count++) {
    await commands.executeCommand(moves[count] ?? last);
  }
  await running;
}
