import assert from "node:assert/strict";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { commands, type Uri, WorkspaceEdit, window, workspace } from "vscode";
import { type Turn, turnsWhile } from "./hostTurns.ts";
import { activated, diagnoseRequest, fileUri, lensesOf } from "./opened.ts";

/** The extension host may be kept from other work by this extension for so long at a time, in ms of the processor. */
const longestTurn = 16;

const folder = "generated";
const routers = 350;
const ordinaries = 1_750;

function routerText(at: number): string {
  const paths = ["/", "/:id", "/:id/items"];
  const routes = ["get", "post"].flatMap((verb) => paths.map((path) => `router.${verb}("${path}", show);`));
  return `const router = require("express").Router();
function show(req, res) {
  res.json({ at: ${at} });
}
${routes.join("\n")}
module.exports = router;
`;
}

/** A service of 2,100 routes in 350 files, among 1,750 files that have nothing to do with routes. */
function writeService(root: string): void {
  const files = new Map<string, string>();
  const numbers = Array.from({ length: routers }, (_, at) => at);
  const mounts = numbers.map((at) => `app.use("/api/v1/parts${at}", require("./routes/parts${at}"));`);
  files.set("app.js", `const app = require("express")();\n${mounts.join("\n")}\nmodule.exports = app;\n`);
  for (const at of numbers) {
    files.set(`routes/parts${at}.js`, routerText(at));
  }
  for (let at = 0; at < ordinaries; at++) {
    files.set(`shares/module${at % 50}/part${at}.ts`, `export const rate${at} = ${at};\n`.repeat(40));
  }
  for (const [name, text] of files) {
    const path = join(root, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

async function lensUntil(uri: Uri, isWanted: (title: string, line: number) => boolean): Promise<void> {
  while (!(await lensesOf(uri)).some(({ title, line }) => isWanted(title, line))) {
    // Each round asks the extension host anew, so that this waits for its events and not for a time.
  }
}

async function insert(uri: Uri, offset: number, text: string): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  const edit = new WorkspaceEdit();
  edit.insert(uri, document.positionAt(offset), text);
  await workspace.applyEdit(edit);
}

/**
 * Asserts that no turn of some work was kept longer than the limit by this extension. What runs for the first time is compiled first, and
 * a busy machine makes every turn dearer: work that blocks does so each time, so that one good round in three is enough.
 */
async function assertShort(rounds: number, work: () => Promise<unknown>): Promise<void> {
  let worst: Turn | undefined;
  for (let round = 0; round < rounds && (worst === undefined || worst.ownMs > longestTurn); round++) {
    [worst] = await turnsWhile(work);
  }
  assert.ok(worst);
  const taken = `${worst.ownMs.toFixed(1)} ms of the processor, in ${worst.functions.join(" < ")}`;
  console.log(`      the longest turn took ${taken}`);
  assert.ok(worst.ownMs <= longestTurn, taken);
}

describe("the extension host, among thousands of files and routes, is not kept from other work", () => {
  const uri = () => fileUri(`${folder}/routes/parts349.js`);

  before(async () => {
    await activated();
    // Loads what is loaded once.
    await diagnoseRequest("requests/orders.http", "/api/v1/orders/9999");
  });

  after(async () => {
    await window.showTextDocument(await workspace.openTextDocument(uri()));
    await commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    rmSync(fileUri(folder).fsPath, { recursive: true, force: true });
    const { routesText } = await activated();
    while ((await routesText()).includes("parts349")) {
      // The next tests begin when nothing is left of this one.
    }
  });

  it("while they are indexed", async () => {
    writeService(fileUri(folder).fsPath);
    await assertShort(1, async () => {
      await window.showTextDocument(await workspace.openTextDocument(uri()));
      await lensUntil(uri(), (title) => title.includes("/api/v1/parts349/{id}"));
    });
  });

  it("while one is typed into", async () => {
    let lines = 0;
    await assertShort(3, async () => {
      for (let at = 0; at < 20; at++) {
        await insert(uri(), 0, "// typed\n");
      }
      lines += 20;
      await lensUntil(uri(), (title, line) => title.includes("/api/v1/parts349/{id}") && line > lines);
    });
  });

  it("while a path changes", async () => {
    let path = "/:id";
    await assertShort(3, async () => {
      const text = (await workspace.openTextDocument(uri())).getText();
      await insert(uri(), text.indexOf(`"${path}"`) + 2, "one/");
      path = `/one${path}`;
      await lensUntil(uri(), (title) => title.includes(`/api/v1/parts349${path.replace(":id", "{id}")}`));
    });
  });

  it("while a request is diagnosed", async () => {
    await assertShort(3, () => diagnoseRequest("requests/orders.http", "/api/v1/orders/9999"));
  });
});
