import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { readRestClientEnvironment, restClientFolders } from "../../src/editor/environments/restClientEnvironment.ts";

describe("the environment that is active in REST Client", () => {
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "rest-client-"));
  });

  after(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  async function read(text: string): Promise<string | null> {
    await writeFile(join(folder, "environment.json"), text);
    return readRestClientEnvironment([join(folder, "missing"), folder]);
  }

  it("is read from its file", async () => {
    assert.equal(await read('{"label":"dev","name":"dev","picked":true}'), "dev");
  });

  it("is none where the file says so, or cannot be read", async () => {
    assert.equal(await read('{"label":"No Environment","name":"$shared"}'), null);
    for (const text of ["", "{", "null", "[]", '{"name":1}']) {
      assert.equal(await read(text), null, text);
    }
  });

  it("is looked for in the person's own folder first", () => {
    assert.deepEqual(restClientFolders({ XDG_CONFIG_HOME: "/elsewhere" }), [
      join(homedir(), ".rest-client"),
      join("/elsewhere", "rest-client"),
    ]);
  });
});
