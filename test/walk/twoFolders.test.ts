import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe } from "node:test";
import type { Browser, Page } from "playwright-core";
import { type Recorder, startRecorder } from "../engine/diagnosis/recorder.ts";
import { openWorkbench, startBrowser } from "../vscode/openWorkbench.ts";
import { packagedExtension } from "../vscode/packagedExtension.ts";
import {
  goToLine,
  lensOf,
  openFile,
  readTree,
  runFromPalette,
  takePicture,
  viewOf,
  widenSideBar,
} from "../vscode/person.ts";
import { type RunningVsCode, startVsCode } from "../vscode/startVsCode.ts";
import { createSteps } from "./steps.ts";

const appOf = (path: string) => `const express = require("express");
const app = express();
app.get("${path}", (request, response) => response.json({}));
app.listen(3000);
`;

describe("a workspace of two folders, each with an application and environments of its own", () => {
  let parent: string;
  let north: Recorder;
  let south: Recorder;
  let vsCode: RunningVsCode;
  let browser: Browser;
  let page: Page;
  const step = createSteps(() => page);
  const choices = () => page.locator(".quick-input-list .monaco-list-row");
  const status = (text: string) => page.locator(".statusbar-item", { hasText: text });

  /** A folder whose only route is `path`, with a request for a path of the second version and two environments. */
  async function writeFolder(name: string, path: string, environments: object): Promise<void> {
    const folder = join(parent, name);
    await mkdir(folder);
    await writeFile(join(folder, "app.js"), appOf(path));
    await writeFile(join(folder, "package.json"), JSON.stringify({ name, dependencies: { express: "5" } }));
    await writeFile(join(folder, "http-client.env.json"), JSON.stringify(environments));
    await writeFile(join(folder, `${name}.http`), "GET {{base}}/api/v2/parcels/5\nAuthorization: Bearer {{token}}\n");
  }

  before(async () => {
    north = await startRecorder((_request, response) => response.writeHead(404).end());
    south = await startRecorder((_request, response) => response.writeHead(404).end());
    parent = await mkdtemp(join(tmpdir(), "folders-"));
    await writeFolder("north", "/api/v1/parcels/:id", {
      blue: { base: north.origin, token: "north-blue" },
      red: { base: north.origin, token: "north-red" },
    });
    await writeFolder("south", "/api/v2/parcels/:code", {
      gold: { base: south.origin, token: "south-gold" },
      green: { base: south.origin, token: "south-green" },
    });
    const folder = join(parent, "both.code-workspace");
    await writeFile(folder, JSON.stringify({ folders: [{ path: "north" }, { path: "south" }] }));
    vsCode = await startVsCode({ vsix: packagedExtension });
    browser = await startBrowser();
    page = await openWorkbench(browser, { url: vsCode.url, folder });
  });

  after(async () => {
    await browser?.close();
    await vsCode?.stop();
    await north?.close();
    await south?.close();
    await rm(parent, { recursive: true, force: true });
  });

  /** Chooses an environment for the request file in front and returns what there was to choose from. */
  async function chooseEnvironment(name: string): Promise<string> {
    await status("No environment").click();
    await choices().filter({ hasText: name }).waitFor();
    const offered = (await choices().allInnerTexts()).join("\n");
    await choices().filter({ hasText: name }).click();
    await status(name).waitFor();
    return offered;
  }

  /** Diagnoses the first request of a file and returns what the tree tells of it, which stands first, once it names the route. */
  async function diagnose(file: string, route: string): Promise<string> {
    await openFile(page, file);
    await goToLine(page, 1);
    await runFromPalette(page, "Diagnose 404");
    await lensOf(page, "last: 404").waitFor();
    return (await readTree(page, "404 Investigations", route)).split(/^(?=GET )/m)[0] ?? "";
  }

  step("offers each request file the environments of its own folder, and remembers them apart", async () => {
    await openFile(page, "north.http");
    const inNorth = await chooseEnvironment("blue");
    assert.ok(/red/.test(inNorth) && !/gold|green/.test(inNorth), inNorth);
    await openFile(page, "south.http");
    const inSouth = await chooseEnvironment("green");
    assert.ok(/gold/.test(inSouth) && !/blue|red/.test(inSouth), inSouth);
    await openFile(page, "north.http");
    await status("blue").waitFor();
  });

  step("judges the same path by the routes of its own folder only", async () => {
    const inNorth = await diagnose("north.http", "/api/v1/parcels/{id}");
    assert.match(inNorth, /\/api\/v1\/parcels\/\{id\}/);
    assert.ok(!inNorth.includes("{code}"), inNorth);
    const inSouth = await diagnose("south.http", "/api/v2/parcels/{code}");
    assert.match(inSouth, /\/api\/v2\/parcels\/\{code\}/);
    assert.ok(!inSouth.includes("{id}"), inSouth);
  });

  step("sent to each host what belongs to its folder and nothing else", async () => {
    const ofNorth = north.credentials();
    const ofSouth = south.credentials();
    assert.ok(ofNorth.includes("Bearer north-blue") && ofNorth.every((one) => /north/.test(one)), String(ofNorth));
    assert.ok(ofSouth.includes("Bearer south-green") && ofSouth.every((one) => /south/.test(one)), String(ofSouth));
  });

  step("shows the routes under their folders", async () => {
    await widenSideBar(page);
    const view = viewOf(page, "Routes");
    if ((await view.locator(".pane-header").getAttribute("aria-expanded")) !== "true") {
      await view.locator(".pane-header").click();
    }
    for (const name of ["north", "south"]) {
      const row = view.locator("[role=treeitem][aria-level='1']", { hasText: name });
      await row.waitFor();
      if ((await row.getAttribute("aria-expanded")) !== "true") {
        await row.locator(".monaco-tl-twistie").click();
      }
      await view.locator(`[role=treeitem][aria-level='1'][aria-expanded='true']`, { hasText: name }).waitFor();
    }
    await takePicture(page, "two-folders-dark");
    const tree = await readTree(page, "Routes");
    assert.match(tree, /^north\b.*1 route/m);
    assert.match(tree, /^south\b.*1 route/m);
    assert.match(tree, /^ {2}app\.js {2}express · 1 route$/m);
  });
});
