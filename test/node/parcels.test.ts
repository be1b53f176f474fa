import assert from "node:assert/strict";
import { test } from "node:test";
import { cutUp, pack, unpack } from "../../src/node/parcels.ts";

const large = new Uint8Array(2_500_000).map((_, index) => 65 + (index % 26));
const text = new TextDecoder().decode(large);
const response = { status: 404, reason: "", headers: [], body: large, text, size: large.byteLength, truncated: false };
const small = { ...response, body: large.slice(0, 100), text: text.slice(0, 100) };

test("large contents travel apart and once, their texts not at all, and everything comes back as it was", () => {
  const hop = { response, requestBody: large, url: "http://h/", at: null };
  const given = [
    { exchange: { hops: [hop], response }, probes: [{ exchange: { hops: [hop], response } }] },
    small,
    ["a", 1],
  ];
  const { value, contents } = pack(given);
  assert.deepEqual(contents, [large]);
  assert.ok(JSON.stringify(value).length < 3_000, "nothing large is left");
  const pieces = contents.map((content) => Buffer.concat([...cutUp(content)]));
  const back = unpack({ value: structuredClone(value), contents: pieces.map((piece) => new Uint8Array(piece)) });
  assert.deepEqual(back, given);
});

test("no piece is larger than is copied in one turn, each owns its memory, and the sender keeps its own", () => {
  const pieces = [...cutUp(large)];
  assert.deepEqual(
    pieces.map(({ byteLength, buffer }) => [byteLength, buffer.byteLength]),
    [1_000_000, 1_000_000, 500_000].map((size) => [size, size]),
  );
  structuredClone(pieces, { transfer: pieces.map(({ buffer }) => buffer) });
  assert.equal(large.byteLength, 2_500_000);
  assert.deepEqual([...cutUp(new Uint8Array())], []);
});
