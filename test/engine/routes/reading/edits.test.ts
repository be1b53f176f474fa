import assert from "node:assert/strict";
import { globSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { RouteTable } from "../../../../src/engine/model/route.ts";
import type { Files } from "../../../../src/engine/ports.ts";
import { createRouteReader, type RouteReader } from "../../../../src/engine/routes/reading/routeReader.ts";
import { grammars } from "../workspace.ts";

const apps = join(import.meta.dirname, "../../../apps");

/** The sample apps that make one workspace: services in two languages, of which some share nothing. */
const names = ["express5", "nest11", "koa3", "flask2", "django3", "fastapi0", "reactRouter8"];

function readApps(): ReadonlyMap<string, string> {
  const found = names.flatMap((name) => globSync(`${name}/**/*`, { cwd: apps, exclude: ["**/node_modules/**"] }));
  const files = found.filter((file) => statSync(join(apps, file)).isFile()).toSorted();
  return new Map(files.map((file) => [file, readFileSync(join(apps, file), "utf8")]));
}

function filesOf(texts: ReadonlyMap<string, string>): Files {
  return {
    read: async (file) => (texts.has(file) ? new TextEncoder().encode(texts.get(file)) : undefined),
    list: async () => [...texts].map(([file, text]) => ({ file, size: text.length, modified: 1 })),
  };
}

async function start(texts: ReadonlyMap<string, string>): Promise<RouteReader> {
  const reader = createRouteReader(filesOf(texts), grammars);
  await reader.readAll(() => {});
  return reader;
}

/** All that a table says of routes. */
function saidBy({ routes, pages, rewrites }: RouteTable): unknown {
  return { routes, pages: pages ?? [], rewrites };
}

interface Edit {
  readonly file: number;
  readonly kind: "text" | "word" | "remove" | "repeat" | "swap" | "insert" | "undo";
  readonly at: number;
}

const edits: fc.Arbitrary<Edit> = fc.record({
  file: fc.nat(),
  kind: fc.constantFrom("text", "text", "word", "remove", "repeat", "swap", "insert", "undo"),
  at: fc.nat(),
});

/** What a person may do to a text: change a literal or a name, or remove, repeat, swap or write lines. */
function change(text: string, original: string, { kind, at }: Edit): string {
  const lines = text.split("\n");
  const line = at % lines.length;
  if (kind === "undo") return original;
  if (kind === "text" || kind === "word") {
    const places = [...text.matchAll(kind === "text" ? /(["'])\/?[\w/:<>{}-]*\1/g : /\b[a-z]\w+\b/g)];
    const place = places[at % Math.max(1, places.length)];
    if (place === undefined) return text;
    const end = place.index + place[0].length - (kind === "text" ? 1 : 0);
    return `${text.slice(0, end)}${kind === "text" ? "/x" : "s"}${text.slice(end)}`;
  }
  if (kind === "remove") lines.splice(line, 1);
  if (kind === "repeat") lines.splice(line, 0, lines[line] ?? "");
  if (kind === "insert") lines.splice(line, 0, `${/^\s*/.exec(lines[line] ?? "")?.[0] ?? ""}note(limit)`);
  if (kind === "swap") lines.splice(line, 2, ...lines.slice(line, line + 2).reverse());
  return lines.join("\n");
}

describe("a table that follows edits", () => {
  it("is the one that a reader gives who knows nothing, whatever is edited", async () => {
    const original = readApps();
    const sources = [...original.keys()].filter((file) => /\.(?:[jt]sx?|py|json)$/.test(file));
    await fc.assert(
      fc.asyncProperty(fc.array(edits, { minLength: 1, maxLength: 6 }), async (steps) => {
        const texts = new Map(original);
        const reader = await start(original);
        await reader.table();
        for (const step of steps) {
          const file = sources[step.file % sources.length] ?? "";
          const text = change(texts.get(file) ?? "", original.get(file) ?? "", step);
          texts.set(file, text);
          await reader.setText(file, text);
          const followed = saidBy(await reader.table());
          assert.deepEqual(followed, saidBy(await (await start(texts)).table()), file);
        }
      }),
      { numRuns: 12 },
    );
  });
});
