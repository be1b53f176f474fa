import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Import, listSources, readImports, readSource } from "./sources.ts";

const imports = listSources("src").flatMap(readImports);
const isFile = ({ to }: Import) => to.startsWith("src/");

/** For each room, the rooms that it may import from; `engine` is the ground. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  engine: ["engine"],
  report: ["report", "engine"],
  node: ["node", "report", "engine"],
  cli: ["cli", "report", "node", "engine"],
  editor: ["editor", "report", "node", "engine"],
};

/** The packages, built-in modules and files beside `src` that the rooms without a host may use; none of them reaches disk, process or console. */
const packages: Readonly<Record<string, readonly string[]>> = {
  engine: [
    "graphql/language/ast.js",
    "graphql/language/parser.js",
    "ignore",
    "jsonc-parser",
    "undici",
    "web-tree-sitter",
    "yaml",
    "package.json",
    "node:buffer",
    "node:crypto",
    "node:diagnostics_channel",
    "node:dns",
    "node:http",
    "node:net",
    "node:stream",
    "node:stream/promises",
    "node:tls",
    "node:util",
    "node:zlib",
  ],
  report: ["package.json"],
};

/** Inside `engine`, the rooms that may not look up: the model sees only itself, and nothing below sees the diagnosis. */
const engineMayImport: Readonly<Record<string, readonly string[]>> = {
  model: ["model"],
  requests: ["model", "requests"],
  exchange: ["model", "exchange"],
  routes: ["model", "routes"],
};

const roomOf = (file: string) => file.split("/")[1] ?? "";
const show = ({ from, to }: Import) => `${from} imports ${to}`;

describe("imports", () => {
  it("are found in every room that exists", () => {
    assert.ok(imports.filter(isFile).length > 50);
    assert.deepEqual(
      [...new Set(imports.map(({ from }) => roomOf(from)))].toSorted(),
      Object.keys(mayImport).toSorted(),
    );
  });

  it("go one way: editor and cli to report to engine", () => {
    const wrong = imports.filter(isFile).filter(({ from, to }) => !mayImport[roomOf(from)]?.includes(roomOf(to)));
    assert.deepEqual(wrong.map(show), []);
  });

  it("stay below the roof inside the engine", () => {
    const wrong = imports.filter(isFile).filter(({ from, to }) => {
      const allowed = from.startsWith("src/engine/") ? engineMayImport[from.split("/")[2] ?? ""] : undefined;
      const [, room = "", inner = "", rest] = to.split("/");
      return allowed !== undefined && room === "engine" && rest !== undefined && !allowed.includes(inner);
    });
    assert.deepEqual(wrong.map(show), []);
  });

  it("go from the steps of a diagnosis to its experiments to what they read of the workspace", () => {
    const order = ["workspace", "experiments", "steps"];
    const roomIn = (file: string) => /^src\/engine\/diagnosis\/(\w+)\//.exec(file)?.[1] ?? "";
    const wrong = imports.filter(({ from, to }) => {
      const at = order.indexOf(roomIn(from));
      return at >= 0 && order.indexOf(roomIn(to)) > at;
    });
    assert.deepEqual(wrong.map(show), []);
  });

  it("take the world through ports: the engine and the report use no package beyond their list", () => {
    const wrong = imports
      .filter((item) => !isFile(item))
      .filter(({ from, to }) => packages[roomOf(from)]?.includes(to) === false);
    assert.deepEqual(wrong.map(show), []);
  });

  it("reach the editor from its own room only", () => {
    const wrong = imports.filter(({ from, to }) => to === "vscode" && roomOf(from) !== "editor");
    assert.deepEqual(wrong.map(show), []);
  });

  it("never reach from the product into its tests", () => {
    assert.deepEqual(imports.filter(({ to }) => to.startsWith("test/")).map(show), []);
  });
});

describe("sources", () => {
  it("of the engine and the report touch neither process nor console", () => {
    const wrong = [...listSources("src/engine"), ...listSources("src/report")].filter((file) =>
      /^(?!\s*(\*|\/\/|\/\*)).*(?<![\w."'`])(process|console)\.\w/m.test(readSource(file)),
    );
    assert.deepEqual(wrong, []);
  });

  it("let no pattern begin with white space on any line, which goes through a run of blank lines once for each of them", () => {
    const slow = /\/(?:\(\?:)?\^\\s[*+].*\/[gisuvy]*m[gisuvy]*(?![\w/])/;
    const wrong = listSources("src").filter((file) =>
      readSource(file)
        .split("\n")
        .some((line) => slow.test(line)),
    );
    assert.deepEqual(wrong, []);
  });

  it("are files of fewer than 300 lines", () => {
    const long = listSources("src").filter((file) => readSource(file).split("\n").length > 300);
    assert.deepEqual(long, []);
  });
});
