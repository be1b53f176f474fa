/**
 * The vocabulary of the scenario suite: a workspace as a person would have it, the servers that really run, and what is true about them.
 *
 * `PORT_OF_<server>` in any text stands for the port on which that server of the scenario listens.
 */

/** A file tree: paths with `/` and the text of each file. */
export type FileTree = Readonly<Record<string, string>>;

/** One process that listens on a port of its own; servers start in the order given, so a later one may name an earlier one's port. */
export interface ServerSpec {
  readonly name: string;
  /** A script of the workspace, `deployed:<path>` for one that runs elsewhere than in the workspace, or `front:<name>` for one of `fronts/`. */
  readonly entry: string;
  readonly env?: Readonly<Record<string, string>>;
  /** True for a server that hands requests on to the others, as everything of `fronts/` does. */
  readonly passesOn?: boolean;
  /** True for a service that was stopped: its port is known and nothing listens there. */
  readonly stopped?: boolean;
  /** The Python module it runs on; a scenario is skipped where no interpreter has it. */
  readonly needs?: string;
}

/** A line of a file, named by a text that stands on exactly one line of it. */
export interface Place {
  readonly file: string;
  readonly text: string;
}

/** A fix by what it achieves; every field that is given must hold. `url` is a path with query, or absolute. */
export interface FixTruth {
  readonly url?: string;
  readonly method?: string;
  readonly kind?: string;
}

/** How an investigation must end, as the command line contract names it. */
export type Outcome = "not-found" | "soft-not-found" | "answered" | "unreachable" | "refused-by-policy" | "not-sent";

/** What a careful person would conclude from the workspace and the servers. */
export interface Truth {
  readonly outcome: Outcome;
  /** The kind that is true, then kinds that no evidence can tell from it; none when the honest verdict is "inconclusive" or there is nothing to diagnose. */
  readonly kinds: readonly string[];
  /** The places of which one must be linked. */
  readonly links?: readonly Place[];
  /** The fixes of which one must be offered first. */
  readonly fixes?: readonly FixTruth[];
}

/** A secret and the only servers that may ever see it. */
export interface Credential {
  readonly value: string;
  readonly servers: readonly string[];
}

/** One case of the suite. */
export interface Scenario {
  readonly name: string;
  readonly files: FileTree;
  /** What is running, where that is not what the workspace holds. */
  readonly deployed?: FileTree;
  /** Earlier states of the workspace, oldest first, each committed to a repository of its own before `files` are. */
  readonly history?: readonly { readonly message: string; readonly files: FileTree }[];
  readonly servers: readonly ServerSpec[];
  /** What is put to the servers before the diagnosis starts, as `facts` are written. */
  readonly before?: readonly string[];
  /** The arguments of `diagnose`. */
  readonly ask: readonly string[];
  /** What the servers answer, which makes the truth true: `[server:]METHOD /path STATUS [| Field: value]…`, in this order. */
  readonly facts: readonly string[];
  readonly truth: Truth;
  readonly credentials?: readonly Credential[];
  /** The only unsafe requests that may be sent, as `METHOD /path`; redirects of them included. */
  readonly consented?: readonly string[];
}
