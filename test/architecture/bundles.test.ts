import assert from "node:assert/strict";
import { isBuiltin } from "node:module";
import { before, describe, it } from "node:test";
import { build, type Metafile } from "esbuild";
import { bundles } from "../build.ts";
import { root } from "./sources.ts";

const { default: manifest } = await import("../../package.json", { with: { type: "json" } });

const metafiles = new Map<string, Metafile>();

before(async () => {
  await Promise.all(
    bundles.map(async (options) => {
      const { metafile } = await build({ ...options, absWorkingDir: root, write: false, metafile: true });
      metafiles.set(options.outfile ?? "", metafile as Metafile);
    }),
  );
});

/** What a bundle leaves to be found where it runs, Node's own modules excepted. */
function externalsOf(outfile: string): readonly string[] {
  const outputs = Object.values(metafiles.get(outfile)?.outputs ?? {});
  assert.ok(outputs.length > 0, `${outfile} is not built`);
  const externals = outputs.flatMap(({ imports }) =>
    imports.filter(({ external }) => external).map(({ path }) => path),
  );
  return [...new Set(externals)].filter((path) => !isBuiltin(path));
}

const inputsOf = (outfile: string) => Object.keys(metafiles.get(outfile)?.inputs ?? {});

describe("bundles", () => {
  it("need nothing but Node, save for the editor's own module in the extension", () => {
    const externals = bundles.map(({ outfile = "" }) => [outfile, externalsOf(outfile)]);
    assert.deepEqual(Object.fromEntries(externals), {
      "dist/extension.cjs": ["vscode"],
      "dist/indexer.cjs": [],
      "dist/archiver.cjs": [],
      "dist/authoritiesReader.cjs": [],
      "dist/cli.js": [],
      "dist/demo/service.cjs": [],
    });
  });

  it("of the command line hold nothing of the editor", () => {
    const rooms = new Set(inputsOf("dist/cli.js").map((file) => file.split("/").slice(0, 2).join("/")));
    assert.ok(rooms.has("src/cli") && rooms.has("src/engine"));
    assert.ok(!rooms.has("src/editor"));
  });

  it("hold no package that the manifest does not name as a dependency", () => {
    const used = ["dist/extension.cjs", "dist/indexer.cjs", "dist/archiver.cjs", "dist/cli.js"]
      .flatMap(inputsOf)
      .map((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1])
      .filter((name) => name !== undefined);
    assert.deepEqual(
      [...new Set(used)].filter((name) => !Object.hasOwn(manifest.dependencies, name)),
      [],
    );
  });

  it("are what the manifest starts", () => {
    const outfiles = bundles.map(({ outfile }) => `./${outfile}`);
    assert.ok(outfiles.includes(manifest.main));
  });
});
