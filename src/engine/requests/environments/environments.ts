import type { Files } from "../../ports.ts";
import { readDotenv } from "./dotenv.ts";
import { type EnvironmentJson, type JsonPath, readEnvironmentJson } from "./environmentJson.ts";
import {
  dotenvEnvironment,
  type EnvironmentHome,
  type EnvironmentProblem,
  type EnvironmentSet,
  type EnvironmentValue,
  sharedEnvironment,
} from "./environmentSet.ts";
import { noPersonalVariables, type PersonalVariables, readPersonalVariables } from "./personalVariables.ts";

type Values = ReadonlyMap<string, EnvironmentValue>;

/** A kind of file that defines environments: where it lies beside a request file, and where they stand in it. */
interface SourceKind {
  readonly name: string;
  readonly path: JsonPath;
  readonly secret: boolean;
}

const MOST_NAMES = 50;
const KULALA_SHARED = "$kulalaShared";

/** In the order in which a value wins; the private files of a folder win over its shared one. */
const SOURCE_KINDS: readonly SourceKind[] = [
  { name: "http-client.private.env.json", path: [], secret: true },
  { name: "http-client.env.json.user", path: [], secret: true },
  { name: "http-client.env.json", path: [], secret: false },
  { name: ".vscode/settings.json", path: ["rest-client.environmentVariables"], secret: false },
  { name: ".httpyac.json", path: ["environments"], secret: false },
];

/** What defines environments outside the folders of a request file. */
export interface OtherEnvironments {
  /** Names that `.env` files may stand for; those without a file on the way up to the root are left out. */
  readonly dotenvNames?: readonly string[];
  /** The environments of REST Client in the person's own settings, which every folder's win over. */
  readonly personal?: PersonalVariables;
}

/**
 * Reads every environment that a request file can see, from its folder up to the root of the workspace; the nearest folder wins.
 * Never rejects: what cannot be read is a problem.
 */
export async function readEnvironments(
  files: Files,
  file: string,
  { dotenvNames = [], personal = noPersonalVariables }: OtherEnvironments = {},
): Promise<EnvironmentSet> {
  const merged = new Map<string, Map<string, EnvironmentValue>>();
  const homes = new Map<string, EnvironmentHome[]>();
  const problems: EnvironmentProblem[] = [];
  const names: string[] = [];
  for (const folder of foldersOf(file)) {
    const found = await Promise.all(SOURCE_KINDS.map((kind) => readSource(files, folder, kind)));
    for (const source of found) {
      problems.push(...source.problems);
      for (const [name, values] of source.environments) merge(merged, name, values);
      for (const [name, home] of source.homes) homes.set(name, [...(homes.get(name) ?? []), home]);
    }
    for (const path of [`${folder}.env`, `${folder}env/.env`])
      merge(merged, dotenvEnvironment, await readDotenvAt(files, path));
    addNames(names, found);
  }
  for (const name of [...new Set([...names, ...dotenvNames])].slice(0, MOST_NAMES)) {
    const isRead = /^[\w.-]+$/.test(name) && (await mergeDotenv(merged, name, files, file));
    if (isRead && !names.includes(name)) names.push(name);
  }
  const own = await readPersonalVariables(files, personal);
  problems.push(...own.problems);
  for (const [name, values] of own.environments) merge(merged, name, values);
  addNames(names, [own]);
  if (merged.get(dotenvEnvironment)?.size === 0) merged.delete(dotenvEnvironment);
  return { names, environments: merged, homes, problems };
}

/** Adds the values of the `.env` files of one environment, as REST Client and httpYac name them; false when there is none. */
async function mergeDotenv(
  merged: Map<string, Map<string, EnvironmentValue>>,
  name: string,
  files: Files,
  file: string,
): Promise<boolean> {
  const paths = [`.env.${name}`, `${name}.env`, `env/.env.${name}`, `env/${name}.env`];
  let count = 0;
  for (const folder of foldersOf(file)) {
    for (const path of paths) {
      const values = await readDotenvAt(files, `${folder}${path}`);
      count += values.size;
      if (values.size > 0) merge(merged, name, values);
    }
  }
  return count > 0;
}

/** The folders from the one that holds the file up to the root, each with a slash at its end or empty. */
function foldersOf(file: string): readonly string[] {
  const parts = file.replaceAll("\\", "/").split("/").slice(0, -1);
  const isAbsolute = file.startsWith("/") || /^[A-Za-z]:/.test(file);
  const folders = parts.map((_, index) => `${parts.slice(0, parts.length - index).join("/")}/`);
  return isAbsolute ? folders.slice(0, 1) : [...folders, ""];
}

async function readSource(files: Files, folder: string, kind: SourceKind): ReturnType<typeof readNothing> {
  const file = `${folder}${kind.name}`;
  const bytes = await files.read(file);
  if (bytes === undefined) return readNothing();
  const read = readEnvironmentJson(decode(bytes), file, kind.path, kind.secret);
  return kind.path.length > 0 && read.environments.size === 0 ? { ...read, problems: [] } : read;
}

async function readNothing(): Promise<EnvironmentJson> {
  return { environments: new Map(), homes: new Map(), problems: [] };
}

async function readDotenvAt(files: Files, file: string): Promise<Values> {
  const bytes = await files.read(file);
  return bytes === undefined ? new Map() : readDotenv(decode(bytes), file);
}

/** Without a byte order mark, as an editor counts. */
function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes.subarray(0, 4 * 1024 * 1024));
}

/** Adds values that nothing nearer defines; a private value remembers the shared one that it hides. */
function merge(merged: Map<string, Map<string, EnvironmentValue>>, written: string, values: Values): void {
  const environment = written === KULALA_SHARED ? sharedEnvironment : written;
  const known = merged.get(environment) ?? new Map<string, EnvironmentValue>();
  merged.set(environment, known);
  for (const [name, value] of values) {
    const nearer = known.get(name);
    if (nearer === undefined) known.set(name, value);
    else if (nearer.secret && !value.secret && nearer.shadows === undefined)
      known.set(name, { ...nearer, shadows: value });
  }
}

/** Names stand in the order in which the files name them, those of shared files before those that only private files name. */
function addNames(names: string[], found: readonly { readonly environments: ReadonlyMap<string, Values> }[]): void {
  const order = [...found.keys()].toSorted((one, other) => rank(one) - rank(other));
  for (const index of order) {
    for (const name of found[index]?.environments.keys() ?? []) {
      if (!name.startsWith("$") && !names.includes(name)) names.push(name);
    }
  }
}

function rank(index: number): number {
  return SOURCE_KINDS[index]?.secret === true ? 1 : 0;
}
