import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { promisify } from "node:util";
import { type OpenDemo, openDemo, root } from "../vscode/openDemo.ts";

const run = promisify(execFile);

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
    const program = join(root, "node_modules/@vscode/vsce/vsce");
    const { stdout } = await run(process.execPath, [program, "ls", "--no-dependencies"], { cwd: root });
    const files = stdout.trim().split("\n");
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
