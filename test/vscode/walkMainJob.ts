import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { type OpenDemo, root } from "./openDemo.ts";
import { openWorkbench, startBrowser } from "./openWorkbench.ts";
import { packageExtension } from "./packagedExtension.ts";
import { goToLine, openFile, readTree, runFromPalette, takePicture, widenSideBar } from "./person.ts";
import { startVsCode } from "./startVsCode.ts";

/** Opens the request of the worked example, diagnoses it from the palette, and waits until the six steps show. */
export async function diagnoseFirstRequest(page: Page): Promise<void> {
  await openFile(page, "orders.http");
  await goToLine(page, 4);
  await runFromPalette(page, "Diagnose 404");
  await page.locator(".part.sidebar [role=treeitem]", { hasText: "Comparison" }).waitFor();
}

/** Walks the main job in a headless browser, prints the diagnosis, and leaves screenshots in artifacts/. */
export async function walkMainJob(demo: OpenDemo): Promise<void> {
  const vsix = packageExtension();
  for (const theme of ["light", "dark"] as const) {
    const vsCode = await startVsCode({ theme, vsix });
    const browser = await startBrowser();
    try {
      const page = await openWorkbench(browser, { url: vsCode.url, folder: demo.folder });
      await diagnoseFirstRequest(page);
      await widenSideBar(page);
      const picture = await takePicture(page, `start-${theme}`);
      if (theme === "light") {
        console.log(`\n404 Investigations, as the editor shows it:\n${await readTree(page)}`);
      }
      console.log(`\nScreenshot: ${picture}`);
    } finally {
      await browser.close();
      await vsCode.stop();
    }
  }
  printDiagnosis(demo);
}

/** Prints the same diagnosis as the command line tells it. */
function printDiagnosis(demo: OpenDemo): void {
  console.log("\nThe same by the command line:\n$ diagnose-404 diagnose requests/orders.http#getOrder --env dev\n");
  const args = [join(root, "dist/cli.js"), "diagnose", "requests/orders.http#getOrder", "--env", "dev"];
  const { status } = spawnSync(process.execPath, args, { cwd: demo.folder, stdio: ["ignore", "inherit", "inherit"] });
  if (status !== 1) {
    throw new Error(`The command line ended with exit code ${status} where a 404 was expected.`);
  }
}
