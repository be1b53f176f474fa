import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { promisify } from "node:util";
import { type OpenDemo, openDemo, root } from "../vscode/openDemo.ts";
import { openWorkbench, startBrowser } from "../vscode/openWorkbench.ts";
import { readTree, takePicture } from "../vscode/person.ts";
import { startVsCode } from "../vscode/startVsCode.ts";
import { diagnoseFirstRequest } from "../vscode/walkMainJob.ts";

const run = promisify(execFile);

/** Runs the packager of `npm run package` and returns the lines it prints. */
async function runPackager(...args: readonly string[]): Promise<readonly string[]> {
  const program = join(root, "node_modules/@vscode/vsce/vsce");
  const { stdout } = await run(process.execPath, [program, ...args, "--no-dependencies"], { cwd: root });
  return stdout.trim().split("\n");
}

describe("the package", () => {
  let demo: OpenDemo;
  let folder: string;

  before(async () => {
    demo = await openDemo();
    folder = await mkdtemp(join(tmpdir(), "package-"));
  });

  after(async () => {
    await demo?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("holds what runs, and nothing of how it is made", async () => {
    const files = await runPackager("ls");
    const needed = ["dist/extension.cjs", "dist/indexer.cjs", "dist/cli.js", "dist/demo/service.cjs", "media/icon.png"];
    assert.deepEqual(
      needed.filter((file) => !files.includes(file)),
      [],
    );
    const stray = files.filter(
      (file) => !/^(dist|media)\/|^(package(\.nls)?\.json|README\.md|CHANGELOG\.md|LICENSE)$/.test(file),
    );
    assert.deepEqual(stray, []);
  });

  it("installs into a real VS Code and diagnoses there", async () => {
    const vsix = join(folder, "diagnose-404.vsix");
    await runPackager("package", "--allow-missing-repository", "--out", vsix);
    const vsCode = await startVsCode({ theme: "light", vsix });
    const browser = await startBrowser();
    try {
      const page = await openWorkbench(browser, { url: vsCode.url, folder: demo.folder });
      await diagnoseFirstRequest(page);
      assert.match(await readTree(page), /404 · version moved/);
      await takePicture(page, "installed-light");
    } finally {
      await browser.close();
      await vsCode.stop();
    }
  });

  it("holds a command line that runs without node_modules", async () => {
    const alone = join(folder, "alone");
    for (const file of await readdir(join(root, "dist"))) {
      if (/\.wasm$|^cli\.js$|^indexer\.cjs$/.test(file)) {
        await cp(join(root, "dist", file), join(alone, file));
      }
    }
    const { stdout } = await run(process.execPath, [join(alone, "cli.js"), "routes", "--json"], { cwd: demo.folder });
    const paths = JSON.parse(stdout).routes.map(({ path }: { readonly path: string }) => path);
    assert.ok(paths.includes("/api/v1/orders/{id}"), stdout);
  });
});
