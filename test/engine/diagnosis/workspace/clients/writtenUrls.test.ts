import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fillSegments } from "../../../../../src/engine/diagnosis/workspace/clients/urlBuilders.ts";
import { readWrittenUrls } from "../../../../../src/engine/diagnosis/workspace/clients/writtenUrls.ts";

/** What the expressions of the line's only URL stand for in the path; null where the line does not build it. */
function fill(file: string, line: string, path: string): readonly string[] | null {
  const [url] = readWrittenUrls(file, line, 1);
  const filled = url ? fillSegments(url, path.split("/").slice(1)) : null;
  return filled?.map(({ expression, value }) => `${expression}=${value}`) ?? null;
}

describe("a line builds a path", () => {
  // biome-ignore-start lint/suspicious/noTemplateCurlyInString: the texts are lines of code
  const cases: readonly (readonly [file: string, line: string, path: string, filled: readonly string[] | null])[] = [
    ["a.ts", "fetch(`${root}/crews/${id}/rota`)", "/api/v2/crews/7/rota", ["id=7"]],
    ["a.ts", "fetch(`${root}crews/${encodeURIComponent(id)}/`)", "/crews/7/", ["encodeURIComponent(id)=7"]],
    ["a.ts", 'ky.get(`crews/${crew.id ?? ""}/rota`)', "/api/crews/undefined/rota", ['crew.id ?? ""=undefined']],
    ["a.ts", 'const url = base + "/crews/" + crew.id + "/rota";', "/crews/7/rota", ["crew.id=7"]],
    ["a.ts", 'get("/api/crews/" + id)', "/api/crews/7", ["id=7"]],
    ["a.js", "fetch(`/texts/${lang.toLowerCase()}.json`)", "/texts/pt-br.json", ["lang.toLowerCase()=pt-br"]],
    ["a.py", 'requests.get(f"{BASE}/api/crews/{number}/rota")', "/api/crews/None/rota", ["number=None"]],
    ["a.py", 'url = "/api/crews/%s/rota" % crew', "/api/crews/7/rota", ["s=7"]],
    ["a.rb", 'HTTP.get("#{base}/crews/#{id}")', "/crews/7", ["id=7"]],
    ["a.mjml", '<mj-button href="https://a.test/crews/{{code}}/rota">', "/crews/x/rota", ["code=x"]],
    ["a.txt", "see https://a.test/crews/{{slug}}/", "/crews/north/", ["slug=north"]],
    ["a.json", '{ "url": "/api/crews/${crew}/rota" }', "/api/crews/7/rota", ["crew=7"]],
    ["a.js", 'fetch("https://a.test/api/crews/lastest")', "/api/crews/lastest", []],
    ["a.ts", '"/crews/:id/rota".replace(":id", id)', "/crews/7/rota", ["id=7"]],
    // Whatever a function is called, a value behind a slash that is handed to it is one of a path.
    ["a.ts", "const one = (no: number) => read<Crew>(`crews/${no}`);", "/api/crews/7", ["no=7"]],
    ["a.py", 'crew = self.load(f"crews/{no}")', "/api/crews/7", ["no=7"]],
    ["a.ts", "const name = `crews/${no}`;", "/api/crews/7", null],
    // A host that is written out leaves nothing to stand before the path.
    ["a.js", 'fetch("https://a.test/crews/lastest")', "/api/crews/lastest", null],
    ["a.ts", "fetch(`${root}/crews/${id}/rota`)", "/api/crews/7/roster", null],
    ["a.ts", "fetch(`/${kind}/${id}`)", "/crews/7", null],
    ["a.ts", 'import { rota } from "../crews/rota"', "/crews/rota", null],
    ["a.txt", "the path /crews/north is new", "/crews/north", null],
  ];
  // biome-ignore-end lint/suspicious/noTemplateCurlyInString: the texts are lines of code
  for (const [file, line, path, filled] of cases) {
    it(`${line} ${filled === null ? "does not give" : "gives"} ${path}`, () => {
      assert.deepEqual(fill(file, line, path), filled);
    });
  }
});

it("a URL names its place and the method that its line names", () => {
  const [url] = readWrittenUrls("a.ts", '  return api.put("/crews/north", crew);', 4);
  assert.deepEqual([url?.location, url?.method, url?.isWhole], [{ file: "a.ts", line: 4, column: 19 }, "PUT", false]);
});
