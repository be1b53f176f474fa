import { it } from "node:test";
import type { Page } from "playwright-core";
import { takePicture } from "../vscode/person.ts";

/**
 * A walk of steps that build on each other: once one fails, what it saw is kept as a picture and the steps after it are
 * skipped, naming it. A step that waits for what never comes fails after three minutes. `page` is asked when a step fails, so it may be opened in `before`.
 */
export function createSteps(page: () => Page | undefined): (name: string, run: () => Promise<void>) => void {
  let failed: string | undefined;
  return (name, run) => {
    void it(name, { timeout: 180_000 }, async (test) => {
      let ended = false;
      test.signal.addEventListener("abort", () => {
        failed ??= ended ? undefined : name;
      });
      if (failed !== undefined) {
        test.skip(`"${failed}" failed before`);
        return;
      }
      try {
        await run();
      } catch (error) {
        failed = name;
        const open = page();
        if (open !== undefined) {
          await takePicture(open, `failed-${name.replace(/\W+/g, "-")}`);
        }
        throw error;
      } finally {
        ended = true;
      }
    });
  };
}
