const SET =
  /\.set\(\s*["'`]([\w.-]{1,100})["'`]|(?:\bexports|\$global)\.(\w{1,100})\s*=(?!=)|@env-(?:stdin-cmd|json-key)\s+([\w.-]{1,100})/g;
const MOST = 10_000;

/**
 * The names that the scripts of a request file give a value, with the offset where each does so first: `client.global.set("name", …)` of
 * JetBrains and Kulala, `exports.name = …` of httpYac, `# @env-json-key name …` of Kulala. The scripts are read as text, never run.
 */
export function findScriptVariables(text: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const match of text.matchAll(SET)) {
    const name = match[1] ?? match[2] ?? match[3] ?? "";
    if (!found.has(name)) found.set(name, match.index);
    if (found.size >= MOST) break;
  }
  return found;
}
