import assert from "node:assert/strict";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { after, before, describe, it } from "node:test";
import { lookForBrowser } from "./findBrowser.ts";

let folder: string;
let chrome: string;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "browser-"));
  chrome = join(folder, process.platform === "win32" ? "google-chrome.exe" : "google-chrome");
  await writeFile(chrome, "");
  await chmod(chrome, 0o755);
});

after(() => rm(folder, { recursive: true, force: true }));

describe("lookForBrowser", () => {
  it("takes the program that CHROME_PATH names", () => {
    assert.equal(lookForBrowser({ env: { CHROME_PATH: chrome, PATH: "" }, places: [] }), chrome);
  });

  it("says so when CHROME_PATH names nothing that runs", () => {
    const env = { CHROME_PATH: join(folder, "absent"), PATH: folder };
    assert.throws(() => lookForBrowser({ env, places: [] }), /CHROME_PATH is .*absent, and that is no program/);
  });

  it("looks along the PATH", () => {
    const env = { PATH: [join(folder, "elsewhere"), folder].join(delimiter) };
    assert.equal(lookForBrowser({ env, places: [] }), chrome);
  });

  it("looks in the fixed places last", () => {
    assert.equal(lookForBrowser({ env: { PATH: "" }, places: [join(folder, "absent"), chrome] }), chrome);
  });

  it("finds nothing where there is nothing", () => {
    assert.equal(lookForBrowser({ env: {}, places: [] }), undefined);
  });
});
