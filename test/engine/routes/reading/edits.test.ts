import assert from "node:assert/strict";
import { globSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import fc from "fast-check";
import { change, type Edit, readAll, saidBy } from "../edits.ts";

const apps = join(import.meta.dirname, "../../../apps");

/** The sample apps that make one workspace: services in two languages, of which some share nothing. */
const names = ["express5", "nest11", "koa3", "flask2", "django3", "fastapi0", "reactRouter8"];

function readApps(): ReadonlyMap<string, string> {
  const found = names.flatMap((name) => globSync(`${name}/**/*`, { cwd: apps, exclude: ["**/node_modules/**"] }));
  const files = found.filter((file) => statSync(join(apps, file)).isFile()).toSorted();
  return new Map(files.map((file) => [file, readFileSync(join(apps, file), "utf8")]));
}

interface Step extends Edit {
  readonly file: number;
}

const edits: fc.Arbitrary<Step> = fc.record({
  file: fc.nat(),
  kind: fc.constantFrom("text", "text", "word", "remove", "repeat", "swap", "insert", "undo"),
  at: fc.nat(),
});

describe("a table that follows edits", () => {
  it("is the one that a reader gives who knows nothing, whatever is edited", async () => {
    const original = readApps();
    const sources = [...original.keys()].filter((file) => /\.(?:[jt]sx?|py|json)$/.test(file));
    await fc.assert(
      fc.asyncProperty(fc.array(edits, { minLength: 1, maxLength: 6 }), async (steps) => {
        const texts = new Map(original);
        const reader = await readAll(original);
        await reader.table();
        for (const step of steps) {
          const file = sources[step.file % sources.length] ?? "";
          const text = change(texts.get(file) ?? "", original.get(file) ?? "", step);
          texts.set(file, text);
          await reader.setText(file, text);
          const followed = saidBy(await reader.table());
          assert.deepEqual(followed, saidBy(await (await readAll(texts)).table()), file);
        }
      }),
      { numRuns: 12 },
    );
  });
});
