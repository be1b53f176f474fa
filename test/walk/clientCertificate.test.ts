import assert from "node:assert/strict";
import { createPrivateKey } from "node:crypto";
import { once } from "node:events";
import { globSync, readFileSync, statSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe } from "node:test";
import type { TLSSocket } from "node:tls";
import type { Browser, Page } from "playwright-core";
import { makeCertificates } from "../hostile/certificates.ts";
import { openWorkbench, startBrowser } from "../vscode/openWorkbench.ts";
import { packagedExtension } from "../vscode/packagedExtension.ts";
import { goToLine, lensOf, openFile, readTree, runFromPalette, takePicture } from "../vscode/person.ts";
import { type RunningVsCode, startVsCode } from "../vscode/startVsCode.ts";
import { createSteps } from "./steps.ts";

const passphrase = "opens-3d97f0e2";
const certificates = makeCertificates();
const skip = typeof certificates === "string" ? certificates : false;

/** The files under a folder whose bytes hold the text. */
function filesWith(folder: string, text: string): readonly string[] {
  const files = globSync("**/*", { cwd: folder }).map((name) => join(folder, name));
  return files.filter((file) => statSync(file).isFile() && readFileSync(file).includes(text));
}

describe("a client certificate that a passphrase locks", { skip }, () => {
  const shown: string[] = [];
  let folder: string;
  let server: Server;
  let vsCode: RunningVsCode;
  let browser: Browser;
  let page: Page;
  const step = createSteps(() => page);
  const box = () => page.locator(".quick-input-widget", { hasText: "The passphrase of the client certificate" });

  before(async () => {
    assert.ok(typeof certificates !== "string");
    const { authority, good, wrongHost } = certificates;
    server = createServer({ ...good, ca: authority, requestCert: true }, ({ socket }, response) => {
      shown.push(String((socket as TLSSocket).getPeerCertificate().subject?.CN));
      response.writeHead(404).end();
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    folder = await mkdtemp(join(tmpdir(), "certificate-"));
    const terms = { type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase } as const;
    await writeFile(join(folder, "own.pem"), wrongHost.cert);
    await writeFile(join(folder, "locked.key"), createPrivateKey(wrongHost.key).export(terms));
    await writeFile(join(folder, "vault.http"), `# @no-reject-unauthorized\nGET https://localhost:${port}/vaults/7\n`);
    const settings = {
      "diagnose404.clientCertificates": {
        localhost: { cert: join(folder, "own.pem"), key: join(folder, "locked.key") },
      },
    };
    vsCode = await startVsCode({ vsix: packagedExtension, settings });
    browser = await startBrowser();
    page = await openWorkbench(browser, { url: vsCode.url, folder });
    await openFile(page, "vault.http");
    await goToLine(page, 2);
  });

  after(async () => {
    await browser?.close();
    await vsCode?.stop();
    server?.closeAllConnections();
    server?.close();
    await rm(folder, { recursive: true, force: true });
  });

  step("asks for the passphrase unseen, says when it was wrong, and sends nothing until it opens", async () => {
    await lensOf(page, /^Diagnose 404$/).click();
    await box().waitFor();
    const input = page.locator(".quick-input-widget input");
    assert.equal(await input.getAttribute("type"), "password");
    await takePicture(page, "passphrase-dark");
    await input.fill("wrong-one");
    await page.keyboard.press("Enter");
    await page.locator(".quick-input-widget", { hasText: "That did not open it" }).waitFor();
    assert.deepEqual(shown, []);
    await input.fill(passphrase);
    await page.keyboard.press("Enter");
    await lensOf(page, "last: 404").waitFor();
    assert.deepEqual(new Set(shown), new Set(["other.example"]));
  });

  step("does not ask again, for VS Code keeps it as a secret", async () => {
    const sent = shown.length;
    await runFromPalette(page, "Diagnose 404: Remove All Investigations");
    await lensOf(page, /^Diagnose 404$/).click();
    await lensOf(page, "last: 404").waitFor();
    assert.equal(await box().count(), 0);
    assert.ok(shown.length > sent);
  });

  step("leaves no trace of it in settings, storage, logs, the workspace, or what is shown", async () => {
    assert.ok(filesWith(vsCode.data, "diagnose404.clientCertificates").length > 0, "the data folder is read");
    assert.deepEqual(filesWith(vsCode.data, passphrase), []);
    assert.deepEqual(filesWith(folder, passphrase), []);
    assert.ok(!vsCode.log.join("\n").includes(passphrase));
    assert.ok(!(await readTree(page, "404 Investigations", "404")).includes(passphrase));
  });
});
