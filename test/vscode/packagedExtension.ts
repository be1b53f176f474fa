import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { root } from "./openDemo.ts";

const { default: manifest } = await import("../../package.json", { with: { type: "json" } });

/** The file that `npm run package` makes. */
export const packagedExtension = join(root, `${manifest.name}-${manifest.version}.vsix`);

/** Builds and packages the extension by `npm run package`, and returns the file; what it says is shown only when it fails. */
export function packageExtension(): string {
  const shell = process.platform === "win32";
  const { status } = spawnSync("npm", ["run", "--silent", "package"], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    shell,
  });
  if (status !== 0) {
    throw new Error(`npm run package ended with exit code ${status}.`);
  }
  return packagedExtension;
}
