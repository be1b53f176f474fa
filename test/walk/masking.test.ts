import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe } from "node:test";
import type { Browser, Page } from "playwright-core";
import { type Recorder, startRecorder } from "../engine/diagnosis/recorder.ts";
import { openWorkbench, startBrowser } from "../vscode/openWorkbench.ts";
import { packagedExtension } from "../vscode/packagedExtension.ts";
import {
  chooseFromMenu,
  chooseFromPalette,
  lensOf,
  openFile,
  readTree,
  takePicture,
  widenSideBar,
} from "../vscode/person.ts";
import { type RunningVsCode, startVsCode } from "../vscode/startVsCode.ts";
import { createSteps } from "./steps.ts";

const tokens = { ana: "Bearer ana-5f0e21c4", bob: "Bearer bob-77c1d490", far: "Bearer far-90aa3b11" };

describe("a person checks whether a 404 masks a note of somebody else", () => {
  let folder: string;
  let server: Recorder;
  let far: Recorder;
  let vsCode: RunningVsCode;
  let browser: Browser;
  let page: Page;
  const step = createSteps(() => page);
  const dialog = () => page.locator(".monaco-dialog-box");
  const pick = (name: string) => page.locator(".quick-input-list .monaco-list-row", { hasText: name });
  const title = (text: string) => page.locator(".quick-input-titlebar", { hasText: text });

  before(async () => {
    server = await startRecorder(({ headers, url }, response) => {
      const isShown = url === "/notes/204" && headers.authorization === tokens.ana;
      response.writeHead(isShown ? 200 : 404, { "content-type": "application/json" });
      response.end(isShown ? '{"id":204}' : '{"error":"note not found"}');
    });
    far = await startRecorder((_request, response) => response.writeHead(404).end());
    folder = await mkdtemp(join(tmpdir(), "masking-"));
    const environments = {
      bob: { base: server.origin, token: tokens.bob },
      ana: { base: server.origin, token: tokens.ana },
      far: { base: far.origin, token: tokens.far },
    };
    await writeFile(join(folder, "http-client.env.json"), JSON.stringify(environments));
    await writeFile(join(folder, "notes.http"), "GET {{base}}/notes/204\nAuthorization: {{token}}\n");
    vsCode = await startVsCode({ vsix: packagedExtension });
    browser = await startBrowser();
    page = await openWorkbench(browser, { url: vsCode.url, folder });
    await openFile(page, "notes.http");
    await lensOf(page, "Diagnose 404").first().waitFor();
    await page.locator(".statusbar-item", { hasText: "No environment" }).click();
    await pick("bob").click();
    await page.locator(".statusbar-item", { hasText: "bob" }).waitFor();
  });

  after(async () => {
    await browser?.close();
    await vsCode?.stop();
    await server?.close();
    await far?.close();
    await rm(folder, { recursive: true, force: true });
  });

  step("is asked who owns it and who else asks, sees what would be sent, and refuses: nothing is sent", async () => {
    await chooseFromPalette(page, "Diagnose 404: Check for Masking");
    await title("Who Owns It?").waitFor();
    assert.equal(await pick("far").count(), 0, "another host cannot be compared");
    await takePicture(page, "masking-owner-dark");
    await pick("ana").click();
    await title("Who Else Asks?").waitFor();
    await pick("bob").click();
    await dialog().waitFor();
    const text = await dialog().innerText();
    assert.ok(text.includes(`GET ${server.origin}/notes/204`), text);
    assert.ok(!Object.values(tokens).some((token) => text.includes(token.slice(7))), text);
    await takePicture(page, "masking-consent-dark");
    await dialog().getByRole("button", { name: "Cancel" }).click();
    await dialog().waitFor({ state: "hidden" });
    assert.deepEqual([server.log, far.log], [[], []]);
  });

  step("diagnoses the request", async () => {
    await lensOf(page, "Diagnose 404").first().click();
    await lensOf(page, "last: 404").waitFor();
    await widenSideBar(page);
  });

  step("checks for masking from the investigation, and reads the proof", async () => {
    server.log.length = 0;
    far.log.length = 0;
    const run = page.locator(".part.sidebar [role=treeitem]", { hasText: "/notes/204" }).first();
    await chooseFromMenu(page, run, "Check for Masking", title("Who Owns It?"));
    await pick("ana").click();
    await title("Who Else Asks?").waitFor();
    await pick("bob").click();
    await dialog().getByRole("button", { name: "Send", exact: true }).click();
    await page.locator(".part.sidebar [role=treeitem]", { hasText: "byte for byte" }).first().waitFor();
    const tree = await readTree(page);
    assert.match(tree, /"204" of \/notes exists and is hidden from bob: as ana .* 200, as bob 404, byte for byte/);
    assert.match(tree, /As ana: 200; for what surely does not exist: 404/);
    assert.ok(!Object.values(tokens).some((token) => tree.includes(token.slice(7))));
    await takePicture(page, "masking-proven-dark");
  });

  step("sent each identity to its own host only", async () => {
    assert.deepEqual(server.credentials(), [tokens.ana, tokens.bob]);
    assert.ok(
      far.credentials().every((value) => value === tokens.far),
      String(far.credentials()),
    );
  });
});
