import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe } from "node:test";
import type { Browser, Page } from "playwright-core";
import { openWorkbench, startBrowser } from "../vscode/openWorkbench.ts";
import { packagedExtension } from "../vscode/packagedExtension.ts";
import { lensOf, openFile, takePicture } from "../vscode/person.ts";
import { type RunningVsCode, startVsCode } from "../vscode/startVsCode.ts";
import { createSteps } from "./steps.ts";

describe("a person stays in control of what is sent", () => {
  const asked: string[] = [];
  let folder: string;
  let server: Server;
  let vsCode: RunningVsCode;
  let browser: Browser;
  let page: Page;
  const step = createSteps(() => page);

  before(async () => {
    // What is under /held is never answered.
    server = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      if (!request.url?.startsWith("/held")) {
        response.writeHead(404).end();
      }
    }).listen(0, "localhost");
    await once(server, "listening");
    const base = `http://localhost:${(server.address() as AddressInfo).port}`;
    folder = await mkdtemp(join(tmpdir(), "control-"));
    await writeFile(
      join(folder, "api.http"),
      `GET ${base}/held/1\n\n###\nPOST ${base}/orders\nX-Api-Key: planted-9f3c71d0\n\n{"a":1}\n\n###\n# @note\nGET ${base}/noted\n`,
    );
    vsCode = await startVsCode({ vsix: packagedExtension });
    browser = await startBrowser();
    page = await openWorkbench(browser, { url: vsCode.url, folder });
    await openFile(page, "api.http");
  });

  after(async () => {
    await browser?.close();
    await vsCode?.stop();
    server?.closeAllConnections();
    server?.close();
    await rm(folder, { recursive: true, force: true });
  });

  step("cancels: the request under way ends, and nothing follows", async () => {
    const request = once(server, "request");
    await lensOf(page, "Diagnose 404").first().click();
    const [, response] = await request;
    const closed = once(response, "close");
    const toast = page.locator(".notification-toast", { hasText: "Diagnose 404" });
    await toast.getByRole("button", { name: "Cancel" }).click();
    await closed;
    await toast.waitFor({ state: "hidden" });
    assert.deepEqual(asked, ["GET /held/1"]);
  });

  step("is asked before a POST, sees it masked, and refuses: nothing is sent", async () => {
    await lensOf(page, "Diagnose 404").nth(1).click();
    const dialog = page.locator(".monaco-dialog-box");
    await dialog.waitFor();
    const text = await dialog.innerText();
    assert.match(text, /POST http:\/\/localhost:\d+\/orders/);
    assert.match(text, /X-Api-Key: •••/);
    assert.ok(!text.includes("planted"), text);
    await takePicture(page, "consent-dark");
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await lensOf(page, "last: not sent").waitFor();
    assert.deepEqual(asked, ["GET /held/1"]);
  });

  step("consents: the POST is sent once, and no other method that changes anything", async () => {
    await lensOf(page, "last: not sent").click();
    await page.locator(".monaco-dialog-box").getByRole("button", { name: "Send", exact: true }).click();
    await lensOf(page, "last: 404").waitFor();
    const unsafe = asked.filter((request) => !/^(GET|HEAD|OPTIONS) /.test(request));
    assert.deepEqual(unsafe, ["POST /orders"]);
  });

  step("is asked before a GET whose # @note wants it, each time it is sent", async () => {
    const dialog = page.locator(".monaco-dialog-box");
    const noted = () => asked.filter((request) => request === "GET /noted").length;
    await lensOf(page, "Diagnose 404").nth(2).click();
    await dialog.waitFor();
    assert.match(await dialog.innerText(), /Its # @note asks first/);
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await lensOf(page, "last: not sent").click();
    assert.equal(noted(), 0);
    await dialog.getByRole("button", { name: "Send", exact: true }).click();
    await lensOf(page, "last: 404").nth(1).waitFor();
    assert.ok(noted() > 0);
    await lensOf(page, "last: 404").nth(1).click();
    await dialog.getByRole("button", { name: "Cancel" }).click();
  });

  step(
    "is not asked again about a host for which that was put into the settings, not even after a reload",
    async () => {
      const posts = () => asked.filter((request) => request === "POST /orders").length;
      const dialog = page.locator(".monaco-dialog-box");
      await lensOf(page, "last: 404").first().click();
      await dialog.waitFor();
      await takePicture(page, "consent-always-dark");
      await dialog.getByRole("button", { name: "Always Send POST to This Host" }).click();
      await once(server, "request");
      assert.equal(posts(), 2);
      await page.reload();
      await page.locator(".monaco-workbench .part.editor").waitFor();
      await openFile(page, "api.http");
      await lensOf(page, /^Diagnose 404$/)
        .nth(1)
        .click();
      await lensOf(page, "last: 404").waitFor();
      assert.equal(await dialog.count(), 0);
      assert.equal(posts(), 3);
    },
  );
});
