import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe } from "node:test";
import type { Browser, Page } from "playwright-core";
import { type Recorder, startRecorder } from "../engine/diagnosis/recorder.ts";
import { openWorkbench, startBrowser } from "../vscode/openWorkbench.ts";
import { packagedExtension } from "../vscode/packagedExtension.ts";
import { chooseFromPalette, lensOf, openFile, takePicture } from "../vscode/person.ts";
import { type RunningVsCode, startVsCode } from "../vscode/startVsCode.ts";
import { createSteps } from "./steps.ts";

const secret = "planted-51c0aa97";

describe("the history of exchanges after the window was loaded again", () => {
  let folder: string;
  let server: Recorder;
  let vsCode: RunningVsCode;
  let browser: Browser;
  let page: Page;
  const step = createSteps(() => page);
  const entry = () => page.locator(".quick-input-list .monaco-list-row", { hasText: "/tickets/77" });

  before(async () => {
    server = await startRecorder((_request, response) => response.writeHead(404).end());
    folder = await mkdtemp(join(tmpdir(), "history-"));
    const environments = { dev: { base: server.origin, key: secret } };
    await writeFile(join(folder, "http-client.private.env.json"), JSON.stringify(environments));
    await writeFile(join(folder, "tickets.http"), "GET {{base}}/tickets/77?api_key={{key}}\nX-Trace: {{key}}\n");
    vsCode = await startVsCode({ vsix: packagedExtension });
    browser = await startBrowser();
    page = await openWorkbench(browser, { url: vsCode.url, folder });
  });

  after(async () => {
    await browser?.close();
    await vsCode?.stop();
    await server?.close();
    await rm(folder, { recursive: true, force: true });
  });

  step("is sent with its secret before", async () => {
    await openFile(page, "tickets.http");
    await lensOf(page, "Diagnose 404").first().waitFor();
    await lensOf(page, "Diagnose 404").first().click();
    await lensOf(page, "last: 404").waitFor();
    assert.ok(server.log.some(({ line }) => line === `GET /tickets/77?api_key=${secret}`));
  });

  step("lists after a reload what was sent before it, masked, and nothing is sent for that", async () => {
    const sent = server.log.length;
    await page.reload();
    await page.locator(".monaco-workbench .part.editor").waitFor();
    // Which editors VS Code brings back depends on how long before the reload they were opened.
    await openFile(page, "tickets.http");
    await lensOf(page, /^Diagnose 404$/)
      .first()
      .waitFor();
    await chooseFromPalette(page, "Diagnose 404: Show History");
    await entry().first().waitFor();
    assert.equal(await entry().count(), 1);
    const text = await entry().first().innerText();
    assert.match(text, /GET\s\/tickets\/77\?api_key=•••/);
    assert.ok(!text.includes(secret), text);
    await takePicture(page, "history-reloaded-dark");
    assert.equal(server.log.length, sent);
  });

  step("shows the exchange itself, masked", async () => {
    await entry().first().click();
    const line = (text: RegExp) => page.locator(".editor-instance .view-line", { hasText: text });
    await line(/X-Trace:\s•••/).waitFor();
    await line(/HTTP\/1\.1\s404/).waitFor();
    assert.equal(await line(new RegExp(secret)).count(), 0);
  });
});
