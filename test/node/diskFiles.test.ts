import assert from "node:assert/strict";
import { chmod, symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, it } from "node:test";
import { createDiskFiles, toWorkspacePath } from "../../src/node/diskFiles.ts";
import { temporaryFolder } from "./temporaryFolder.ts";

async function namesIn(root: string): Promise<string[]> {
  return (await createDiskFiles(root).list()).map((entry) => entry.file);
}

describe("files on disk", () => {
  it("lists what .gitignore files let through, without packages and version control", async (test) => {
    const root = await temporaryFolder(test, {
      ".gitignore": "*.log\n/made/\n!keep.log\n",
      "a.js": "",
      "b.log": "",
      "keep.log": "",
      "made/x.js": "",
      "sub/made/y.js": "",
      "sub/.gitignore": "secret.*\n!b.log",
      "sub/secret.txt": "",
      "sub/b.log": "",
      "node_modules/p/index.js": "",
      ".git/config": "",
      ".env": "A=1",
    });
    const expected = [".env", ".gitignore", "a.js", "keep.log", "sub/.gitignore", "sub/b.log", "sub/made/y.js"];
    assert.deepEqual(await namesIn(root), expected);
  });

  it("says size and time, and reads relative and absolute paths", async (test) => {
    const root = await temporaryFolder(test, { "a/b.txt": "five!" });
    const files = createDiskFiles(root);
    const [entry] = await files.list();
    assert.equal(entry?.size, 5);
    assert.ok(Math.abs((entry?.modified ?? 0) - Date.now()) < 60_000);
    assert.equal(new TextDecoder().decode(await files.read("a/b.txt")), "five!");
    assert.equal((await files.read(join(root, "a/b.txt")))?.length, 5);
    assert.equal(await files.read("a/none.txt"), undefined);
    assert.equal(await files.read("a"), undefined);
  });

  it("follows links once, and survives loops, dangling links and unreadable folders", async (test) => {
    const root = await temporaryFolder(test, { "real/a.js": "", "locked/b.js": "" });
    await symlink(root, join(root, "real/loop"));
    await symlink(join(root, "real"), join(root, "alias"));
    await symlink(join(root, "nowhere"), join(root, "dangling"));
    await chmod(join(root, "locked"), 0o000);
    test.after(() => chmod(join(root, "locked"), 0o700).catch(() => {}));
    const names = await namesIn(root);
    assert.deepEqual(
      names.filter((name) => !name.startsWith("locked")),
      ["real/a.js"],
    );
  });

  it("says what it does not follow, and what may not be opened", async (test) => {
    const root = await temporaryFolder(test, { "real/a.js": "", "locked/b.js": "" });
    await symlink(root, join(root, "real/loop"));
    await symlink(join(root, "real"), join(root, "alias"));
    await chmod(join(root, "locked"), 0o000);
    test.after(() => chmod(join(root, "locked"), 0o700).catch(() => {}));
    const files = createDiskFiles(root);
    await files.list();
    const links = [
      { file: "real/loop", why: "link" },
      { file: "alias", why: "link" },
    ];
    // Nothing is locked for the superuser.
    const locked = process.getuid?.() === 0 ? [] : [{ file: "locked", why: "unreadable" }];
    const skipped = files.skipped?.() ?? [];
    assert.deepEqual(new Set(skipped), new Set([...links, ...locked]));
  });

  it("leaves out what it is told to, and all that is below it", async (test) => {
    const root = await temporaryFolder(test, { "a/b.js": "", "a/c/d.js": "", "e.js": "", "e/f.js": "" });
    const entries = await createDiskFiles(root, (path) => path === "a/c" || path === "e.js").list();
    assert.deepEqual(
      entries.map(({ file }) => file),
      ["a/b.js", "e/f.js"],
    );
  });

  it("spells paths as the engine does", () => {
    assert.equal(toWorkspacePath("/w", "/w/a/b.js"), "a/b.js");
    assert.equal(toWorkspacePath("/w", "/other/b.js"), "/other/b.js");
    assert.equal(toWorkspacePath("/w", "a/b.js"), "a/b.js");
  });
});
