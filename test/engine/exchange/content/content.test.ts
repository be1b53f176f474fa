import assert from "node:assert/strict";
import { test } from "node:test";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { decodeFieldText, decodeText } from "../../../../src/engine/exchange/content/charset.ts";
import { decodeContent } from "../../../../src/engine/exchange/content/content.ts";
import { defaultLimits, parseTimeout } from "../../../../src/engine/exchange/limits.ts";

const plain = Buffer.from(
  JSON.stringify(Array.from({ length: 20_000 }, (_, index) => ({ index, text: `item ${index * 7919}` }))),
);

const codings: readonly (readonly [string, (bytes: Buffer) => Buffer])[] = [
  ["gzip", gzipSync],
  ["x-gzip", gzipSync],
  ["GZIP", gzipSync],
  ["deflate", deflateSync],
  ["deflate", deflateRawSync],
  ["br", brotliCompressSync],
  ["zstd", zstdCompressSync],
];

function decode(bytes: Uint8Array, coding: string, isWhole: "whole" | "cut" = "whole", limits = {}) {
  return decodeContent(bytes, [["content-encoding", coding]], isWhole, { ...defaultLimits, ...limits });
}

for (const [coding, encode] of codings) {
  const encoded = encode(plain);

  test(`${coding} (${encode.name}) is undone`, async () => {
    assert.deepEqual(await decode(encoded, coding), {
      bytes: new Uint8Array(plain),
      truncated: false,
      failure: null,
    });
  });

  test(`${coding} (${encode.name}) that ends early keeps its beginning and says so`, async () => {
    const half = await decode(encoded.subarray(0, encoded.length >> 1), coding);
    assert.equal(half.truncated, true);
    assert.equal(half.failure?.code, "protocol");
    assert.ok(half.bytes.byteLength > 0);
    assert.ok(plain.subarray(0, half.bytes.byteLength).equals(half.bytes));
    const known = await decode(encoded.subarray(0, encoded.length >> 1), coding, "cut");
    assert.equal(known.failure, null);
    assert.equal(known.truncated, true);
  });

  test(`${coding} (${encode.name}) is kept up to the limit`, async () => {
    const kept = await decode(encoded, coding, "whole", { keptBytes: 1000 });
    assert.equal(kept.truncated, true);
    assert.deepEqual(Buffer.from(kept.bytes), plain.subarray(0, 1000));
  });

  test(`${coding} (${encode.name}) that grows out of proportion is stopped`, async () => {
    const bomb = encode(Buffer.alloc(4_000_000));
    const stopped = await decode(bomb, coding, "whole", { ratioFloor: 100_000 });
    assert.equal(stopped.failure?.code, "too-large");
    assert.ok(stopped.bytes.byteLength < 1_000_000);
  });
}

test("two codings are undone in reverse order, four are not tried", async () => {
  const twice = brotliCompressSync(gzipSync(plain));
  assert.deepEqual(Buffer.from((await decode(twice, "gzip, br")).bytes), plain);
  const four = await decode(plain, "gzip, gzip, gzip, gzip");
  assert.equal(four.failure?.code, "protocol");
  assert.deepEqual(Buffer.from(four.bytes), plain);
});

for (const coding of ["gzip", "deflate", "br", "zstd", "compress"]) {
  test(`content that is no ${coding} is shown as received`, async () => {
    const lie = Buffer.from('{"error":"not found"}');
    const shown = await decode(lie, coding);
    assert.equal(shown.failure?.code, "protocol");
    assert.deepEqual(Buffer.from(shown.bytes), lie);
  });
}

test("a wrong checksum keeps what was decoded, junk behind the end is ignored", async () => {
  const encoded = gzipSync(plain);
  const broken = Buffer.from(encoded);
  broken.writeUInt32LE(12345, broken.length - 8);
  const damaged = await decode(broken, "gzip");
  assert.equal(damaged.failure?.code, "protocol");
  assert.ok(plain.equals(damaged.bytes));
  const junk = await decode(Buffer.concat([encoded, Buffer.from("\0junk")]), "gzip");
  assert.ok(plain.equals(junk.bytes));
});

const texts: readonly (readonly [string, string | null, Uint8Array, string])[] = [
  ["the header's charset", "text/plain; charset=ISO-8859-1", Buffer.from([0x67, 0xfc]), "gü"],
  ["a quoted charset in capitals", 'text/html;x=y; CHARSET="UTF-8"', Buffer.from("gü"), "gü"],
  ["an unknown charset is UTF-8", "text/plain; charset=klingon", Buffer.from("gü"), "gü"],
  ["no charset is UTF-8", "application/json", Buffer.from("gü"), "gü"],
  ["the mark of UTF-8 is not text", null, Buffer.from("\ufeffgü"), "gü"],
  ["the mark of UTF-16LE", null, Buffer.from("\ufeffgü", "utf16le"), "gü"],
  ["the mark of UTF-16BE", null, Buffer.from("\ufeffgü", "utf16le").swap16(), "gü"],
  ["bytes that do not fit", null, Buffer.from([0x61, 0xff, 0x62]), "a\ufffdb"],
];
for (const [name, type, bytes, text] of texts) {
  test(`text: ${name}`, () => {
    assert.equal(decodeText(bytes, type === null ? [] : [["Content-Type", type]]), text);
  });
}

test("a field is UTF-8 where it can be, else ISO-8859-1", () => {
  assert.equal(decodeFieldText(Buffer.from("gü")), "gü");
  assert.equal(decodeFieldText(Buffer.from([0x67, 0xfc])), "gü");
});

test("a time-out is read with its unit, seconds by default", () => {
  const cases: [string | undefined, number | undefined][] = [
    ["20", 20_000],
    ["500 ms", 500],
    ["2m", 120_000],
    ["3 s", 3_000],
    ["", undefined],
    ["0", undefined],
    ["-1", undefined],
    ["soon", undefined],
    ["999999999", undefined],
    [undefined, undefined],
  ];
  for (const [text, ms] of cases) assert.equal(parseTimeout(text), ms, text);
});
