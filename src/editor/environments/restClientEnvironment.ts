import { readFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";

/** The folders in which REST Client keeps what it remembers, the first that holds the file wins. */
export function restClientFolders(variables: Readonly<Record<string, string | undefined>>): readonly string[] {
  const own = join(homedir(), ".rest-client");
  const shared = variables["XDG_CONFIG_HOME"];
  return shared === undefined ? [own] : [own, join(shared, "rest-client")];
}

/** The name of the environment that is active in REST Client, by its file environment.json; null where there is none, or what is read is none. Never rejects. */
export async function readRestClientEnvironment(folders: readonly string[]): Promise<string | null> {
  for (const folder of folders) {
    const name = nameIn(await readFile(join(folder, "environment.json"), "utf8").catch(() => ""));
    if (name !== null) {
      return name;
    }
  }
  return null;
}

function nameIn(text: string): string | null {
  try {
    const { name } = JSON.parse(text) as { readonly name?: unknown };
    return typeof name === "string" && !name.startsWith("$") ? name : null;
  } catch {
    return null;
  }
}
