import { type Browser, chromium, type Page } from "playwright-core";
import { findBrowser } from "./findBrowser.ts";

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** What the workbench should open; all paths are absolute. */
export interface Opening {
  readonly url: string;
  /** A folder, or the `.code-workspace` file of several. */
  readonly folder: string;
  /** The extension under development; left out when a packaged one is installed. */
  readonly extension?: string;
  /** A CommonJS module whose `run()` is called inside the extension host. */
  readonly tests?: string;
}

/** Starts a headless browser large enough for the workbench with its side bar and a panel. */
export async function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findBrowser(), args: flags });
}

/** The address that opens a folder in the workbench, with the extension and tests that are given. */
export function workbenchAddress({ url, folder, extension, tests }: Opening): string {
  // The editor knows its files by the authority that the page was opened with.
  const remote = (path: string) => `vscode-remote://${new URL(url).host}${path}`;
  const payload = [["skipWelcome", "true"]];
  if (extension !== undefined) {
    payload.push(["extensionDevelopmentPath", remote(extension)]);
  }
  if (tests !== undefined) {
    payload.push(["extensionTestsPath", remote(tests)]);
  }
  const kind = folder.endsWith(".code-workspace") ? "workspace" : "folder";
  return `${url}/?${new URLSearchParams({ [kind]: folder, payload: JSON.stringify(payload) })}`;
}

/** Opens the workbench in a new page and waits until its editor area stands; `prepare` sees the page before it navigates. */
export async function openWorkbench(
  browser: Browser,
  opening: Opening,
  prepare: (page: Page) => Promise<void> = async () => {},
): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
  page.setDefaultTimeout(30_000);
  await prepare(page);
  await page.goto(workbenchAddress(opening));
  await page.locator(".monaco-workbench .part.editor").waitFor();
  return page;
}
