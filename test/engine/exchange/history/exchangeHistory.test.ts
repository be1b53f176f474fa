import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import fc from "fast-check";
import { createExchanger } from "../../../../src/engine/exchange/exchanger.ts";
import { createExchangeHistory, type HistoryStore } from "../../../../src/engine/exchange/history/exchangeHistory.ts";
import type { Exchange, Hop } from "../../../../src/engine/model/exchange.ts";
import { createMask } from "../../../../src/engine/secrets.ts";
import { respond, startRecordingServer } from "../recordingServer.ts";
import { never, realClock, request } from "../requests.ts";

let folder = "";
let count = 0;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "diagnose-404-history-"));
});
after(() => rm(folder, { recursive: true, force: true }));

/** A store on a real file, which does not exist at first. */
function fileStore(file = join(folder, `history-${count++}`)): HistoryStore & { readonly file: string } {
  return {
    file,
    read: () => readFile(file, "utf8").catch((error) => (error.code === "ENOENT" ? undefined : Promise.reject(error))),
    write: (text) => writeFile(file, text),
  };
}

function exchangeOf(url: string, rest: Partial<Hop> = {}, text = "gone"): Exchange {
  const body = Buffer.from(text);
  const response = { status: 404, reason: "Not Found", headers: [], body, text, size: body.length, truncated: false };
  const hop: Hop = { method: "GET", url, requestHeaders: [], response, failure: null, startedAt: 1, ms: 2, ...rest };
  return { hops: [hop], response: hop.response, failure: hop.failure, ms: 2 };
}

const open = createMask([]);
const urlsOf = ({ entries }: { entries: readonly { hops: readonly { url: string }[] }[] }) =>
  entries.map(({ hops }) => hops[0]?.url);

test("what was sent and received comes back, hop by hop, from another history over the same store", async () => {
  const server = await startRecordingServer((socket, head) => {
    socket.write(
      head.startsWith("GET /a") ? respond(301, ["Location: /b"]) : respond(404, ["X-Kept: Yes"], "gone\r\nü"),
    );
  });
  const exchanger = createExchanger({ clock: realClock });
  const exchange = await exchanger.send(request("GET", `${server.origin}/a`, { headers: [["x-Case", "Kept"]] }), never);
  await server.close();
  const refused = await exchanger.send(request("POST", `${server.origin}/c`, { body: Buffer.from("sent") }), never);
  await exchanger.close();
  const store = fileStore();
  const history = createExchangeHistory(store);
  assert.deepEqual(await history.read(), { entries: [], damaged: [], problem: null });
  await history.add(exchange, open);
  await history.add(refused, open);
  const { entries, damaged, problem } = await createExchangeHistory(store).read();
  assert.deepEqual([damaged, problem], [[], null]);
  const [first, second] = entries[0]?.hops ?? [];
  assert.deepEqual([first?.response?.status, second?.response?.status], [301, 404]);
  assert.deepEqual(first?.requestHeaders, exchange.hops[0]?.requestHeaders);
  assert.deepEqual(second?.response?.headers, exchange.response?.headers);
  assert.equal(second?.response?.text, "gone\r\nü");
  assert.notEqual(refused.failure, null);
  assert.deepEqual(entries[1]?.hops[0]?.failure, refused.failure);
  assert.equal(entries[1]?.hops[0]?.requestText, "sent");
  assert.deepEqual(await history.clear(), { entries: [], damaged: [], problem: null });
  assert.equal(await readFile(store.file, "utf8"), "");
});

test("only the newest are kept, by number and by bytes, and long texts are cut", async () => {
  const store = fileStore();
  const history = createExchangeHistory(store, { entries: 3, bytes: 2_000, textLength: 100 });
  for (let index = 0; index < 5; index++) await history.add(exchangeOf(`http://a.example/${index}`), open);
  assert.deepEqual(urlsOf(await history.read()), ["http://a.example/2", "http://a.example/3", "http://a.example/4"]);
  const { entries } = await history.add(exchangeOf("http://a.example/long", {}, "ü".repeat(5_000)), open);
  const long = entries.at(-1)?.hops[0]?.response;
  assert.deepEqual([long?.text?.length, long?.truncated, long?.size], [100, true, 10_000]);
  const fields = Array.from({ length: 200 }, (_, index) => [`X-${index}`, "long enough"] as const);
  const huge = await history.add(exchangeOf("http://a.example/huge", { requestHeaders: fields }), open);
  assert.ok(!urlsOf(huge).includes("http://a.example/huge"), "what alone is beyond the bounds is not kept");
  assert.ok((await readFile(store.file)).byteLength <= 2_000);
});

test("a damaged line is set aside and told, the others stay, and the next exchange goes behind them", async () => {
  const store = fileStore();
  await createExchangeHistory(store).add(exchangeOf("http://a.example/1"), open);
  const good = await readFile(store.file, "utf8");
  const junk = [
    "{half",
    "null",
    "[]",
    '{"hops":[]}',
    '{"hops":[{"url":1}]}',
    '{"__proto__":{"hops":[]}}',
    "\0\u{1f600}",
  ];
  await writeFile(store.file, `\ufeff\n${junk.join("\n")}\n\n${good}${good.slice(0, 40)}`);
  const history = createExchangeHistory(store);
  const expected = [...junk, good.slice(0, 40)];
  const content = await history.read();
  assert.deepEqual(urlsOf(content), ["http://a.example/1"]);
  assert.deepEqual(content.damaged, expected);
  await history.add(exchangeOf("http://a.example/2"), open);
  const after = await createExchangeHistory(store).read();
  assert.deepEqual(urlsOf(after), ["http://a.example/1", "http://a.example/2"]);
  assert.deepEqual(after.damaged, expected);
  assert.equal(({} as { hops?: unknown }).hops, undefined);
});

