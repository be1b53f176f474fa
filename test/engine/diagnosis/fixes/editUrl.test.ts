import assert from "node:assert/strict";
import { test } from "node:test";
import { editUrl } from "../../../../src/engine/diagnosis/fixes/editUrl.ts";
import type { Known } from "../../../../src/engine/diagnosis/known.ts";
import type { ResolvedPart } from "../../../../src/engine/model/request.ts";
import type { Files } from "../../../../src/engine/ports.ts";

const base: ResolvedPart = {
  text: "http://localhost:1/api/v2",
  from: { kind: "environment", name: "base", environment: "dev", location: { file: "env.json", line: 1, column: 20 } },
  secret: false,
};
const path: ResolvedPart = {
  text: "/orders/8472",
  from: { kind: "written", location: { file: "a.http", line: 2, column: 13 } },
  secret: false,
};
const texts: Readonly<Record<string, string>> = {
  "env.json": '{"dev": {"base":   "http://localhost:1/api/v2"}}',
  "a.http": "### orders\r\nGET {{base}}/orders/8472 HTTP/1.1\r\n",
};
const files: Files = {
  read: async (file) => (texts[file] === undefined ? undefined : new TextEncoder().encode(texts[file])),
  list: async () => [],
};

async function edit(corrected: string, parts: readonly ResolvedPart[] = [base, path]) {
  const url = parts.map((part) => part.text).join("");
  return editUrl(
    { request: { url, urlParts: parts }, siblings: [], elsewhere: [], results: [] } as unknown as Known,
    corrected,
    files,
  );
}

test("a wrong stretch that is written in the request is edited there, and nothing else of the line", async () => {
  assert.deepEqual(await edit("http://localhost:1/api/v2/order/8472"), {
    kind: "edit-request",
    edit: {
      file: "a.http",
      line: 2,
      oldText: "GET {{base}}/orders/8472 HTTP/1.1",
      newText: "GET {{base}}/order/8472 HTTP/1.1",
    },
  });
});

test("a wrong stretch that came from a variable is edited where the variable is defined", async () => {
  assert.deepEqual(await edit("http://localhost:1/api/v1/orders/8472"), {
    kind: "edit-variable",
    edit: {
      file: "env.json",
      line: 1,
      oldText: texts["env.json"],
      newText: '{"dev": {"base":   "http://localhost:1/api/v1"}}',
    },
  });
});

test("an insertion between two parts goes into the request, not into a variable that others share", async () => {
  assert.deepEqual(
    (await edit("http://localhost:1/api/v2/shop/orders/8472"))?.edit.newText,
    "GET {{base}}/shop/orders/8472 HTTP/1.1",
  );
});

test("a change over both parts, and a line that holds the text no more, have no edit", async () => {
  assert.equal(await edit("http://localhost:1/api/v1/order/8472"), null);
  const moved: ResolvedPart = { ...path, from: { kind: "written", location: { file: "a.http", line: 1, column: 1 } } };
  assert.equal(await edit("http://localhost:1/api/v2/order/8472", [base, moved]), null);
});

const doubled: readonly ResolvedPart[] = [base, { ...path, text: "/api/v2/orders/8472" }];
const twice: Files = {
  ...files,
  read: async (file) =>
    new TextEncoder().encode(
      file === "env.json" ? (texts[file] ?? "") : "### orders\nGET {{base}}/api/v2/orders/8472 HTTP/1.1\n",
    ),
};

async function mendDoubled(elsewhere: readonly string[]) {
  const url = doubled.map(({ text }) => text).join("");
  const others = elsewhere.map((text) => ({ urlParts: [{ ...base, text }, path] }));
  return editUrl(
    { request: { url, urlParts: doubled }, siblings: [], elsewhere: others, results: [] } as unknown as Known,
    "http://localhost:1/api/v2/orders/8472",
    twice,
  );
}

test("of a run that stands in the variable and in the request, the one that disagrees with other environments goes", async () => {
  assert.deepEqual(await mendDoubled(["https://orders.example"]), {
    kind: "edit-variable",
    edit: {
      file: "env.json",
      line: 1,
      oldText: texts["env.json"],
      newText: '{"dev": {"base":   "http://localhost:1"}}',
    },
  });
  const inRequest = {
    kind: "edit-request",
    edit: {
      file: "a.http",
      line: 2,
      oldText: "GET {{base}}/api/v2/orders/8472 HTTP/1.1",
      newText: "GET {{base}}/orders/8472 HTTP/1.1",
    },
  };
  assert.deepEqual(await mendDoubled(["https://orders.example/api/v2"]), inRequest);
  assert.deepEqual(await mendDoubled([]), inRequest);
});
