import { commands } from "vscode";

/** Takes the item of a quick pick at that position as soon as the pick is open, and waits until the command has ended. */
export async function pickItem(command: string, position: number): Promise<void> {
  let isDone = false;
  const running = commands.executeCommand(command).then(() => {
    isDone = true;
  });
  for (let moves = 0; !isDone; moves++) {
    await commands.executeCommand(
      moves < position ? "workbench.action.quickOpenSelectNext" : "workbench.action.acceptSelectedQuickOpenItem",
    );
  }
  await running;
}
