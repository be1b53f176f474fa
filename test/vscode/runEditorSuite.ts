import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { format } from "node:util";
import type { Page } from "playwright-core";
import { bundleEditorSuite } from "./bundleEditorSuite.ts";
import { openDemo, root } from "./openDemo.ts";
import { openWorkbench, startBrowser } from "./openWorkbench.ts";
import { startVsCode } from "./startVsCode.ts";

const limit = 300_000;
const logFile = join(root, "artifacts/editor-suite.log");
await mkdir(dirname(logFile), { recursive: true });
const wholeLog = createWriteStream(logFile);
const tests = await bundleEditorSuite();
const demo = await openDemo();
const vsCode = await startVsCode();
const browser = await startBrowser();
let hasBegun = false;
let summary: string | undefined;

/** Prints what the suite prints and keeps its own last line for the end; what the workbench says beside it goes to the log file. */
function print(type: string, args: readonly unknown[]): void {
  const line = format(...args).trimEnd();
  wholeLog.write(`${type}: ${line}\n`);
  const mark = /^editor suite: (.*)$/.exec(line)?.[1];
  if (mark === "begins") {
    hasBegun = true;
  } else if (mark !== undefined) {
    summary = mark;
  } else if (hasBegun && summary === undefined && type !== "error" && type !== "warn") {
    console.log(line);
  }
}

/** Opens the workbench on the suite and returns the exit code that the extension host reports. */
async function runSuite(): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const watchdog = setTimeout(() => reject(new Error(`The suite did not end within ${limit / 1000} s.`)), limit);
  const prepare = async (page: Page) => {
    await page.exposeFunction("codeAutomationLog", print);
    await page.exposeFunction("codeAutomationExit", resolve);
    page.once("crash", () => reject(new Error("The page crashed.")));
  };
  try {
    await openWorkbench(browser, { url: vsCode.url, folder: demo.folder, extension: root, tests }, prepare);
    return await promise;
  } finally {
    clearTimeout(watchdog);
  }
}

try {
  process.exitCode = await runSuite();
} catch (error) {
  console.error(error, `\nThe server's last lines:\n${vsCode.log.slice(-20).join("\n")}\nMore is in ${logFile}.`);
  process.exitCode = 1;
} finally {
  await browser.close();
  await vsCode.stop();
  await demo.close();
  wholeLog.end();
}
if (summary === undefined) {
  process.exitCode = 1;
}
console.log(summary ?? "0 passed, 1 failed, 0 skipped");
