import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe } from "node:test";
import type { Browser, Page } from "playwright-core";
import { openWorkbench, startBrowser } from "../vscode/openWorkbench.ts";
import { packagedExtension } from "../vscode/packagedExtension.ts";
import {
  chooseFromMenu,
  chooseFromPalette,
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

const files: Readonly<Record<string, string>> = {
  "requests.http": "GET http://localhost:3000/api/v1/orders/8472\n",
  "package.json": '{ "dependencies": { "express": "^5.0.0" }, "devDependencies": { "vite": "^7.0.0" } }\n',
  "server.js": `import express from "express";
import { orders } from "./orders.js";

const app = express();
app.use("/api/v1/orders", orders);
app.get("/health", (request, response) => response.end());
`,
  "orders.js": `import { Router } from "express";
import { showOrder } from "./showOrder.js";

export const orders = Router();
orders.get("/", (request, response) => response.json([]));
orders.get("/:id", showOrder);
orders.get("/latest", showOrder);
orders.delete("/:id", (request, response) => response.end());
`,
  "refunds.js": `import { Router } from "express";

export const refunds = Router();
refunds.post("/refunds", (request, response) => response.end());
`,
  "web/package.json": '{ "dependencies": { "next": "^15.0.0" } }\n',
  "web/app/api/items/route.ts": "export async function GET() {\n  return Response.json([]);\n}\n",
  "web/app/about/page.tsx": "export default function About() {\n  return null;\n}\n",
  "showOrder.js": "export function showOrder(request, response) {\n  response.json({});\n}\n",
  "library/main.py": `from fastapi import FastAPI

app = FastAPI()


@app.get("/books/{book_id}")
async def read_book(book_id: int):
    return {}


@app.get("/volumes/{book_id}", deprecated=True)
async def read_volume(book_id: int):
    return {}
`,
  "vite.config.js": 'export default { server: { proxy: { "/backend": "http://localhost:4000" } } };\n',
};

async function layOut(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "routes-walk-"));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return folder;
}

const themes = { light: "Light Modern", dark: "Dark Modern", "high-contrast": "Default High Contrast" } as const;

