import { globSync } from "node:fs";
import { join } from "node:path";

/** Runs every bundled test of test/editor inside the extension host; rejects when one fails. VS Code calls it by this name. */
export async function run(): Promise<void> {
  const { default: Mocha } = await import("mocha");
  const mocha = new Mocha({ ui: "bdd", timeout: 60_000, reporter: "spec", color: false });
  const folder = join(__dirname, "../editor");
  for (const file of globSync("**/*.test.cjs", { cwd: folder }).toSorted()) {
    mocha.addFile(join(folder, file));
  }
  console.log("editor suite: begins");
  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run((failures) => {
      const { passes = 0, pending = 0 } = runner.stats ?? {};
      console.log(`editor suite: ${passes} passed, ${failures} failed, ${pending} skipped`);
      failures === 0 ? resolve() : reject(new Error(`${failures} tests of the editor suite failed.`));
    });
  });
}
