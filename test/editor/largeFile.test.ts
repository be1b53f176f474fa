import assert from "node:assert/strict";
import { setImmediate } from "node:timers/promises";
import {
  type CodeLens,
  commands,
  Position,
  Range,
  Selection,
  type TextEditor,
  TextEditorRevealType,
  type Uri,
  window,
} from "vscode";
import { type Turn, turnsWhile } from "./hostTurns.ts";
import { activated, fileUri, findingsOf, lensesOf, openAt } from "./opened.ts";
import { writeScratch } from "./scratch.ts";

const file = "large/api.http";
const count = 10_000;
const request = (at: number) => `### order ${at}\nGET {{host}}/api/orders/${at}\nAccept: application/json\n\n`;
const requests = Array.from({ length: count }, (_, at) => request(at)).join("");
/** The one flaw stands at the end, so that it is found when all requests are judged. */
const text = `@host = http://localhost:3000\n\n${requests}### the last\nGET {{host}}/api//orders/1\n`;

/** The extension host may be kept from other work by this extension for so long at a time, in ms of the processor. */
const longestTurn = 16;

async function codeLensesOf(uri: Uri): Promise<readonly CodeLens[]> {
  return commands.executeCommand<CodeLens[]>("vscode.executeCodeLensProvider", uri);
}

interface Held {
  readonly longest: number;
  readonly whole: number;
}

/** How long the extension host was held at most while something became true, and how long that took, in ms. */
async function measureHold(isReached: () => boolean): Promise<Held> {
  const started = performance.now();
  let longest = 0;
  for (let last = started; !isReached(); ) {
    await setImmediate();
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }
  return { longest, whole: performance.now() - started };
}

describe("a file of ten thousand requests", () => {
  let remove: () => Promise<void>;
  let editor: TextEditor;

  before(async () => {
    await activated();
    remove = await writeScratch("large", { "api.http": text });
    editor = await openAt(file, "GET");
  });

  after(async () => {
    await commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    await remove();
  });

  it("has a lens above each request around what is in view, wherever that is", async () => {
    const { document } = editor;
    const lineOf = (at: number) => 3 + 4 * at;
    for (const at of [0, 5_000, count - 1]) {
      editor.revealRange(new Range(lineOf(at), 0, lineOf(at), 0), TextEditorRevealType.AtTop);
      let lines: readonly number[] = [];
      while (!lines.includes(lineOf(at))) {
        lines = (await codeLensesOf(document.uri)).map(({ range }) => range.start.line);
      }
      assert.equal(lines.length, 1_000);
    }
    const lenses = await lensesOf(fileUri(file));
    assert.ok(lenses.every(({ title }) => title === "Diagnose 404"));
    editor.revealRange(new Range(0, 0, 0, 0));
  });

  it("is read and judged after an edit in turns that are short as far as they are this extension's", async () => {
    const line = () => findingsOf(fileUri(file)).find(({ code }) => code === "double-slash")?.range.start.line;
    const rounds: Turn[] = [];
    // Code that is not compiled yet and a busy machine make turns dearer; one good round shows that no work is done at once.
    for (let round = 0; round < 6 && !rounds.some(({ ownMs }) => ownMs <= longestTurn); round++) {
      const wanted = editor.document.lineCount - 1;
      const [longest] = await turnsWhile(async () => {
        await editor.edit((edit) => edit.insert(new Position(0, 0), "# yet another line\n"));
        await measureHold(() => line() === wanted);
      });
      assert.ok(longest);
      rounds.push(longest);
    }
    assert.ok(
      rounds.some(({ ownMs }) => ownMs <= longestTurn),
      JSON.stringify(rounds),
    );
  });

  it("is read and judged after an edit without holding the editor", async () => {
    const line = () => findingsOf(fileUri(file)).find(({ code }) => code === "double-slash")?.range.start.line;
    const held: Held[] = [];
    for (let round = 0; round < 3; round++) {
      const wanted = editor.document.lineCount - 1;
      await editor.edit((edit) => edit.insert(new Position(0, 0), "# another line\n"));
      held.push(await measureHold(() => line() === wanted));
    }
    const best = held.toSorted((one, other) => one.longest - other.longest)[0];
    assert.ok(best);

    // What VS Code itself does with a text of this size is part of the longest hold; at once it would be most of the whole.
    assert.ok(best.longest < best.whole / 4, JSON.stringify(held));
  });

  it("is not read in one turn for a command at the cursor that comes right after an edit", async () => {
    const turns: Turn[] = [];
    // A busy machine makes every turn dearer; what reads at once does so each time, so that one good round in three is enough.
    for (let round = 0; round < 3 && !turns.some(({ ownMs }) => ownMs <= longestTurn); round++) {
      await editor.edit((edit) => edit.insert(new Position(0, 0), "# one more line\n"));
      const line = editor.document.lineCount - 2;
      editor.selection = new Selection(line, 0, line, 0);
      const [longest] = await turnsWhile(async () => commands.executeCommand("diagnose404.previewRequest"));
      assert.ok(longest);
      turns.push(longest);
      assert.equal(window.activeTextEditor?.document.uri.scheme, "diagnose404-request");
      await commands.executeCommand("workbench.action.closeActiveEditor");
      editor = await openAt(file, "GET");
    }
    assert.ok(
      turns.some(({ ownMs }) => ownMs <= longestTurn),
      JSON.stringify(turns),
    );
  });
});
