import assert from "node:assert/strict";
import { test } from "node:test";
import { parseHttpFile } from "../../../src/engine/requests/grammar/parseHttpFile.ts";
import { describeRequest } from "../../../src/report/requests/describeRequest.ts";
import { previewRequest } from "../../../src/report/requests/requestPreview.ts";
import { request } from "../../engine/exchange/requests.ts";
import { leastTime } from "../../growth.ts";

const secret = "CANARY-0123456789-abcdefghijklmnopqrstuvwxyz";

/** A body in which the secret stands everywhere, wherever it is cut, with letters of several bytes between. */
function bodyOf(size: number): Uint8Array {
  const piece = `ü€日 ${secret} `;
  return Buffer.from(piece.repeat(Math.ceil(size / Buffer.byteLength(piece))));
}

const [written] = parseHttpFile("POST http://localhost/a\n").requests;
assert.ok(written);

for (const size of [300, 600, 65_536, 100_000, 199_990, 200_001, 3_000_000]) {
  test(`of ${size} bytes the question and the preview show the beginning, and no piece of a secret`, () => {
    const body = bodyOf(size);
    const asked = request("POST", "http://localhost/a", { body, secrets: [secret] });
    for (const shown of [describeRequest(asked), previewRequest(written, asked)]) {
      assert.match(shown, /ü€日 •••/);
      assert.doesNotMatch(shown, /CANARY|0123|abcd/);
      assert.ok(shown.length < 150_000);
    }
    if (size > 100_000)
      assert.match(previewRequest(written, asked), new RegExp(`\\(${body.byteLength} bytes in all\\)`));
  });
}

test("what is shown of a large body costs no more than of a small one", () => {
  const time = (size: number) => {
    const asked = request("POST", "http://localhost/a", { body: bodyOf(size), secrets: [secret] });
    return leastTime(() => {
      describeRequest(asked);
      previewRequest(written, asked);
    });
  };
  time(250_000);
  const small = time(250_000);
  const large = time(25_000_000);
  assert.ok(large < small * 5 + 5, `${small} ms for 250 kB, ${large} ms for 25 MB`);
});
