import type { RouteTable } from "../engine/model/route.ts";

/** What the worker is started with. */
export interface IndexerData {
  readonly root: string;
  /** The folder beside which the grammars lie. */
  readonly grammarFolder: string;
  readonly cacheFile: string | null;
}

/** What the worker is told: files changed or went, or a text not yet saved (null: saved or closed). */
export type IndexerRequest =
  | { readonly kind: "changed"; readonly files: readonly string[] }
  | { readonly kind: "text"; readonly file: string; readonly text: string | null };

/** What the worker says. */
export type IndexerReply =
  | { readonly kind: "progress"; readonly done: number; readonly total: number }
  | { readonly kind: "table"; readonly table: RouteTable };
