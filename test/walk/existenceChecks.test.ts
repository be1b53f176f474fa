import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe } from "node:test";
import type { Browser, Page } from "playwright-core";
import { type Recorder, startRecorder } from "../engine/diagnosis/recorder.ts";
import { openWorkbench, startBrowser } from "../vscode/openWorkbench.ts";
import { packagedExtension } from "../vscode/packagedExtension.ts";
import { goToLine, lensOf, openFile, readTree, runFromPalette, takePicture, widenSideBar } from "../vscode/person.ts";
import { type RunningVsCode, startVsCode } from "../vscode/startVsCode.ts";
import { createSteps } from "./steps.ts";

const check = {
  name: "parcel index",
  route: "/parcels/{code}",
  url: "{{index}}/documents/{code}",
  method: "POST",
  headers: { Authorization: "Bearer {{indexToken}}" },
  deleted: { jsonPath: "$.removedOn" },
};

describe("a person configures where else to look a parcel up", () => {
  let folder: string;
  let parcels: Recorder;
  let index: Recorder;
  let vsCode: RunningVsCode;
  let browser: Browser;
  let page: Page;
  const step = createSteps(() => page);
  const configure = (method: string) =>
    writeFile(join(folder, ".diagnose404.json"), JSON.stringify({ existenceChecks: [{ ...check, method }] }, null, 2));

  before(async () => {
    parcels = await startRecorder((_request, response) => {
      response.writeHead(404, { "content-type": "application/json" }).end('{"error":"no parcel"}');
    });
    index = await startRecorder((_request, response) => {
      response.writeHead(200, { "content-type": "application/json" }).end('{"removedOn":"2026-05-02"}');
    });
    folder = await mkdtemp(join(tmpdir(), "lookup-"));
    await configure("POST");
    const live = { parcels: parcels.origin, index: index.origin, indexToken: "index-token-03fe" };
    await writeFile(join(folder, "http-client.env.json"), JSON.stringify({ live }));
    await writeFile(
      join(folder, "parcels.http"),
      "GET {{parcels}}/parcels/PX-40277\nAuthorization: Bearer parcels-token-61aa\n",
    );
    vsCode = await startVsCode({ vsix: packagedExtension });
    browser = await startBrowser();
    page = await openWorkbench(browser, { url: vsCode.url, folder });
  });

  after(async () => {
    await browser?.close();
    await vsCode?.stop();
    await parcels?.close();
    await index?.close();
    await rm(folder, { recursive: true, force: true });
  });

  step("is told by the editor that a check may only read", async () => {
    await openFile(page, ".diagnose404.json");
    await page.keyboard.press("Control+Shift+M");
    const problem = page.locator(".markers-panel .monaco-list-row", { hasText: /GET.*HEAD/ });
    await problem.first().waitFor();
    await takePicture(page, "existence-check-problem-dark");
    await page.keyboard.press("Control+J");
    await page.locator(".markers-panel").waitFor({ state: "hidden" });
  });

  step("sees why it was left out, and nothing was sent there", async () => {
    await openFile(page, "parcels.http");
    await goToLine(page, 1);
    await runFromPalette(page, "Diagnose 404");
    await lensOf(page, "last: 404").waitFor();
    await widenSideBar(page);
    assert.deepEqual(index.log, []);
  });

  step("mends it, runs again, and the verdict links the line of the check", async () => {
    await configure("GET");
    await runFromPalette(page, "Diagnose 404");
    await lensOf(page, "last: 404 · deleted").waitFor();
    const tree = await readTree(page, "404 Investigations", "was deleted, not lost");
    assert.match(tree, /was deleted, not lost: the check "parcel index" still finds/);
    assert.ok(!/index-token|parcels-token/.test(tree));
    await takePicture(page, "existence-check-dark");
    await page
      .locator(".part.sidebar [role=treeitem]", { hasText: /\.diagnose404\.json:3$/ })
      .first()
      .click();
    await page.locator('.tab.active[data-resource-name=".diagnose404.json"]').waitFor();
    await page.locator(".statusbar-item", { hasText: "Ln 3," }).waitFor();
  });

  step("sent the check its own credentials and the request's to nobody else", async () => {
    assert.deepEqual(index.credentials(), ["Bearer index-token-03fe"]);
    assert.deepEqual(parcels.credentials(), ["Bearer parcels-token-61aa"]);
    assert.ok(index.log.every(({ line }) => line === "GET /documents/PX-40277"));
  });
});
