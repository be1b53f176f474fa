import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { requestLensTitle } from "../../src/report/diagnosis/lensTitle.ts";
import { listSources, readSource } from "./sources.ts";

const { default: manifest } = await import("../../package.json", { with: { type: "json" } });
const contributes: Readonly<Record<string, unknown>> = manifest.contributes;

/** What REST Client 0.26.0 and httpYac 6.16.7 contribute that two extensions cannot share, from their manifests and sources. */
const theirs = {
  keys: [
    "ctrl+alt+c",
    "ctrl+alt+e",
    "ctrl+alt+g",
    "ctrl+alt+h",
    "ctrl+alt+k",
    "ctrl+alt+l",
    "ctrl+alt+n",
    "ctrl+alt+r",
  ],
  prefixes: ["rest-client", "httpyac"],
  lenses: [
    "send",
    "send all",
    "send selected",
    "send repeat",
    "clear all",
    "show",
    "show headers",
    "validate",
    "Send Request",
  ],
  /** Two providers of one of these would show everything twice, or one would hide the other. */
  providers: ["CompletionItem", "DocumentSymbol", "FoldingRange", "DocumentLink", "DocumentFormattingEdit"],
};

describe("beside REST Client and httpYac", () => {
  it("no key is bound, theirs least of all", () => {
    const bound = JSON.stringify(contributes["keybindings"] ?? []);
    assert.equal(bound, "[]");
    assert.ok(theirs.keys.every((key) => !JSON.stringify(contributes).includes(key)));
  });

  it("the language http is shared: its endings only, no grammar, no configuration, no snippets, no defaults", () => {
    assert.deepEqual(contributes["languages"], [{ id: "http", extensions: [".http", ".rest"] }]);
    for (const name of ["grammars", "snippets", "configurationDefaults", "semanticTokenScopes", "breakpoints"]) {
      assert.equal(contributes[name], undefined, name);
    }
  });

  it("the lens above a request has a title of its own", () => {
    assert.ok(!theirs.lenses.includes(requestLensTitle(null)));
    assert.match(requestLensTitle(null), /404/);
  });

  it("commands, views and settings bear the name of this extension", () => {
    const ids = [...JSON.stringify(contributes).matchAll(/"(?:command|id)":"([\w.-]+)"/g)].map(([, id = ""]) => id);
    assert.ok(ids.length > 20);
    assert.deepEqual(
      ids.filter((id) => theirs.prefixes.some((prefix) => id.startsWith(prefix))),
      [],
    );
  });

  it("nothing is registered that they already give", () => {
    const editor = listSources("src/editor").map(readSource).join("\n");
    assert.match(editor, /registerCodeLensProvider/);
    for (const name of theirs.providers) {
      assert.ok(!editor.includes(`register${name}Provider`), name);
    }
  });
});
