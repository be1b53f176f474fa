import type { Rewrite } from "../../model/route.ts";
import type { Engine } from "../graph/engine.ts";

/** One dialect in which a workspace says that requests for one path are sent to another. */
export interface Gateway {
  readonly name: string;
  /** Names of the files that hold the dialect; those written in code are linked before they are read. */
  readonly files: RegExp;
  /** What a data file of such a name must hold besides; absent where the name says it all. */
  readonly cue?: RegExp;
  /** The rewrites that a file of code declares, asked once when all modules have run. */
  readLinked?(file: string, engine: Engine): readonly Rewrite[];
  /** The rewrites that a data file states. */
  readText?(file: string, text: string): readonly Rewrite[];
}

/** True when a file may hold the dialect. */
export function mayHold({ files, cue }: Gateway, file: string, text: string): boolean {
  return files.test(file) && (cue?.test(text) ?? true);
}
