import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { TextFix } from "../../../../src/engine/model/place.ts";
import { readEnvironments } from "../../../../src/engine/requests/environments/environments.ts";
import { resolveRequest } from "../../../../src/engine/requests/resolve/resolveRequest.ts";
import { filesOf, prepare } from "../lent.ts";

interface Defined {
  readonly title: string;
  readonly file: string;
  /** The text of the file after the edit, with `|` where the person goes on typing. */
  readonly text: string;
}

/** What defining the first variable that is missing makes of the files; null where nothing is offered. */
async function define(
  text: string,
  contents: Readonly<Record<string, string>> = {},
  environment: string | null = null,
  file = "api.http",
): Promise<Defined | null> {
  const environments = await readEnvironments(filesOf(contents), file);
  const { written, context } = prepare(text, { environments, environment, file });
  const fix = resolveRequest(written, context).unresolved[0]?.define;
  if (fix === undefined) return null;
  const edited = fix.other?.file ?? file;
  return { title: fix.title, file: edited, text: apply(fix, (contents[edited] ?? text).replace("\ufeff", "")) };
}

function apply({ range, newText, caret = -1, other }: TextFix, text: string): string {
  if (other !== undefined) assert.equal(text.slice(range.start, range.end), other.text);
  return `${text.slice(0, range.start)}${newText.slice(0, caret)}|${newText.slice(caret)}${text.slice(range.end)}`;
}

const request = "GET http://a/{{id}}";

describe("defining a missing variable", () => {
  it("adds it after the last value of the environment in use, laid out as that is", async () => {
    const file = "http-client.env.json";
    const wide = '\ufeff{\r\n  "dev": {\r\n    "host": "a"\r\n  },\r\n  "eu": {}\r\n}';
    assert.deepEqual(await define(request, { [file]: wide }, "dev"), {
      title: "Define id in environment dev",
      file,
      text: '{\r\n  "dev": {\r\n    "host": "a",\r\n    "id": "|"\r\n  },\r\n  "eu": {}\r\n}',
    });
    assert.equal((await define(request, { [file]: wide }, "eu"))?.text.includes('"eu": { "id": "|" }'), true);
    assert.equal(
      (await define(request, { [file]: '{ "dev": { "x": [1] } }' }))?.text,
      '{ "dev": { "x": [1], "id": "|" } }',
    );
  });

  it("adds it to the nearest file, of whichever tool", async () => {
    const files = {
      ".vscode/settings.json": '{ "rest-client.environmentVariables": { "dev": { "a": "1" } } }',
      "v1/.httpyac.json": '{ "environments": { "dev": { "b": "2" } } }',
    };
    assert.equal((await define(request, files, "dev"))?.file, ".vscode/settings.json");
    assert.equal((await define(request, files, "dev", "v1/api.http"))?.file, "v1/.httpyac.json");
  });

  it("adds what is named like a secret to a private file only, and nothing else there", async () => {
    const shared = { "http-client.env.json": '{ "dev": { "a": "1" } }' };
    const both = { ...shared, "http-client.private.env.json": '{ "dev": { "b": "2" } }' };
    const secret = "GET http://a/{{apiKey}}";
    assert.equal((await define(secret, both, "dev"))?.text, '{ "dev": { "b": "2", "apiKey": "|" } }');
    assert.equal((await define(request, both, "dev"))?.file, "http-client.env.json");
    assert.equal(await define(secret, shared, "dev"), null);
    assert.equal(await define(secret), null);
  });

  it("adds it for all environments where none is chosen, if a file has a place for that", async () => {
    const files = { "http-client.env.json": '{ "$shared": { "v": "1" }, "dev": {}, "eu": {} }' };
    const defined = await define(request, files);
    assert.deepEqual(
      [defined?.title, defined?.text.slice(0, 37)],
      ["Define id for all environments", '{ "$shared": { "v": "1", "id": "|" },'],
    );
    assert.equal(await define(request, { "http-client.env.json": '{ "dev": {}, "eu": {} }' }), null);
  });

  it("adds it to the request file where there are no environments", async () => {
    assert.deepEqual(await define(request), {
      title: "Define id at the top of this file",
      file: "api.http",
      text: `@id = |\n\n${request}`,
    });
    assert.equal(
      (await define(`@a = 1\n@b = 2\n\n${request}\n@c = 3`))?.text,
      `@a = 1\n@b = 2\n@id = |\n\n${request}\n@c = 3`,
    );
    assert.equal(await define(`\n${request}`, {}, null, "notes.md"), null);
  });

  it("leaves alone what a comment or a comma makes unsure, and names that are no plain ones", async () => {
    const file = "http-client.env.json";
    assert.equal(await define(request, { [file]: '{ "dev": { "a": 1, } }' }), null);
    assert.equal(await define(request, { [file]: '{ "dev": { "a": 1 // one\n } }' }), null);
    for (const name of ["user.name", "items[0]", "$guid2", "$input x"])
      assert.equal(await define(`GET http://a/{{${name}}}`, { [file]: '{ "dev": {} }' }), null);
  });
});
