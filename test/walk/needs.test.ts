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
import { goToLine, lensOf, openFile, readTree, runFromPalette, takePicture } from "../vscode/person.ts";
import { type RunningVsCode, startVsCode } from "../vscode/startVsCode.ts";
import { createSteps } from "./steps.ts";

const pin = "planted-4711";

describe("a request that needs an answer and an earlier response", () => {
  const asked: string[] = [];
  const pins = new Set<unknown>();
  let folder: string;
  let base: string;
  let server: Server;
  let vsCode: RunningVsCode;
  let browser: Browser;
  let page: Page;
  const step = createSteps(() => page);
  const dialog = () => page.locator(".monaco-dialog-box");
  const input = () => page.locator(".quick-input-widget input");

  before(async () => {
    server = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      pins.add(request.headers["x-pin"]);
      if (request.url === "/login") {
        response.writeHead(200, { "content-type": "application/json" }).end('{"id":"8472"}');
      } else {
        response.writeHead(404).end();
      }
    }).listen(0, "localhost");
    await once(server, "listening");
    base = `http://localhost:${(server.address() as AddressInfo).port}`;
    folder = await mkdtemp(join(tmpdir(), "needs-"));
    await writeFile(join(folder, "http-client.env.json"), JSON.stringify({ dev: { base }, production: { base } }));
    await writeFile(
      join(folder, "api.http"),
      `# @name login
GET ${base}/login

###
# @prompt tenant
GET ${base}/{{tenant}}/orders/{{login.response.body.$.id}}
X-Pin: {{$password Pin}}
`,
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

  step("is asked before the first request is sent, sees it exactly, and refuses: nothing is sent", async () => {
    await lensOf(page, "Diagnose 404").nth(1).click();
    await dialog().waitFor();
    const text = await dialog().innerText();
    assert.match(text, /Send login first\?/);
    assert.ok(text.includes(`GET ${base}/login`), text);
    await takePicture(page, "send-first-dark");
    await dialog().getByRole("button", { name: "Cancel" }).click();
    await lensOf(page, "last: not sent").waitFor();
    assert.deepEqual(asked, []);
  });

  step("lets it be sent, answers, the secret unseen, and gets the diagnosis", async () => {
    await lensOf(page, "last: not sent").click();
    await dialog().getByRole("button", { name: "Send", exact: true }).click();
    await page.locator(".quick-input-widget", { hasText: "The value of tenant" }).waitFor();
    assert.deepEqual(asked, ["GET /login"]);
    await input().fill("acme");
    await page.keyboard.press("Enter");
    await page.locator(".quick-input-widget", { hasText: "The value of Pin" }).waitFor();
    assert.equal(await input().getAttribute("type"), "password");
    await input().fill(pin);
    await page.keyboard.press("Enter");
    await lensOf(page, "last: 404").waitFor();
    assert.equal(asked[1], "GET /acme/orders/8472");
    assert.ok(pins.has(pin), "the answer was really sent");
    assert.ok(!(await readTree(page, "404 Investigations", "404")).includes(pin));
  });

  step("finds the request that was really sent in the tree, and goes where a part of it came from", async () => {
    const row = (text: string | RegExp) => page.locator(".part.sidebar [role=treeitem]", { hasText: text }).first();
    await row("Request as sent").click();
    await row(/^\s*GET http/)
      .locator(".monaco-tl-twistie")
      .click();
    await row("from the response to login").waitFor();
    assert.match(await readTree(page), /X-Pin: •••/);
    await takePicture(page, "request-in-tree-dark");
    await row("from the response to login").click();
    await page.locator(".statusbar-item", { hasText: "Ln 2," }).waitFor();
  });

  step(
    "is asked again for the answer, with the one that is no secret at hand, and leaves: nothing more is sent",
    async () => {
      const sent = asked.length;
      await lensOf(page, "last: 404").click();
      await page.locator(".quick-input-widget", { hasText: "The value of tenant" }).waitFor();
      assert.equal(await input().inputValue(), "acme");
      await page.keyboard.press("Escape");
      await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
      assert.equal(asked.length, sent);
    },
  );

  step("reads the request as it will be sent, with the response that is known", async () => {
    await goToLine(page, 6);
    await runFromPalette(page, "Diagnose 404: Show Request as Sent");
    const line = page.locator(".editor-instance .view-line", { hasText: "is asked for when the request is sent" });
    await line.first().waitFor();
    const taken = /8472\s+\{\{login\.response\.body\.\$\.id\}\}\sfrom\sthe\sresponse\sto\slogin/;
    await page.locator(".editor-instance .view-line", { hasText: taken }).waitFor();
    await takePicture(page, "request-as-sent-dark");
  });

  step("sees that an environment is production before anything is sent there", async () => {
    await openFile(page, "api.http");
    const status = page.locator(".statusbar-item", { hasText: "No environment" });
    await status.click();
    await page.locator(".quick-input-list .monaco-list-row", { hasText: "production" }).click();
    await page.locator(".statusbar-item.warning-kind", { hasText: "production" }).waitFor();
    await takePicture(page, "production-dark");
  });
});