for (const [theme, name] of Object.entries(themes)) {
  describe(`a person reads the routes of a workspace, in the ${theme} theme`, () => {
    let folder: string;
    let vsCode: RunningVsCode;
    let browser: Browser;
    let page: Page;
    const step = createSteps(() => page);
    const row = (text: string | RegExp) => viewOf(page, "Routes").locator("[role=treeitem]", { hasText: text }).first();
    const count = (text: string) => viewOf(page, "Routes").locator(".pane-header .description", { hasText: text });
    const statusBar = (text: string) => page.locator(".statusbar-item", { hasText: text }).waitFor();

    /** Runs a command that asks for a text, and types it. */
    const typeInto = async (command: string, title: string, text: string) => {
      await chooseFromPalette(page, command);
      await page.locator(".quick-input-title", { hasText: title }).waitFor();
      await page.locator(".quick-input-widget input").fill(text);
    };

    before(async () => {
      folder = await layOut();
      vsCode = await startVsCode({ vsix: packagedExtension, settings: { "workbench.colorTheme": name } });
      browser = await startBrowser();
      page = await openWorkbench(browser, { url: vsCode.url, folder });
    });

    after(async () => {
      await browser?.close();
      await vsCode?.stop();
      await rm(folder, { recursive: true, force: true });
    });

    step("finds them by application and resource, what is wrong and what is deprecated marked", async () => {
      await openFile(page, "orders.js");
      await page.locator('.activitybar [aria-label="Diagnose 404"]').first().click();
      await row("server.js").waitFor();
      await widenSideBar(page);
      await lensOf(page, "GET /api/v1/orders/{id} · 1 request reaches this route").waitFor();
      await page.locator(".part.sidebar .pane-header", { hasText: "404 Investigations" }).click();
      await row("backend").waitFor();
      await count("10 routes").waitFor();
      assert.equal(
        (await readTree(page, "Routes")).replaceAll("\u0336", ""),
        `library/main.py  fastapi · 2 routes
  GET /books/{book_id}  main.py:6
  GET /volumes/{book_id}  deprecated · main.py:11
server.js  express · 5 routes · 1 problem
  /api/v1/orders  4 routes · 1 problem
    GET /api/v1/orders  orders.js:5
    GET /api/v1/orders/latest  shadowed · orders.js:7
    GET /api/v1/orders/{id}  orders.js:6
    DELETE /api/v1/orders/{id}  orders.js:8
  GET /health  server.js:6
web/app  next · 2 routes
  GET /about  page · page.tsx:1
  GET /api/items  route.ts:1
Not mounted anywhere  express · 1 route · 1 problem
  POST /refunds  not registered · refunds.js:4
Rewrites  1 rule
  /backend/* → http://localhost:4000/backend/*  vite-proxy · vite.config.js:1`,
      );
      await takePicture(page, `routes-view-${theme}`);
    });

    step("hears what a route is", async () => {
      const label = await row("latest").getAttribute("aria-label");
      assert.match(label ?? "", /^GET \/api\/v1\/orders\/latest, shadowed, orders\.js, line 7/);
    });

    step("reads in the tooltip what is wrong", async () => {
      await row("latest").hover();
      await page
        .locator(".monaco-hover", { hasText: "The earlier, more general route at orders.js:6 takes its requests." })
        .waitFor();
      await page.mouse.move(0, 0);
    });

    step("opens the registration, and its handler and mounts from the menu", async () => {
      await row("GET /health").click();
      await statusBar("Ln 6,");
      const handler = page.locator('.tab.active[data-resource-name="showOrder.js"]');
      await chooseFromMenu(page, row("GET /api/v1/orders/{id}"), "Go to Handler", handler);
      const mount = page.getByRole("option", { name: /mounted under \/api\/v1\/orders.*server\.js:5/ });
      await chooseFromMenu(page, row("GET /api/v1/orders/{id}"), "Show Mounts", mount);
      await mount.click();
      await page.locator('.tab.active[data-resource-name="server.js"]').waitFor();
      await statusBar("Ln 5,");
    });

    step("narrows the view by typing a URL, and sees all again", async () => {
      await typeInto("Diagnose 404: Filter Routes", "Filter Routes", "GET http://localhost:3000/books/7");
      await count("1 of 10 routes").waitFor();
      await viewOf(page, "Routes")
        .locator(".message", { hasText: "Filter: GET http://localhost:3000/books/7" })
        .waitFor();
      await row("GET /health").waitFor({ state: "detached" });
      await page.keyboard.press("Enter");
      assert.equal(
        await readTree(page, "Routes"),
        "library/main.py  fastapi · 1 route\n  GET /books/{book_id}  main.py:6",
      );
      await takePicture(page, `routes-filtered-${theme}`);
      await runFromPalette(page, "Diagnose 404: Clear Route Filter");
      await row("GET /health").waitFor();
    });

    step("is told when nothing fits", async () => {
      await typeInto("Diagnose 404: Filter Routes", "Filter Routes", "/nothing/like/this");
      await viewOf(page, "Routes").locator(".welcome-view", { hasText: "No route fits the filter." }).waitFor();
      await count("0 of 10 routes").waitFor();
      await page.keyboard.press("Escape");
      await row("GET /health").waitFor();
    });

    step("goes to the nearest route of a URL, and reads what differs", async () => {
      await typeInto("Diagnose 404: Go to Route by URL", "Go to Route", "GET /api/v2/orders/8472");
      const nearest = page.locator(".quick-input-list .monaco-list-row", { hasText: "/api/v1/orders/{id}" }).first();
      await nearest.getByText('version: "v1" expected, "v2" asked').waitFor();
      await takePicture(page, `go-to-route-${theme}`);
      await page.keyboard.press("Enter");
      await page.locator('.tab.active[data-resource-name="orders.js"]').waitFor();
      await statusBar("Ln 6,");
    });

    step("goes from the URL of a request to the handler with a key", async () => {
      await openFile(page, "requests.http");
      await goToLine(page, 1);
      await page.keyboard.press("End");
      await page.keyboard.press("F12");
      await page.locator('.tab.active[data-resource-name="showOrder.js"]').waitFor();
    });
  });
}
