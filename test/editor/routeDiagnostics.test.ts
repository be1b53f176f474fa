import assert from "node:assert/strict";
import { ConfigurationTarget, commands, DiagnosticSeverity, languages, type Uri, workspace } from "vscode";
import { untilIndexed } from "./indexed.ts";
import { activated, fileUri } from "./opened.ts";
import { writeScratch } from "./scratch.ts";

const file = "broken/main.py";
const source = `from fastapi import FastAPI

app = FastAPI()


@app.get("/books/{book_id}")
async def read_book(book_id: str):
    return {}


@app.get("/books/latest")
async def latest():
    return {}
`;

describe("problems of routes", () => {
  let remove: () => Promise<void>;
  const ownOf = (uri: Uri) => languages.getDiagnostics(uri).filter(({ source: by }) => by === "Diagnose 404");
  const setting = () => workspace.getConfiguration("diagnose404", fileUri(file));
  const choose = (value: boolean | undefined) =>
    setting().update("routes.diagnostics", value, ConfigurationTarget.Workspace);

  /** Waits until the diagnostics of the file are as many as wanted; each change of diagnostics asks again. */
  async function until(count: number): Promise<void> {
    const isReached = () => ownOf(fileUri(file)).length === count;
    await new Promise<void>((resolve) => {
      const subscription = languages.onDidChangeDiagnostics(() => check());
      const check = () => {
        if (isReached()) {
          subscription.dispose();
          resolve();
        }
      };
      check();
    });
  }

  before(async () => {
    await activated();
    remove = await writeScratch("broken", { "main.py": source });
    await untilIndexed(file, "#");
  });

  after(async () => {
    await choose(undefined);
    await commands.executeCommand("workbench.action.closeAllEditors");
    await remove();
  });

  it("are not shown unasked", () => {
    assert.deepEqual(ownOf(fileUri(file)), []);
  });

  it("stand at the registration as a warning, with what takes the requests", async () => {
    await choose(true);
    await until(1);
    const [diagnostic] = ownOf(fileUri(file));
    assert.equal(diagnostic?.severity, DiagnosticSeverity.Warning);
    assert.equal(diagnostic?.code, "shadowed");
    assert.equal(
      diagnostic?.message,
      "GET /books/latest: the earlier, more general route at broken/main.py:6 takes its requests.",
    );
    assert.equal(diagnostic?.range.start.line, 10);
    const [related] = diagnostic?.relatedInformation ?? [];
    assert.equal(related?.location.uri.toString(), fileUri(file).toString());
    assert.equal(related?.location.range.start.line, 5);
  });

  it("go when they are not asked for any more", async () => {
    await choose(false);
    await until(0);
  });
});
