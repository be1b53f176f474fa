import assert from "node:assert/strict";
import { test } from "node:test";
import { readCollection, readNumbered } from "../../../../src/engine/diagnosis/identifiers/collection.ts";
import type { Identifier } from "../../../../src/engine/diagnosis/identifiers/identifiers.ts";

const slug: Identifier = { segment: 1, name: "slug", value: "old-name", shape: "slug" };
const id: Identifier = { segment: 1, name: "orderId", value: "7", shape: "integer" };

test("a bare list, and a list one level down, are read by the parameter's own name", () => {
  assert.deepEqual(readCollection('[{"id":1,"slug":"a"},{"id":2,"slug":"b"}]', slug), {
    values: ["a", "b"],
    key: "slug",
    isWhole: true,
    former: [],
    titled: [],
    others: [],
  });
  assert.deepEqual(readCollection('{"total":1,"data":[{"id":41}]}', id), {
    values: ["41"],
    key: "id",
    isWhole: true,
    former: [],
    titled: [],
    others: [],
  });
});

test("what lists nothing yields nothing, and never throws", () => {
  for (const text of ["", "<html>", "null", "7", "[]", '["a"]', "{}", '{"data":{}}', '[{"colour":"red"}]']) {
    assert.deepEqual(
      readCollection(text, id),
      { values: [], key: null, isWhole: false, former: [], titled: [], others: [] },
      text,
    );
  }
});

test("a list is known by the parameter's last word, or by a number in it that is asked for without its letters", () => {
  const number: Identifier = { segment: 1, name: "invoice_number", value: "2026-0003", shape: "slug" };
  const listed = ["INV-2026-0001", "INV-2026-0003"];
  assert.deepEqual(readCollection(JSON.stringify({ numbers: listed }), number).values, listed);
  assert.deepEqual(readCollection(JSON.stringify({ open: ["a"], all: listed }), number).values, listed);
  assert.deepEqual(readCollection('{"tags":["paid","open"]}', number).values, []);
  assert.deepEqual(readCollection('{"tags":["old-name-tag"]}', slug).values, []);
});

test("a number that a double cannot hold keeps its digits", () => {
  assert.deepEqual(readCollection('[{"id":9007199254740993}]', id).values, ["9007199254740993"]);
});

test("fields that speak of the past tell which item an old identifier became", () => {
  const { former } = readCollection(
    '[{"slug":"b","previousSlugs":["old-name"]},{"slug":"c","title":"old-name"}]',
    slug,
  );
  assert.deepEqual(former, [{ value: "b", holds: "old-name" }]);
});

test("a page of a list is not the whole of it", () => {
  const pages = [
    '{"items":[{"id":1}],"next":"/orders?page=2"}',
    '{"total":40,"data":[{"id":1}]}',
    '{"data":[{"id":1}],"has_more":true}',
  ];
  assert.deepEqual(
    pages.map((page) => readCollection(page, id).isWhole),
    [false, false, false],
  );
  assert.equal(readCollection('{"items":[{"id":1}],"next":null,"total":1}', id).isWhole, true);
});

test("a list of nothing but identifiers is a collection, unless they have another shape than a number", () => {
  assert.deepEqual(readCollection('["heron","stork"]', slug).values, ["heron", "stork"]);
  assert.deepEqual(readCollection('{"items":[4,5]}', id).values, ["4", "5"]);
  assert.deepEqual(readCollection('["red","green"]', id).values, []);
  assert.deepEqual(readCollection('["a sentence about it"]', slug).values, []);
});

test("numbers under any name are identifiers where the asked one is a number, words are only under the name of the collection", () => {
  assert.deepEqual(readCollection('{"pitches":[1,2,17]}', id).values, ["1", "2", "17"]);
  assert.deepEqual(readCollection('{"tags":["new","sold"]}', slug).values, []);
  assert.deepEqual(readCollection('{"tags":["new","sold"]}', id).values, []);
  assert.deepEqual(readCollection('{"tags":["new","sold"]}', { ...slug, below: "tags" }).values, ["new", "sold"]);
});

test("a slug with the number of a listed item is called as that item's link, or its slug, says", () => {
  const fairs = '[{"id":31,"slug":"book-fair","url":"/fairs/book-fair-31"},{"id":32,"slug":"boats"}]';
  assert.equal(readNumbered(fairs, "spring-of-books-31"), "book-fair-31");
  assert.equal(readNumbered(fairs, "rafts-32"), "boats-32");
  assert.equal(readNumbered(fairs, "32-rafts"), "32-boats");
  assert.equal(readNumbered('[{"number":7,"self":"https://a.test/fairs/7-kites/?page=1"}]', "7-wind"), "7-kites");
});

test("a slug with no listed number, one of its own name, and an item without a name are called nothing else", () => {
  const fairs = '[{"id":31,"slug":"book-fair","url":"/fairs/31"},{"id":5,"url":"/fairs/5"}]';
  for (const asked of ["kites-7", "book-fair-31", "kites-5", "31", "kites", ""]) {
    assert.equal(readNumbered(fairs, asked), null, asked);
  }
  assert.equal(readNumbered("<html>", "kites-7"), null);
});
