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

describe("a person is asked before anything is compared with production", () => {
  let folder: string;
  let near: Recorder;
  // A host of another machine, reached as the proxy that is asked for it: loopback itself is never taken for production.
  let production: Recorder;
  let vsCode: RunningVsCode;
  let browser: Browser;
  let page: Page;
  const step = createSteps(() => page);
  const dialog = () => page.locator(".monaco-dialog-box");

  before(async () => {
    near = await startRecorder((_request, response) => {
      response.writeHead(404, { "content-type": "application/json" }).end('{"error":"no invoice"}');
    });
    production = await startRecorder(({ url }, response) => {
      const [status, content] = url?.endsWith("/31") ? [200, '{"invoice":31}'] : [404, '{"error":"no invoice"}'];
      response.writeHead(status, { "content-type": "application/json" }).end(content);
    });
    folder = await mkdtemp(join(tmpdir(), "production-"));
    const environments = {
      near: { base: near.origin, token: "near-2f60c1aa" },
      production: { base: "http://invoices.invalid", token: "production-8be1d07c" },
    };
    await writeFile(join(folder, "http-client.env.json"), JSON.stringify(environments));
    await writeFile(join(folder, "invoices.http"), "GET {{base}}/invoices/31\nAuthorization: Bearer {{token}}\n");
    const settings = { "http.proxy": production.origin, "http.noProxy": ["127.0.0.1"] };
    vsCode = await startVsCode({ vsix: packagedExtension, settings });
    browser = await startBrowser();
    page = await openWorkbench(browser, { url: vsCode.url, folder });
    await openFile(page, "invoices.http");
    await page.locator(".statusbar-item", { hasText: "No environment" }).click();
    await page.locator(".quick-input-list .monaco-list-row", { hasText: "near" }).click();
    await page.locator(".statusbar-item", { hasText: "near" }).waitFor();
    await goToLine(page, 1);
  });

  after(async () => {
    await browser?.close();
    await vsCode?.stop();
    await near?.close();
    await production?.close();
    await rm(folder, { recursive: true, force: true });
  });

  step("reads where to and what would go, no secret shown, and says no: nothing reaches production", async () => {
    await runFromPalette(page, "Diagnose 404");
    await dialog().waitFor();
    const text = await dialog().innerText();
    assert.match(
      text,
      /Compare with http:\/\/invoices\.invalid \(environment production\)\? It looks like production\./,
    );
    assert.match(text, /GET http:\/\/invoices\.invalid\/invoices\/31/);
    assert.ok(!text.includes("production-8be1d07c"), text);
    await takePicture(page, "compare-production-dark");
    await dialog().getByRole("button", { name: "Cancel" }).click();
    await lensOf(page, "last: 404").waitFor();
    assert.deepEqual(production.log, []);
    assert.ok(near.log.length > 0);
  });

  step("says yes the next time: only then is production asked, by its own credential alone", async () => {
    await runFromPalette(page, "Diagnose 404");
    await dialog().getByRole("button", { name: "Compare", exact: true }).click();
    await dialog().waitFor({ state: "hidden" });
    await page.locator(".part.sidebar [role=treeitem]", { hasText: "production" }).first().waitFor();
    await widenSideBar(page);
    assert.ok(production.log.length > 0);
    assert.ok(
      production.log.every(({ line }) => /^(GET|HEAD|OPTIONS) http:\/\/invoices\.invalid\//.test(line)),
      JSON.stringify(production.log),
    );
    assert.deepEqual(production.credentials(), ["Bearer production-8be1d07c"]);
    assert.deepEqual(near.credentials(), ["Bearer near-2f60c1aa"]);
    assert.ok(!/2f60c1aa|8be1d07c/.test(await readTree(page)));
    await takePicture(page, "compared-production-dark");
  });
});
