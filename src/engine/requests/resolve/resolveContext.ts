import type { RequestFile } from "../../model/request.ts";
import type { Clock } from "../../ports.ts";
import type { EnvironmentSet } from "../environments/environmentSet.ts";
import type { ReferencedResponse } from "../variables/requestReference.ts";
import type { BodyFiles } from "./bodyFiles.ts";
import type { Dialect } from "./dialect.ts";

/** Everything a written request may take its values from. */
export interface ResolveContext {
  /** The request file, or null for a request that stands in none; `text` is its text and `parsed` what was read in it. */
  readonly file: string | null;
  readonly text: string;
  readonly parsed: RequestFile;
  readonly environments: EnvironmentSet;
  /** The chosen environment; null takes the only one there is, or none. */
  readonly environment: string | null;
  /** Values that a person gave, by name; they win over all others. */
  readonly given: Readonly<Record<string, string>>;
  readonly clock: Clock;
  /** Whose rules decide where tools differ. */
  readonly dialect?: Dialect;
  /** `verbatim` leaves `{{…}}` alone, for requests that were recorded rather than written. */
  readonly variables?: "resolved" | "verbatim";
  /** Responses received in this session by the name of their request; a response recorded in the file serves where there is none. */
  readonly responses?: ReadonlyMap<string, ReferencedResponse>;
  /** The content of the files that the body names, as `readBodyFiles` reads them. */
  readonly bodyFiles?: BodyFiles;
}

/** The environment whose values are used: the chosen one, else the only one. */
export function usedEnvironment(context: ResolveContext): string | null {
  const { names } = context.environments;
  return context.environment ?? (names.length === 1 ? (names[0] as string) : null);
}
