import { cp, mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { type BuildOptions, build } from "esbuild";

const root = join(import.meta.dirname, "..");
const require = createRequire(import.meta.url);

const shared = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  target: "node22.19",
  // The CommonJS form of jsonc-parser hides its requires from the bundler.
  mainFields: ["module", "main"],
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: "eof",
  logLevel: "warning",
} as const satisfies BuildOptions;

/** In a CommonJS bundle `import.meta.url` is empty, so the library that needs it comes in its CommonJS form. */
const commonjs = {
  ...shared,
  format: "cjs",
  alias: { "web-tree-sitter": require.resolve("web-tree-sitter") },
} as const satisfies BuildOptions;

/** Everything that `npm run build` bundles, each with the entry it starts from; only the editor's host module stays outside. */
export const bundles: readonly BuildOptions[] = [
  { ...commonjs, entryPoints: ["src/editor/extension.ts"], outfile: "dist/extension.cjs", external: ["vscode"] },
  { ...commonjs, entryPoints: ["src/node/indexer.ts"], outfile: "dist/indexer.cjs" },
  { ...commonjs, entryPoints: ["src/node/archiver.ts"], outfile: "dist/archiver.cjs" },
  { ...commonjs, entryPoints: ["src/node/authoritiesReader.ts"], outfile: "dist/authoritiesReader.cjs" },
  {
    ...shared,
    format: "esm",
    entryPoints: ["src/cli/main.ts"],
    outfile: "dist/cli.js",
    banner: {
      js: '#!/usr/bin/env node\nimport { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
  },
  {
    ...shared,
    format: "cjs",
    entryPoints: ["media/demo/service/server.js"],
    outfile: "dist/demo/service.cjs",
    // The service ends with the process that started it, also when that one is killed.
    banner: { js: 'process.once("disconnect", () => process.exit());' },
  },
];

const grammars = ["javascript", "typescript", "tsx", "python"];

/** Copies the parser and its grammars beside the bundles, which load them from there. */
async function copyGrammars(): Promise<void> {
  const wasm = join(dirname(require.resolve("@vscode/tree-sitter-wasm/package.json")), "wasm");
  const files = grammars.map((name) => join(wasm, `tree-sitter-${name}.wasm`));
  files.push(require.resolve("web-tree-sitter/web-tree-sitter.wasm"));
  await Promise.all(files.map((file) => cp(file, join(root, "dist", basename(file)))));
}

if (import.meta.main) {
  await mkdir(join(root, "dist"), { recursive: true });
  const results = await Promise.allSettled([...bundles.map((options) => build(options)), copyGrammars()]);
  // esbuild has already printed what is wrong with each bundle.
  process.exitCode = results.some((result) => result.status === "rejected") ? 1 : 0;
}
