import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { WrittenRequest } from "../../../src/engine/model/request.ts";
import { parseHttpFile } from "../../../src/engine/requests/grammar/parseHttpFile.ts";
import { readCorpus, skipCorpus, type TrueRequest } from "./corpus.ts";

const corpus = readCorpus();
const agreed = corpus.filter((file) => file.toolsAgree);
const disagreed = corpus.filter((file) => !file.toolsAgree);

function asTruth(request: WrittenRequest): TrueRequest {
  const names = request.headers.map((field) => field.name);
  return {
    line: request.line,
    method: request.method,
    url: request.url,
    headers: names.filter((name, index) => names.indexOf(name) === index),
    hasBody: request.body !== null || request.bodyFile !== null,
  };
}

function plain({ line, method, url, headers, hasBody }: TrueRequest): TrueRequest {
  return { line, method, url, headers, hasBody };
}

describe("real request files", { skip: skipCorpus }, () => {
  it("are many", () => {
    assert.ok(agreed.length > 150);
  });
  for (const file of agreed) {
    it(`reads ${file.file} as REST Client and httpYac both do`, () => {
      assert.deepEqual(parseHttpFile(file.text).requests.map(asTruth), file.requests.map(plain));
    });
  }
  it("reads nearly every other file as httpYac does, and says why where it does not", () => {
    const different = disagreed.filter((file) => {
      const { requests, problems } = parseHttpFile(file.text);
      const isSame = JSON.stringify(requests.map(asTruth)) === JSON.stringify(file.requests.map(plain));
      return !isSame && problems.length === 0;
    });
    assert.deepEqual(
      different.map((file) => file.file),
      [],
    );
  });
});
