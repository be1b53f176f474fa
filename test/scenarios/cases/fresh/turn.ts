import type { FileTree, Scenario, Truth } from "../../scenario.ts";
import { edit } from "./vary.ts";

/** What one turn changes in the files of a scenario: a file's new text, null for a file that goes, or texts to replace in it. */
export type Turn = Readonly<Record<string, string | null | readonly (readonly [from: string, to: string])[]>>;

type Rest = Partial<Omit<Scenario, "truth" | "name" | "files">> & { readonly truth?: Partial<Truth> };

/** Makes a function that turns a scenario of `bases`, named by its name, into another one; it throws where there is no such scenario or no text to replace. */
export function turnsOf(bases: readonly Scenario[]) {
  return (from: string, name: string, turn: Turn, rest: Rest = {}): Scenario => {
    const base = bases.find((scenario) => scenario.name === from);
    if (base === undefined) {
      throw new Error(`No scenario is named ${from}`);
    }
    return { ...base, ...rest, name, files: apply(base.files, turn), truth: { ...base.truth, ...rest.truth } };
  };
}

function apply(files: FileTree, turn: Turn): FileTree {
  const gone = new Set(Object.keys(turn).filter((path) => turn[path] === null));
  const texts = Object.entries(turn).flatMap(([path, change]) => (typeof change === "string" ? [[path, change]] : []));
  const edits = Object.entries(turn).flatMap(([path, change]) =>
    typeof change === "string" || change === null ? [] : change.map(([from, to]) => [path, from, to] as const),
  );
  const kept = Object.entries(edit(files, edits)).filter(([path]) => !gone.has(path));
  return Object.fromEntries([...kept, ...texts]);
}
