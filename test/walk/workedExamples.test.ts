import assert from "node:assert/strict";
import { after, before, describe } from "node:test";
import type { Browser, Page } from "playwright-core";
import { openWorkbench, startBrowser } from "../vscode/openWorkbench.ts";
import { packagedExtension } from "../vscode/packagedExtension.ts";
import {
  goToLine,
  hoverOver,
  lensOf,
  openFile,
  openQuickFix,
  readTree,
  runFromPalette,
  takePicture,
  widenSideBar,
} from "../vscode/person.ts";
import { type RunningVsCode, startVsCode } from "../vscode/startVsCode.ts";
import { type Examples, openExamples } from "./examples.ts";
import { createSteps } from "./steps.ts";

describe("the three worked examples, in the editor", () => {
  let examples: Examples;
  let vsCode: RunningVsCode;
  let browser: Browser;
  let page: Page;
  const step = createSteps(() => page);
  const row = (text: string | RegExp) => page.locator(".part.sidebar [role=treeitem]", { hasText: text }).first();
  const quickPick = (name: string) => page.locator(".quick-input-list .monaco-list-row", { hasText: name });

  before(async () => {
    examples = await openExamples();
    vsCode = await startVsCode({ vsix: packagedExtension });
    browser = await startBrowser();
    page = await openWorkbench(browser, { url: vsCode.url, folder: examples.folder });
  });

  after(async () => {
    await browser?.close();
    await vsCode?.stop();
    await examples?.close();
  });

  /** Diagnoses the request in the second line of the open file, and reads the tree, once it shows this fix, and the problem with its links. */
  async function diagnose(
    file: string,
    outcome: string,
    fix: string,
  ): Promise<{ readonly tree: string; readonly problems: string }> {
    await goToLine(page, 2);
    await runFromPalette(page, "Diagnose 404");
    await lensOf(page, `last: ${outcome}`).waitFor();
    const tree = await readTree(page, "404 Investigations", fix);
    await page.keyboard.press("Control+Shift+M");
    const rows = page.locator(".markers-panel .monaco-list-row");
    await rows.filter({ hasText: file }).first().waitFor();
    const problems = (await rows.allInnerTexts()).join("\n");
    await page.keyboard.press("Control+Shift+M");
    await page.locator(".markers-panel").waitFor({ state: "hidden" });
    return { tree, problems };
  }

  /** Applies the first quick fix on a line, and waits until the replay has verified it. */
  async function fix(line: number, title: string, path: string): Promise<void> {
    await goToLine(page, line);
    await (await openQuickFix(page, title)).click();
    await page.locator(".notification-toast", { hasText: `${path} answers 200` }).waitFor();
    await lensOf(page, "last: 200").waitFor();
  }

  step("a client on v2 where only v1 is served: the tree names the route and the fix", async () => {
    await openFile(page, "client.http");
    await lensOf(page, "Diagnose 404").first().waitFor();
    await page.locator(".activitybar .action-label[aria-label*='404']").first().click();
    await page.locator(".part.sidebar", { hasText: "404 Investigations" }).waitFor();
    await widenSideBar(page);
    const { tree, problems } = await diagnose("client.http", "404 · version moved", "Use /api/v1/orders/8472");
    assert.match(tree, /^GET \/api\/v2\/orders\/8472 {2}404 · version moved/m);
    assert.match(tree, /Use \/api\/v1\/orders\/8472 {2}verified/);
    assert.match(tree, /GET \/api\/v1\/orders\/\{id\} {2}orders\/orders\.js:8/);
    assert.match(tree, /Reference: \/api\/v2\/orders in code {2}orders\/web\/orderPage\.js:1/);
    assert.match(problems, /route-drift\/version-moved/);
    assert.match(problems, /GET \/api\/v1\/orders\/\{id\}/);
    await takePicture(page, "example-version-dark");
  });

  step("its hover names what to avoid", async () => {
    await goToLine(page, 2);
    const hover = await hoverOver(page, "/api/v2/orders/8472");
    await hover
      .getByText(/Do not purge caches/)
      .first()
      .waitFor();
    await takePicture(page, "example-version-hover-dark");
    await page.keyboard.press("Escape");
    await page.mouse.move(0, 0);
  });

  step("its link opens the route, its fix is verified, and both outcomes stand side by side", async () => {
    await row("Candidate route: GET /api/v1/orders/{id}").click();
    await page.locator('.tab.active[data-resource-name="orders.js"]').waitFor();
    await page.locator(".statusbar-item", { hasText: "Ln 8," }).waitFor();
    await openFile(page, "client.http");
    await fix(2, "/api/v1/orders/8472", "/api/v1/orders/8472");
    await row("200 · before: 404 · version moved").waitFor();
    assert.match(await readTree(page), /^ +Before: GET \/api\/v2\/orders\/8472 {2}404 · version moved · production$/m);
    assert.match(await readTree(page), /^ {2,}Correct what else uses the old path: orders\/web\/orderPage\.js:1\.$/m);
    await takePicture(page, "example-version-verified-dark");
  });

  step("tenant A's object in tenant B's context: the verdict names the tenant that holds it", async () => {
    await openFile(page, "link.http");
    await page.locator(".statusbar-item", { hasText: "No environment" }).click();
    await quickPick("tenant-b").click();
    await page.locator(".statusbar-item", { hasText: "tenant-b" }).waitFor();
    const { tree, problems } = await diagnose("link.http", "404 · wrong tenant", "Select environment tenant-a");
    assert.match(tree, /"obj-5f3a91".* is not found in tenant-b but in tenant-a: the same request answers 200 there\./);
    assert.match(tree, /Select environment tenant-a {2}verified/);
    assert.match(tree, /Variable: \{\{tenant\}\} {2}support\/http-client\.env\.json:4/);
    assert.match(problems, /wrong-scope\/wrong-tenant/);
    assert.ok(!/[ab]-token-/.test(tree + problems), "no token is shown");
    await takePicture(page, "example-tenant-dark");
  });

  step("its fix selects the tenant and is verified there", async () => {
    await fix(2, "Select environment tenant-a", "/objects/obj-5f3a91");
    await page.locator(".statusbar-item", { hasText: "tenant-a" }).waitFor();
    await row("200 · before: 404 · wrong tenant").waitFor();
    await takePicture(page, "example-tenant-verified-dark");
  });

  step("a merged record under a new slug: the tree names the new one and who still uses the old", async () => {
    await openFile(page, "article.http");
    const { tree, problems } = await diagnose("article.http", "404 · renamed slug", "Use /articles/oak-desk-120");
    assert.match(tree, /"oak-desk-classic".*"oak-desk-120"/);
    assert.match(tree, /Use \/articles\/oak-desk-120 {2}verified/);
    assert.match(tree, /catalog\/search-results\.json:2/);
    assert.match(tree, /catalog\/mail\/offer\.html:2/);
    assert.match(problems, /stale-identifier\/renamed-slug/);
    assert.match(problems, /search-results\.json/);
    await takePicture(page, "example-slug-dark");
  });

  step("its links open the mail that uses the old slug, and its fix is verified", async () => {
    await row("oak-desk-classic in a document").click();
    await page.locator('.tab.active[data-resource-name="offer.html"]').waitFor();
    await openFile(page, "article.http");
    await fix(2, "/articles/oak-desk-120", "/articles/oak-desk-120");
    await row("200 · before: 404 · renamed slug").waitFor();
    await row("Correct what else holds the old identifier").waitFor();
    await takePicture(page, "example-slug-verified-dark");
    await page.locator(".editor-instance .view-line", { hasText: "{{base}}/articles/oak-desk-120" }).waitFor();
  });
});
