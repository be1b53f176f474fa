import type { Files } from "../../ports.ts";
import { type EnvironmentJson, readEnvironmentJson } from "./environmentJson.ts";
import type { EnvironmentValue } from "./environmentSet.ts";

/** The value of `rest-client.environmentVariables` in the person's own settings, and the file that holds these, which may be out of reach. */
export interface PersonalVariables {
  readonly value: unknown;
  readonly file: string;
}

/** Settings that define nothing. */
export const noPersonalVariables: PersonalVariables = { value: null, file: "" };

const SETTING = "rest-client.environmentVariables";

/**
 * Reads the environments of REST Client in the person's own settings. All values are secret, as those of a private file are. Where the
 * file cannot be read, or says something else, they stand at its beginning. Never rejects.
 */
export async function readPersonalVariables(
  files: Files,
  { value, file }: PersonalVariables,
): Promise<Pick<EnvironmentJson, "environments" | "problems">> {
  const known = readEnvironmentJson(JSON.stringify({ [SETTING]: value }), file, [SETTING], true).environments;
  if (known.size === 0) return { environments: known, problems: [] };
  const bytes = await files.read(file);
  const text = bytes === undefined ? "" : new TextDecoder().decode(bytes);
  const written = readEnvironmentJson(text, file, [SETTING], true).environments;
  const environments = [...known].map(([name, values]) => [name, locate(values, written.get(name), file)] as const);
  return { environments: new Map(environments), problems: [] };
}

function locate(
  known: ReadonlyMap<string, EnvironmentValue>,
  written: ReadonlyMap<string, EnvironmentValue> | undefined,
  file: string,
): ReadonlyMap<string, EnvironmentValue> {
  const located = [...known].map(([name, { value, secret }]) => {
    const own = written?.get(name);
    return [name, own?.value === value ? own : { value, secret, location: { file, line: 1, column: 1 } }] as const;
  });
  return new Map(located);
}
