import { mkdirSync } from "node:fs";
import { createRequire, registerHooks } from "node:module";
import { join } from "node:path";
import { buildSync } from "esbuild";

const require = createRequire(import.meta.url);
const apps = join(import.meta.dirname, "../../apps");

/** The folder of a sample app. */
export function appFolder(name: string): string {
  return join(apps, name);
}

/** Loads the server of a sample app that is written in TypeScript with decorators, which Node does not run by itself. */
export function loadBuilt(name: string): unknown {
  const folder = join(import.meta.dirname, "../../../out/apps", name);
  const outfile = join(folder, "server.cjs");
  mkdirSync(folder, { recursive: true });
  buildSync({
    entryPoints: [join(apps, name, "src/server.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "cjs",
    packages: "external",
    sourcemap: "inline",
    keepNames: true,
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true } },
    logLevel: "silent",
  });
  process.setSourceMapsEnabled(true);
  return require(outfile);
}

/** Lets one sample app import a package that is installed under another name, because another version has taken its own. */
export function installedAs(name: string, specifier: string, installed: string): void {
  const folder = `/apps/${name}/`;
  registerHooks({
    resolve(wanted, context, next) {
      const isOurs = wanted === specifier && context.parentURL?.replaceAll("\\", "/").includes(folder);
      return next(isOurs ? installed : wanted, context);
    },
  });
}
