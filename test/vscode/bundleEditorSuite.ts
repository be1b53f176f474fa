import { globSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { bundles } from "../build.ts";
import { root } from "./openDemo.ts";

const folder = join(root, "out/editorSuite");

/** Bundles every test of test/editor and the module that runs them, and returns that module's path. */
export async function bundleEditorSuite(): Promise<string> {
  const tests = globSync("test/editor/**/*.test.ts", { cwd: root });
  const host = bundles.find((options) => options.outfile === "dist/extension.cjs");
  const { outfile: _, minifyWhitespace: __, ...options } = host ?? {};
  await rm(folder, { recursive: true, force: true });
  await build({
    ...options,
    entryPoints: [...tests, "test/vscode/editorSuite.ts"],
    outdir: folder,
    outbase: join(root, "test"),
    outExtension: { ".js": ".cjs" },
    external: ["vscode", "mocha"],
    sourcemap: "inline",
  });
  return join(folder, "vscode/editorSuite.cjs");
}