test("a store that fails keeps what it has, and what is new waits in memory until it works again", async () => {
  const store = fileStore();
  await createExchangeHistory(store).add(exchangeOf("http://a.example/stored"), open);
  let works = false;
  const failing: HistoryStore = {
    read: () => store.read(),
    write: (text) => (works ? store.write(text) : Promise.reject(new Error("ENOSPC canary"))),
  };
  const history = createExchangeHistory(failing);
  await history.add(exchangeOf("http://a.example/1"), open);
  const full = await history.add(exchangeOf("http://a.example/2"), open);
  assert.deepEqual(urlsOf(full), ["http://a.example/stored", "http://a.example/1", "http://a.example/2"]);
  assert.match(full.problem ?? "", /^The history could not be written.*\.$/);
  assert.deepEqual(urlsOf(await createExchangeHistory(store).read()), ["http://a.example/stored"]);
  works = true;
  assert.equal((await history.add(exchangeOf("http://a.example/3"), open)).problem, null);
  assert.equal((await createExchangeHistory(store).read()).entries.length, 4);
  const folderStore = fileStore(folder);
  const blind = createExchangeHistory(folderStore);
  const memory = await blind.add(exchangeOf("http://a.example/1"), open);
  assert.deepEqual(urlsOf(memory), ["http://a.example/1"]);
  assert.match(memory.problem ?? "", /^The history could not be read.*\.$/);
});

test("two windows on one store add in turn, and many at once lose nothing", async () => {
  const store = fileStore();
  const [one, other] = [createExchangeHistory(store), createExchangeHistory(store)];
  await one.add(exchangeOf("http://a.example/1"), open);
  await other.add(exchangeOf("http://a.example/2"), open);
  await Promise.all([3, 4, 5].map((index) => one.add(exchangeOf(`http://a.example/${index}`), open)));
  assert.deepEqual(
    urlsOf(await other.read()),
    [1, 2, 3, 4, 5].map((index) => `http://a.example/${index}`),
  );
});

test("whatever text is found, the history is read, stays within its bounds and takes the next exchange", async () => {
  const line = fc.oneof(fc.string({ unit: "binary" }), fc.json(), fc.constant("damaged x"));
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 30 }), async (lines) => {
      let text = lines.join("\n");
      const store: HistoryStore = {
        read: async () => text,
        write: async (next) => {
          text = next;
        },
      };
      const history = createExchangeHistory(store, { bytes: 3_000 });
      const before = await history.read();
      const { entries, problem } = await history.add(exchangeOf("http://a.example/new"), open);
      assert.equal(problem, null);
      assert.equal(entries.length, before.entries.length + 1);
      assert.ok(Buffer.byteLength(text) <= 3_000);
      const again = await history.read();
      assert.deepEqual(again.damaged, before.damaged);
    }),
    { numRuns: 200 },
  );
});

test("a secret planted anywhere is nowhere in the text, also where a text is cut in its middle", async () => {
  const places = [
    "url",
    "path",
    "field",
    "name",
    "body",
    "content",
    "responseField",
    "reason",
    "failure",
    "method",
  ] as const;
  const secrets = fc.string({ unit: fc.constantFrom(...'abcXYZ019-_+/=. "\\ü'), minLength: 10, maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(
      secrets,
      fc.subarray([...places], { minLength: 1 }),
      fc.nat(120),
      async (random, chosen, padding) => {
        const secret = `q7${random}7q`;
        const put = (place: (typeof places)[number]) =>
          chosen.includes(place) ? `${"p".repeat(padding)}${secret}x` : "open";
        const headers = [["X-Any", put("responseField")]] as const;
        const content = put("content");
        const body = Buffer.from(content);
        const exchange = exchangeOf("", {
          method: put("method"),
          url: `http://a.example/${encodeURIComponent(put("path"))}?q=${encodeURIComponent(put("url"))}`,
          requestHeaders: [[`X-${put("name")}`, put("field")]],
          requestBody: Buffer.from(JSON.stringify({ open: put("body") })),
          response: {
            status: 404,
            reason: put("reason"),
            headers,
            body,
            text: content,
            size: body.length,
            truncated: false,
          },
          failure: { code: "protocol", message: put("failure") },
        });
        const store = fileStore();
        await createExchangeHistory(store, { textLength: 100 }).add(exchange, createMask([secret]));
        const text = await readFile(store.file, "utf8");
        const forms = [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1), secret.slice(0, 8)];
        for (const form of forms)
          assert.ok(!text.includes(form) && !JSON.stringify(JSON.parse(text)).includes(form), form);
      },
    ),
    { numRuns: 150 },
  );
});
