import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe } from "node:test";
import type { Browser, Page } from "playwright-core";
import { prepareDemo } from "../../src/node/demo.ts";
import { root } from "../vscode/openDemo.ts";
import { openWorkbench, startBrowser } from "../vscode/openWorkbench.ts";
import { packagedExtension } from "../vscode/packagedExtension.ts";
import { goToLine, lensOf, openFile, runFromPalette, takePicture, viewOf } from "../vscode/person.ts";
import { type RunningVsCode, startVsCode } from "../vscode/startVsCode.ts";
import { createSteps } from "./steps.ts";

describe("a person who does not trust the workspace", () => {
  const asked: string[] = [];
  let folder: string;
  let server: Server;
  let vsCode: RunningVsCode;
  let browser: Browser;
  let page: Page;
  const step = createSteps(() => page);

  before(async () => {
    server = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      response.writeHead(404).end();
    }).listen(0, "localhost");
    await once(server, "listening");
    folder = await mkdtemp(join(tmpdir(), "untrusted-"));
    const baseUrl = `http://localhost:${(server.address() as AddressInfo).port}`;
    await prepareDemo({ source: join(root, "media/demo"), target: folder, baseUrl });
    vsCode = await startVsCode({ trust: "asked", vsix: packagedExtension });
    browser = await startBrowser();
    page = await openWorkbench(browser, { url: vsCode.url, folder });
    await page.locator(".statusbar-item", { hasText: "Restricted Mode" }).waitFor();
  });

  after(async () => {
    await browser?.close();
    await vsCode?.stop();
    server?.close();
    await rm(folder, { recursive: true, force: true });
  });

  step("is told that nothing was sent, and nothing was", async () => {
    await openFile(page, "orders.http");
    await goToLine(page, 4);
    await runFromPalette(page, "Diagnose 404");
    await page.locator(".notification-toast", { hasText: "this workspace is not trusted" }).waitFor();
    await takePicture(page, "restricted-mode-dark");
    assert.deepEqual(asked, []);
  });

  step("still reads which route is nearest", async () => {
    await viewOf(page, "404 Investigations")
      .locator("[role=treeitem]", { hasText: "/api/v1/orders/{id}" })
      .first()
      .waitFor();
    assert.deepEqual(asked, []);
  });

  step("reads in the Routes view that routes are read and nothing is sent", async () => {
    const routes = viewOf(page, "Routes");
    await routes.locator("[role=treeitem]", { hasText: "service/app.js" }).waitFor();
    await routes.locator(".message", { hasText: "Restricted Mode: routes are read, nothing is sent." }).waitFor();
    assert.deepEqual(asked, []);
  });

  step("grants trust from the message, and the request is sent", async () => {
    await page
      .locator(".notification-toast", { hasText: "this workspace is not trusted" })
      .getByRole("button", { name: "Manage Workspace Trust" })
      .click();
    await page.locator(".workspace-trust-editor").getByRole("button", { name: "Trust", exact: true }).first().click();
    await page.locator(".statusbar-item", { hasText: "Restricted Mode" }).waitFor({ state: "detached" });
    await viewOf(page, "Routes").locator(".message", { hasText: "Restricted Mode" }).waitFor({ state: "detached" });
    await openFile(page, "orders.http");
    await lensOf(page, "Diagnose 404 · last: not sent").click();
    await lensOf(page, "Diagnose 404 · last: 404").waitFor();
    assert.equal(asked[0], "GET /api/v2/orders/8472");
  });
});
