import assert from "node:assert/strict";
import { commands, Location, type LocationLink, languages, Position } from "vscode";
import { activated, fileUri, openAt } from "./opened.ts";
import { writeScratch } from "./scratch.ts";

const file = "definition/api.http";

describe("definition of a variable in a URL", () => {
  let remove: () => Promise<void>;

  before(async () => {
    await activated();
    remove = await writeScratch("definition", {
      "http-client.env.json": '{\n  "dev": {\n    "base": "http://localhost:3000"\n  }\n}\n',
      "api.http": `@order = 8472

# @name login
GET {{base}}/login

###
GET {{base}}/orders/{{order}}/{{missing}}/{{login.response.body.$.id}}
X-Order: {{order}}
`,
    });
    await openAt(file, "GET");
  });

  after(async () => {
    await commands.executeCommand("workbench.action.closeActiveEditor");
    await remove();
  });

  /** Where the definition of what stands in line 7 or 8 leads to, as path:line. */
  async function definitionsAt(text: string, line = 7): Promise<readonly string[]> {
    const { document } = await openAt(file, "{{missing}}");
    const column = document.lineAt(line - 1).text.indexOf(text) + 3;
    const found = await commands.executeCommand<(Location | LocationLink)[]>(
      "vscode.executeDefinitionProvider",
      fileUri(file),
      new Position(line - 1, column),
    );
    return found.map((place) => {
      const [uri, range] = "uri" in place ? [place.uri, place.range] : [place.targetUri, place.targetRange];
      return `${uri.path.split("/").at(-1)}:${range.start.line + 1}`;
    });
  }

  it("is the file that defines it, or the request it refers to", async () => {
    assert.deepEqual(await definitionsAt("{{order}}"), ["api.http:1"]);
    assert.deepEqual(await definitionsAt("{{base}}"), ["http-client.env.json:3"]);
    assert.deepEqual(await definitionsAt("{{login"), ["api.http:4"]);
  });

  it("is left to another extension that knows one, and only there", async () => {
    const uri = fileUri(file);
    const other = languages.registerDefinitionProvider(
      { language: "http" },
      {
        provideDefinition: (document, { line, character }) =>
          document.lineAt(line).text.slice(0, character).endsWith("/{{o") ? new Location(uri, new Position(0, 1)) : [],
      },
    );
    try {
      assert.deepEqual(await definitionsAt("{{order}}"), ["api.http:1"]);
      assert.deepEqual(await definitionsAt("{{base}}"), ["http-client.env.json:3"]);
    } finally {
      other.dispose();
    }
    assert.deepEqual(await definitionsAt("{{order}}"), ["api.http:1"]);
  });

  it("is nothing where nothing defines it, and outside of URLs", async () => {
    assert.deepEqual(await definitionsAt("{{missing}}"), []);
    assert.deepEqual(await definitionsAt("/orders/"), []);
    assert.deepEqual(await definitionsAt("{{order}}", 8), []);
  });
});
