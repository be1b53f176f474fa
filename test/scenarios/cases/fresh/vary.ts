import type { FileTree, Scenario } from "../../scenario.ts";

/** Files of a base with every occurrence of some texts replaced; throws where a text is not found, so that a variation never equals its base unnoticed. */
export function edit(files: FileTree, edits: readonly (readonly [file: string, from: string, to: string])[]): FileTree {
  const changed: Record<string, string> = { ...files };
  for (const [file, from, to] of edits) {
    const text = changed[file] ?? "";
    if (!text.includes(from)) {
      throw new Error(`${file} holds no "${from}"`);
    }
    changed[file] = text.replaceAll(from, to);
  }
  return changed;
}

/** The only scenario of a file of cases; throws where there is none. */
export function first(scenarios: readonly Scenario[]): Scenario {
  const [scenario] = scenarios;
  if (scenario === undefined) {
    throw new Error("No scenario to vary");
  }
  return scenario;
}
