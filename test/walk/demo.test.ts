import { after, before, describe } from "node:test";
import type { Browser, Page } from "playwright-core";
import { startBrowser } from "../vscode/openWorkbench.ts";
import { packagedExtension } from "../vscode/packagedExtension.ts";
import { lensOf, takePicture } from "../vscode/person.ts";
import { type RunningVsCode, startVsCode } from "../vscode/startVsCode.ts";
import { createSteps } from "./steps.ts";

describe("a newcomer without a workspace", () => {
  let vsCode: RunningVsCode;
  let browser: Browser;
  let page: Page;
  const step = createSteps(() => page);

  before(async () => {
    vsCode = await startVsCode({ vsix: packagedExtension });
    browser = await startBrowser();
    page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
    await page.goto(`${vsCode.url}/?ew=true`);
    await page.locator(".monaco-workbench .part.editor").waitFor();
  });

  after(async () => {
    await browser?.close();
    await vsCode?.stop();
  });

  step("opens the demo, whose service runs", async () => {
    await page.locator('.activitybar [aria-label="Diagnose 404"]').first().click();
    await page.locator(".welcome-view").getByRole("button", { name: "Open Demo" }).click();
    await page.locator('.tab.active[data-resource-name="orders.http"]').waitFor({ timeout: 60_000 });
    const lens = lensOf(page, /^Diagnose 404$/).first();
    await lens.waitFor();
    await lens.click();
    await lensOf(page, "last: 404 · version moved").waitFor();
    await takePicture(page, "demo-dark");
  });
});
