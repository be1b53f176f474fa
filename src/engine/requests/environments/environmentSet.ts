import type { Location, Problem, Range } from "../../model/place.ts";

/** One value of an environment and the place that defines it; `secret` when the file it stands in is private. */
export interface EnvironmentValue {
  readonly value: string;
  readonly location: Location;
  readonly secret: boolean;
  /** The stretch of its file that holds a string of JSON, without its quotes, and what stands there; absent for other values. */
  readonly written?: { readonly range: Range; readonly text: string };
  /** The value of the same name in the shared file beside the private one, which JetBrains prefers. */
  readonly shadows?: EnvironmentValue;
}

/** Where a file can take another value of an environment: a stretch of it, and what stands before and after the new property. */
export interface EnvironmentHome {
  readonly file: string;
  readonly secret: boolean;
  /** The stretch that is replaced, and what it reads. */
  readonly range: Range;
  readonly text: string;
  readonly before: string;
  readonly after: string;
}

/** What is wrong in a file that defines environments. */
export interface EnvironmentProblem extends Problem {
  readonly file: string;
}

/**
 * All environments that a request file can see. `names` are those a person can choose, in file order; `environments` also holds
 * `$shared` (values of every environment), `$default` (values where none is chosen) and `$dotenv` (values of `.env` files), where there
 * are any.
 */
export interface EnvironmentSet {
  readonly names: readonly string[];
  readonly environments: ReadonlyMap<string, ReadonlyMap<string, EnvironmentValue>>;
  /** The places that can take another value, by the name of their environment, the nearest first. */
  readonly homes: ReadonlyMap<string, readonly EnvironmentHome[]>;
  readonly problems: readonly EnvironmentProblem[];
}

/** The environment whose values every other one shares. */
export const sharedEnvironment = "$shared";

/** The environment that httpYac uses where none is chosen. */
export const defaultEnvironment = "$default";

/** The key under which the values of `.env` files stand. */
export const dotenvEnvironment = "$dotenv";

/** The set without any environment, for requests that belong to no file. */
export const noEnvironments: EnvironmentSet = { names: [], environments: new Map(), homes: new Map(), problems: [] };
