import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { InterimResponses } from "../../../../src/engine/exchange/content/interimResponses.ts";

function sift(pieces: readonly Buffer[], mostBytes = 4_096): { text: string; statuses: number[] } {
  const interim = new InterimResponses(mostBytes);
  let text = "";
  const statuses: number[] = [];
  for (const piece of pieces) {
    const { bytes, statuses: taken } = interim.sift(piece);
    text += bytes?.toString("latin1") ?? "";
    statuses.push(...taken);
  }
  return { text, statuses };
}

const final = "HTTP/1.1 404 Not Found\r\nX: HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 100 in the content\r\n\r\n";
const interim = fc.constantFrom(
  "HTTP/1.1 100 Continue\r\n\r\n",
  "HTTP/1.0 102\r\n\r\n",
  "HTTP/1.1 103 Early Hints\r\nLink: </a>; rel=preload\r\nLink: </b>\r\n\r\n",
  "HTTP/1.1 199 Odd\r\n\r\n",
);

test("however the bytes are cut, informational responses go and the final one stays byte for byte", () => {
  fc.assert(
    fc.property(fc.array(interim, { maxLength: 5 }), fc.array(fc.nat(400), { maxLength: 12 }), (before, cuts) => {
      const whole = Buffer.from(before.join("") + final);
      const places = [0, ...cuts.map((cut) => Math.min(cut, whole.length)).toSorted((a, b) => a - b), whole.length];
      const pieces = places.slice(1).map((place, index) => whole.subarray(places[index], place));
      const { text, statuses } = sift(pieces);
      assert.equal(text, final);
      assert.deepEqual(
        statuses,
        before.map((one) => Number(one.slice(9, 12))),
      );
    }),
  );
});

test("what is no informational response goes through, and none of it is held back for good", () => {
  for (const text of [
    "HTTP/1.1 101 Switching Protocols\r\n\r\n",
    "HTTP/1.1 1x0 Junk\r\n\r\n",
    "HTTP/1.1 099 Low\r\n\r\n",
    "HTTP/2 100 Odd\r\n\r\n",
    "HTTP/1.1 100 Broken\n\n",
    "SSH-2.0\r\n",
    "H2",
    "HTTP/1.1 200 OK",
  ]) {
    assert.deepEqual(sift([Buffer.from(text)]), { text, statuses: [] }, text);
  }
  const endless = `HTTP/1.1 103 Early Hints\r\nLink: ${"x".repeat(5_000)}`;
  assert.equal(sift([Buffer.from(endless)]).text, endless);
});
