import type { Rewrite } from "../../model/route.ts";
import type { Engine } from "../graph/engine.ts";

/** One dialect in which a workspace says that requests for one path are sent to another. */
export interface Gateway {
  readonly name: string;
  /** Names of the files that hold the dialect; those written in code are linked before they are read. */
  readonly files: RegExp;
  /** The rewrites that a file of code declares, asked once when all modules have run. */
  readLinked?(file: string, engine: Engine): readonly Rewrite[];
  /** The rewrites that a data file states. */
  readText?(file: string, text: string): readonly Rewrite[];
}
