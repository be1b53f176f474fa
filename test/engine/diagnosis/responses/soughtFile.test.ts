import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readReceivedPath } from "../../../../src/engine/diagnosis/responses/receivedPath.ts";
import { findSoughtFile } from "../../../../src/engine/diagnosis/responses/soughtFile.ts";
import type { Response } from "../../../../src/engine/model/exchange.ts";
import { filesOf } from "../workspaceDiagnosis.ts";

function answer(text: string): Response {
  return {
    status: 404,
    reason: "Not Found",
    headers: [],
    body: new TextEncoder().encode(text),
    text,
    size: text.length,
    truncated: false,
  } as unknown as Response;
}

describe("an answer that names a file", () => {
  const files = filesOf({ "dist/assets/index-D4kq1Zx9.js": "" });
  const cases: readonly (readonly [text: string, sought: string | null])[] = [
    [
      "ENOENT: no such file or directory, stat '/home/iris/toys/dist/assets/index-Bh03mPq2.js'",
      "dist/assets/index-Bh03mPq2.js",
    ],
    [
      "ENOENT: no such file or directory, open 'C:\\toys\\dist\\assets\\index-Bh03mPq2.js'",
      "dist/assets/index-Bh03mPq2.js",
    ],
    ["[Errno 2] No such file or directory: '/data/public/index-Bh03mPq2.js'", "public/index-Bh03mPq2.js"],
    ["Cannot GET /assets/index-Bh03mPq2.js", null],
  ];
  for (const [text, sought] of cases) {
    it(text, async () => {
      assert.equal(await findSoughtFile(answer(text), files), sought);
      // It tells nothing of what the way made of the URL.
      const received = readReceivedPath(answer(text), "http://toys.test/assets/index-Bh03mPq2.js");
      assert.equal(received?.path ?? null, sought === null ? "/assets/index-Bh03mPq2.js" : null);
    });
  }

  it("is told from a path that something on the way made of the URL", () => {
    const passage = (text: string) => readReceivedPath(answer(text), "http://toys.test/api/toys/7")?.passage ?? null;
    assert.equal(passage("Cannot GET /app/toys/7"), "replaced");
    assert.equal(passage("cannot serve /srv/toys/7"), null);
  });
});
