import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, before, describe } from "node:test";
import type { Browser, Page } from "playwright-core";
import { openWorkbench, startBrowser } from "../vscode/openWorkbench.ts";
import { packagedExtension } from "../vscode/packagedExtension.ts";
import { takePicture, viewOf } from "../vscode/person.ts";
import { type RunningVsCode, startVsCode } from "../vscode/startVsCode.ts";
import { createSteps } from "./steps.ts";

const routers = 4_000;
const routes = Array.from(
  { length: 60 },
  (_, at) => `router.get("/items${at}/:id", (request, response) => response.json({}));`,
);
const routerText = `const router = require("express").Router();\n${routes.join("\n")}\nmodule.exports = router;\n`;

/** An application of so many routes that no machine reads them within the silence the index keeps. */
async function writeApplication(folder: string): Promise<void> {
  const numbers = Array.from({ length: routers }, (_, at) => at);
  const mounts = numbers.map((at) => `app.use("/part${at}", require("./routes/part${at}"));`);
  await mkdir(join(folder, "routes"));
  await writeFile(join(folder, "app.js"), `const app = require("express")();\n${mounts.join("\n")}\n`);
  await writeFile(join(folder, "api.http"), "GET http://localhost:3000/part1/items1/2\n");
  for (const at of numbers) {
    await writeFile(join(folder, `routes/part${at}.js`), routerText);
  }
}

describe("the first reading of a large workspace", () => {
  let folder: string;
  let vsCode: RunningVsCode;
  let browser: Browser;
  let page: Page;
  const step = createSteps(() => page);
  const toast = () =>
    page.locator(".notification-toast", { hasText: `Diagnose 404 reads the routes of ${basename(folder)}` });

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "large-"));
    await writeApplication(folder);
    vsCode = await startVsCode({ vsix: packagedExtension });
    browser = await startBrowser();
    page = await openWorkbench(browser, { url: vsCode.url, folder });
  });

  after(async () => {
    await browser?.close();
    await vsCode?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  step("says after a while how far it is", async () => {
    await page.keyboard.press("Control+P");
    await page.locator(".quick-input-widget input").fill("api.http");
    await page.locator(".quick-input-list .monaco-list-row", { hasText: "api.http" }).first().click();
    await toast().waitFor();
    await toast()
      .filter({ hasText: new RegExp(`\\d+ of ${routers + 1}\\d* files`) })
      .waitFor();
    await takePicture(page, "first-reading-dark");
  });

  step("can be stopped: nothing is read further", async () => {
    await toast().hover();
    await toast().getByRole("button", { name: "Cancel" }).click();
    await toast().waitFor({ state: "hidden" });
    await page.locator(".codelens-decoration a", { hasText: "Diagnose 404" }).waitFor();
    await page.locator('.activitybar [aria-label="Diagnose 404"]').first().click();
    await viewOf(page, "Routes").getByText("No route was found in this workspace").waitFor();
    assert.equal(await viewOf(page, "Routes").locator("[role=treeitem]").count(), 0);
  });
});
