import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { findLocalCode } from "./vscode/findLocalCode.ts";
import { type OpenDemo, openDemo, root } from "./vscode/openDemo.ts";
import { workbenchAddress } from "./vscode/openWorkbench.ts";
import { packageExtension } from "./vscode/packagedExtension.ts";
import { startVsCode } from "./vscode/startVsCode.ts";
import { walkMainJob } from "./vscode/walkMainJob.ts";

/** Whether a person sits in front of this: a terminal to read and a screen to open a window on. */
function hasPerson(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  const hasScreen =
    process.platform === "win32" || process.platform === "darwin" || Boolean(DISPLAY ?? WAYLAND_DISPLAY);
  return process.stdout.isTTY === true && hasScreen;
}

/** Opens the demo in the VS Code of this machine and waits until its window is closed. */
async function openLocally(code: string, demo: OpenDemo): Promise<void> {
  console.log("Opening VS Code on the demo; close its window to end.");
  const file = `${join(demo.folder, "requests/orders.http")}:4`;
  const flags = ["--new-window", "--wait", "--disable-workspace-trust", `--extensionDevelopmentPath=${root}`];
  const child = spawn(code, [...flags, demo.folder, "--goto", file], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  process.once("SIGINT", () => child.kill());
  await once(child, "close");
}

/** Serves the demo in the VS Code that npm installs, opens a browser on it, and waits until it is interrupted. */
async function openInBrowser(demo: OpenDemo): Promise<void> {
  const vsix = packageExtension();
  const vsCode = await startVsCode({ vsix, settings: { "workbench.startupEditor": "readme" } });
  const address = workbenchAddress({ url: vsCode.url, folder: demo.folder });
  console.log(`VS Code with the demo is at\n\n  ${address}\n\nPress Ctrl+C to end.`);
  const openers: Readonly<Record<string, string>> = { darwin: "open", win32: "explorer" };
  const opener = spawn(openers[process.platform] ?? "xdg-open", [address], { stdio: "ignore", detached: true });
  // Where nothing opens addresses, the printed one is there to be opened by hand.
  opener.on("error", () => {});
  await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
  await vsCode.stop();
}

const demo = await openDemo();
console.log(`The demo service listens on ${demo.baseUrl}; the demo workspace is ${demo.folder}.`);
try {
  const code = findLocalCode();
  if (process.argv.includes("--headless") || !hasPerson()) {
    await walkMainJob(demo);
  } else if (code !== undefined) {
    await openLocally(code, demo);
  } else {
    await openInBrowser(demo);
  }
} finally {
  await demo.close();
}
