import { join } from "node:path";
import { downloadAndUnzipVSCode, runTests } from "@vscode/test-electron";
import { bundleEditorSuite } from "./bundleEditorSuite.ts";
import { openDemo, root } from "./openDemo.ts";

/** Downloads a desktop VS Code, or says what to do instead where that cannot be reached. */
async function download(): Promise<string> {
  try {
    return await downloadAndUnzipVSCode({ version: "stable", cachePath: join(root, ".vscode-test") });
  } catch (error) {
    throw new Error(
      "The desktop VS Code cannot be downloaded here; `npm run test:editor` runs the same suite in the VS Code that npm installs.",
      { cause: error },
    );
  }
}

const vscodeExecutablePath = await download();
const demo = await openDemo();
try {
  process.exitCode = await runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: root,
    extensionTestsPath: await bundleEditorSuite(),
    launchArgs: [demo.folder, "--disable-workspace-trust", "--disable-extensions"],
  });
} finally {
  await demo.close();
}
