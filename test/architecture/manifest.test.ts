import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { listSources, readSource, root } from "./sources.ts";

const { default: manifest } = await import("../../package.json", { with: { type: "json" } });
const { default: texts } = await import("../../package.nls.json", { with: { type: "json" } });

const { contributes } = manifest;
const editor = listSources("src/editor").map(readSource).join("\n");
const commands = contributes.commands.map(({ command }) => command);
const views = Object.values(contributes.views).flatMap((list) => list.map(({ id }) => id));
const settings = Object.assign({}, ...contributes.configuration.map(({ properties }) => properties)) as Readonly<
  Record<string, { readonly default: unknown }>
>;

const sorted = (items: Iterable<string>) => [...new Set(items)].toSorted();
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, group = ""]) => group);

/** Every string of a value, however deep it lies. */
function stringsOf(value: unknown): readonly string[] {
  if (typeof value === "string") {
    return [value];
  }
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsOf) : [];
}

/** Every value of a property with this name, however deep it lies. */
function valuesOf(name: string, value: unknown): readonly unknown[] {
  if (typeof value !== "object" || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([key, inner]) => [...(key === name ? [inner] : []), ...valuesOf(name, inner)]);
}

describe("contributed ids", () => {
  it("of commands are the registered ones", () => {
    assert.deepEqual(sorted(all(editor, /\.register\(\s*"(diagnose404\.[\w.]+)"/g)), sorted(commands));
  });

  it("of views are the registered ones", () => {
    assert.deepEqual(sorted(all(editor, /(?:createTreeView|registerTreeDataProvider)\(\s*"([\w.]+)"/g)), sorted(views));
  });

  it("of settings are the ones read, with the same defaults", () => {
    const read = [...editor.matchAll(/\bread\(scope, "([\w.]+)", ([^)]+)\)/g)].map(([, name, fallback = ""]) => [
      `diagnose404.${name}`,
      JSON.parse(fallback.replaceAll("_", "")),
    ]);
    const contributed = Object.entries(settings).map(([name, setting]) => [name, setting.default]);
    assert.deepEqual(Object.fromEntries(read), Object.fromEntries(contributed));
  });

  it("are the only ones that menus, walkthroughs and links name", () => {
    const named = [
      ...stringsOf(valuesOf("command", contributes.menus)),
      ...stringsOf(contributes.walkthroughs).flatMap((text) => all(text, /^onCommand:(.+)$/g)),
      ...stringsOf(texts).flatMap((text) => all(text, /\(command:(diagnose404\.[\w.]+)/g)),
    ];
    const focus = views.map((view) => `${view}.focus`);
    assert.deepEqual(
      sorted(named).filter((id) => ![...commands, ...focus].includes(id)),
      [],
    );
    const shown = stringsOf(contributes.walkthroughs).flatMap((text) => all(text, /^onView:(.+)$/g));
    assert.deepEqual(
      shown.filter((id) => !views.includes(id)),
      [],
    );
  });

  it("are the only ones that the sources run", () => {
    const known = [...commands, ...views.map((view) => `${view}.focus`)];
    const run = all(editor, /(?:executeCommand|commandOf|commandLink)\(\s*"(diagnose404\.[\w.]+)"/g);
    assert.ok(run.length > 0);
    assert.deepEqual(
      sorted(run).filter((id) => !known.includes(id)),
      [],
    );
  });
});

/** The context keys that the extension sets itself. */
function contextKeys(): readonly string[] {
  return all(editor, /"setContext",\s*"(diagnose404\.[\w.]+)"/g);
}

describe("texts", () => {
  it("exist for every key, and every text is used", () => {
    const used = stringsOf(manifest).flatMap((text) => all(text, /^%(.+)%$/g));
    assert.deepEqual(sorted(used), sorted(Object.keys(texts)));
  });

  it("of what a person reads are never written into the manifest", () => {
    const readable = ["title", "description", "markdownDescription", "name", "contents", "contextualTitle"];
    // A setting may have a property that is called name: only what is a text itself is read by a person.
    const written = readable
      .flatMap((name) => valuesOf(name, contributes))
      .filter((value) => typeof value === "string");
    assert.deepEqual(
      written.filter((text) => !/^%.+%$/.test(text)),
      [],
    );
  });
});

describe("files", () => {
  it("that the manifest names exist", () => {
    const named = stringsOf([manifest.icon, contributes]).filter((text) => /^media\//.test(text));
    assert.ok(named.length > 2);
    assert.deepEqual(
      named.filter((file) => !existsSync(join(root, file))),
      [],
    );
  });

  it("hold an icon that is a square PNG of at least 128 pixels", () => {
    const icon = readFileSync(join(root, manifest.icon));
    assert.equal(icon.subarray(1, 4).toString("latin1"), "PNG");
    const [width, height] = [icon.readUInt32BE(16), icon.readUInt32BE(20)];
    assert.ok(width >= 128 && width === height, `the icon is ${width} x ${height}`);
  });
});

describe("when-clauses", () => {
  it("use context keys that exist", () => {
    const known = new Set([
      ...contextKeys(),
      ...[
        "editorLangId",
        "resourceLangId",
        "isWorkspaceTrusted",
        "workspaceFolderCount",
        "view",
        "viewItem",
        "true",
        "false",
      ],
    ]);
    const clauses = valuesOf("when", contributes) as readonly string[];
    assert.ok(clauses.length > 0);
    const unknown = clauses.flatMap((clause) =>
      clause
        .split(/&&|\|\|/)
        .map((term) => /^[\s!(]*([\w.:]+)/.exec(term)?.[1] ?? term)
        .filter((key) => !known.has(key)),
    );
    assert.deepEqual(unknown, []);
  });
});

describe("the manifest", () => {
  it("activates on what is needed, never on everything", () => {
    assert.ok(manifest.activationEvents.length > 0);
    assert.ok(!manifest.activationEvents.some((event) => event === "*" || event === "onStartupFinished"));
  });

  it("shares the language http: by extensions only, with no grammar, configuration or keys", () => {
    assert.deepEqual(contributes.languages, [{ id: "http", extensions: [".http", ".rest"] }]);
    assert.ok(!("grammars" in contributes) && !("keybindings" in contributes) && !("snippets" in contributes));
  });

  it("promises to work within limits where nothing is trusted or nothing is on disk", () => {
    assert.equal(manifest.capabilities.untrustedWorkspaces.supported, "limited");
    assert.equal(manifest.capabilities.virtualWorkspaces.supported, "limited");
  });

  it("compiles against no newer editor than it asks for", () => {
    const wanted = manifest.engines.vscode.replace("^", "").split(".").map(Number);
    const types = manifest.devDependencies["@types/vscode"].split(".").map(Number);
    assert.deepEqual(types.slice(0, 2), wanted.slice(0, 2));
  });
});
