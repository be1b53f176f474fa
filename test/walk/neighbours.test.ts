import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { after, before, describe } from "node:test";
import type { Browser, Page } from "playwright-core";
import { openWorkbench, startBrowser } from "../vscode/openWorkbench.ts";
import { packagedExtension } from "../vscode/packagedExtension.ts";
import { goToLine, lensOf, openFile, takePicture } from "../vscode/person.ts";
import { type RunningVsCode, startVsCode } from "../vscode/startVsCode.ts";
import { createSteps } from "./steps.ts";

// REST Client and httpYac are not in any registry that this project may rely on. Whoever has their packages names them:
// BESIDE=/path/rest-client.vsix:/path/vscode-httpyac.vsix
const beside = (process.env["BESIDE"] ?? "").split(delimiter).filter((path) => path !== "");
const skip = beside.length === 2 ? false : "the packages of REST Client and httpYac are not named in BESIDE";

const requests = `@order = 8472

###
# @name getOrder
GET http://localhost:3000/api/orders/{{order}}
Accept: application/json

###
POST http://localhost:3000/api/orders/{{order}}/cancel
`;

describe("beside the other extensions for request files", { skip }, () => {
  let folder: string;
  let vsCode: RunningVsCode;
  let browser: Browser;
  let page: Page;
  const step = createSteps(() => page);

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "beside-"));
    await writeFile(join(folder, "api.http"), requests);
    vsCode = await startVsCode({ vsix: packagedExtension, beside });
    browser = await startBrowser();
    page = await openWorkbench(browser, { url: vsCode.url, folder });
    await openFile(page, "api.http");
  });

  after(async () => {
    await browser?.close();
    await vsCode?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  step("there is one lens of ours above each request, beside theirs, and no two read the same", async () => {
    await lensOf(page, /^Send Request$/)
      .nth(1)
      .waitFor();
    await lensOf(page, /^send$/)
      .nth(1)
      .waitFor();
    await lensOf(page, "Diagnose 404").nth(1).waitFor();
    await takePicture(page, "beside-others-dark");
    const lines = await Promise.all(
      (await page.locator(".codelens-decoration").all()).map((row) => row.locator("a").allInnerTexts()),
    );
    const withOurs = lines.filter((titles) => titles.some((title) => title.startsWith("Diagnose 404")));
    assert.equal(withOurs.length, 2, JSON.stringify(lines));
    for (const titles of withOurs) {
      assert.deepEqual(titles.toSorted(), ["Diagnose 404", "Send Request", "send"]);
    }
  });

  step("a variable leads to one definition", async () => {
    await goToLine(page, 5);
    await page.keyboard.press("End");
    for (let at = 0; at < 4; at++) await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("F12");
    await page.locator(".statusbar-item", { hasText: "Ln 1," }).waitFor();
    assert.equal(await page.locator(".peekview-widget").count(), 0);
  });

  step("the lenses of theirs stay theirs, and ours diagnoses", async () => {
    await lensOf(page, "Diagnose 404").first().click();
    await lensOf(page, /Diagnose 404.*last: /)
      .first()
      .waitFor();
    await takePicture(page, "beside-others-diagnosed-dark");
  });
});
