import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { build } from "esbuild";
import { bundles } from "../build.ts";
import { root } from "./sources.ts";

/** What may not be loaded by the time `activate` returns: each costs tens of ms. */
const heavy = ["undici", "web-tree-sitter", "yaml"];

/** The inputs of the extension's bundle that are loaded at once: those reached without a dynamic import. */
async function eagerInputs(): Promise<readonly string[]> {
  const options = bundles.find(({ outfile }) => outfile === "dist/extension.cjs");
  assert.ok(options, "the extension has no bundle");
  const { metafile } = await build({ ...options, absWorkingDir: root, write: false, metafile: true });
  const reached = new Set<string>();
  const waiting = ["src/editor/extension.ts"];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (!reached.has(file)) {
      reached.add(file);
      const imports = metafile?.inputs[file]?.imports ?? [];
      waiting.push(...imports.filter(({ kind }) => kind !== "dynamic-import").map(({ path }) => path));
    }
  }
  return [...reached];
}

describe("activation", () => {
  it("loads neither the heavy libraries nor the engine's long part", async () => {
    const eager = await eagerInputs();
    const packages = eager.map((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? "");
    assert.deepEqual(
      heavy.filter((name) => packages.includes(name)),
      [],
    );
    assert.ok(eager.includes("src/editor/settings.ts"), "the walk over imports finds the features");
    assert.ok(!eager.includes("src/engine/diagnose.ts") && !eager.includes("src/node/workspaceIndex.ts"));
  });
});
