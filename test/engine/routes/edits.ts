import type { RouteTable } from "../../../src/engine/model/route.ts";
import type { Files } from "../../../src/engine/ports.ts";
import { createRouteReader, type RouteReader } from "../../../src/engine/routes/reading/routeReader.ts";
import { grammars } from "./workspace.ts";

/** Something that a person does to a text; `at` says where, and means something in every text. */
export interface Edit {
  readonly kind: "text" | "word" | "remove" | "repeat" | "swap" | "insert" | "undo";
  readonly at: number;
}

/** Changes a literal or a name, or removes, repeats, swaps or writes lines, or goes back to the text there was. */
export function change(text: string, original: string, { kind, at }: Edit): string {
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

/** A reader that has read these texts. */
export async function readAll(texts: ReadonlyMap<string, string>): Promise<RouteReader> {
  const files: Files = {
    read: async (file) => (texts.has(file) ? new TextEncoder().encode(texts.get(file)) : undefined),
    list: async () => [...texts].map(([file, text]) => ({ file, size: text.length, modified: 1 })),
  };
  const reader = createRouteReader(files, grammars);
  await reader.readAll(() => {});
  return reader;
}

/** All that a table says of routes. */
export function saidBy({ routes, pages, rewrites }: RouteTable): unknown {
  return { routes, pages: pages ?? [], rewrites };
}
