import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe } from "node:test";
import type { Browser, Page } from "playwright-core";
import { type OpenDemo, openDemo } from "../vscode/openDemo.ts";
import { openWorkbench, startBrowser } from "../vscode/openWorkbench.ts";
import { packagedExtension } from "../vscode/packagedExtension.ts";
import {
  goToLine,
  hoverOver,
  lensOf,
  openFile,
  openQuickFix,
  readTree,
  takePicture,
  widenSideBar,
} from "../vscode/person.ts";
import { type RunningVsCode, startVsCode } from "../vscode/startVsCode.ts";
import { diagnoseFirstRequest } from "../vscode/walkMainJob.ts";
import { createSteps } from "./steps.ts";

const steps = ["Capture", "Existence", "Identifier", "Routing", "Masking", "Comparison"];

for (const theme of ["light", "dark"] as const) {
  describe(`a person diagnoses the first request of the demo, in the ${theme} theme`, () => {
    let demo: OpenDemo;
    let vsCode: RunningVsCode;
    let browser: Browser;
    let page: Page;
    const step = createSteps(() => page);

    before(async () => {
      demo = await openDemo();
      vsCode = await startVsCode({ theme, vsix: packagedExtension });
      browser = await startBrowser();
      page = await openWorkbench(browser, { url: vsCode.url, folder: demo.folder });
    });

    after(async () => {
      await browser?.close();
      await vsCode?.stop();
      await demo?.close();
    });

    step("sees one lens above each request", async () => {
      await openFile(page, "orders.http");
      await lensOf(page, "Diagnose 404").nth(4).waitFor();
      const requests = await page.locator(".view-line", { hasText: /^GET/ }).count();
      assert.equal(await lensOf(page, "Diagnose 404").count(), requests);
      await takePicture(page, `lens-${theme}`);
    });

    step("runs Diagnose 404 from the palette and reads the six steps in the tree", async () => {
      await diagnoseFirstRequest(page);
      await widenSideBar(page);
      const tree = await readTree(page);
      assert.match(tree, /^GET .*\/api\/v2\/orders\/8472 {2}404 · version moved · \d+\s%$/m);
      assert.deepEqual(
        steps.filter((step) => !new RegExp(`^ +${step} `, "m").test(tree)),
        [],
      );
      await takePicture(page, `tree-${theme}`);
    });

    step("finds the outcome in the lens", async () => {
      await lensOf(page, "last: 404 · version moved").waitFor();
    });

    step("finds the request among the problems, with its cause and the route", async () => {
      await page.keyboard.press("Control+Shift+M");
      const problem = page.locator(".markers-panel .monaco-list-row", { hasText: "route-drift/version-moved" });
      await problem.first().waitFor();
      await page
        .locator(".markers-panel .monaco-list-row", { hasText: "Candidate route: GET /api/v1/orders/{id}" })
        .first()
        .waitFor();
      await takePicture(page, `problems-${theme}`);
      await page.keyboard.press("Control+Shift+M");
      await page.locator(".markers-panel").waitFor({ state: "hidden" });
    });

    step("hovers over the URL and reads the nearest route", async () => {
      await goToLine(page, 4);
      const hover = await hoverOver(page, "api/v2/orders/8472");
      await hover.getByText("/api/v1/orders/{id}").first().waitFor();
      await hover.locator("a", { hasText: "Diagnose 404" }).first().waitFor();
      await takePicture(page, `hover-${theme}`);
      await page.keyboard.press("Escape");
    });

    step("opens the line of the route from the tree", async () => {
      await page
        .locator(".part.sidebar [role=treeitem]", { hasText: "Candidate route: GET /api/v1/orders/{id}" })
        .first()
        .click();
      await page.locator('.tab.active[data-resource-name="orders.js"]').waitFor();
      const line = page.locator(".editor-instance .view-line", { hasText: 'orders.get("/:id",' });
      await line.waitFor();
      const number = (await readFile(join(demo.folder, "service/routes/orders.js"), "utf8"))
        .split("\n")
        .findIndex((text) => text.startsWith('orders.get("/:id",'));
      await page.locator(".statusbar-item", { hasText: `Ln ${number + 1},` }).waitFor();
    });

    step("sees above the handlers how many requests reach them", async () => {
      await lensOf(page, /requests? reach(es)? this route/i)
        .first()
        .waitFor();
      await takePicture(page, `route-lens-${theme}`);
    });

    step("applies the quick fix, which edits the request and verifies it", async () => {
      await openFile(page, "orders.http");
      await goToLine(page, 4);
      const fix = await openQuickFix(page, "/api/v1/orders/8472");
      await takePicture(page, `quick-fix-${theme}`);
      await fix.click();
      await page.locator(".notification-toast", { hasText: /Verified: .* answers 200/ }).waitFor();
      await page.locator(".editor-instance .view-line", { hasText: "/api/v1/orders/8472" }).waitFor();
      await lensOf(page, "last: 200").waitFor();
      await takePicture(page, `verified-${theme}`);
    });

    step("runs Diagnose 404 from the lens of another request", async () => {
      await lensOf(page, /^Diagnose 404$/)
        .nth(1)
        .click();
      await page.locator(".part.sidebar [role=treeitem]", { hasText: "404 · unknown id" }).first().waitFor();
      await takePicture(page, `unknown-id-${theme}`);
    });
  });
}
