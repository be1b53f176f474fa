import type { RouteTable } from "../engine/model/route.ts";

/** What the worker is started with. */
export interface IndexerData {
  readonly root: string;
  /** The folder beside which the grammars lie. */
  readonly grammarFolder: string;
  readonly cacheFile: string | null;
  /** Globs that say where routes are looked for (everywhere when there are none), and which files are left out. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/** What the worker is told: files changed or went, a text not yet saved (null: saved or closed), or to say when all that is done. */
export type IndexerRequest =
  | { readonly kind: "changed"; readonly files: readonly string[] }
  | { readonly kind: "text"; readonly file: string; readonly text: string | null }
  | { readonly kind: "settle"; readonly id: number };

/**
 * What the worker says: before it looked at any file the table that an earlier run left, if there is one, and then either a table that
 * is not like it, or that it still holds, with what the files are like now.
 */
export type IndexerReply =
  | { readonly kind: "progress"; readonly done: number; readonly total: number }
  | { readonly kind: "remembered"; readonly table: RouteTable }
  | { readonly kind: "table"; readonly table: RouteTable }
  | { readonly kind: "confirmed"; readonly stats: RouteTable["stats"] }
  | { readonly kind: "settled"; readonly id: number };
