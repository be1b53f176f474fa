/** The names of all files in path order. */
export interface SortedNames {
  /** Those below a folder, all for the root: the same list each time, so that others may note what they found in it. */
  below(folder: string): readonly string[];
}

const sortedBefore = new WeakMap<ReadonlySet<string>, SortedNames>();

/** Sorts `files` and those of `others` that are not among them; what was sorted is kept as long as `files` is the same object. */
export function sortNames(files: ReadonlySet<string>, others: Iterable<string>): SortedNames {
  const unlisted = [...others].filter((each) => !files.has(each));
  if (unlisted.length > 0) return createNames([...new Set([...files, ...unlisted])].sort());
  const known = sortedBefore.get(files) ?? createNames([...files].sort());
  sortedBefore.set(files, known);
  return known;
}

function createNames(sorted: readonly string[]): SortedNames {
  const folders = new Map<string, readonly string[]>([["", sorted]]);
  return {
    below(folder) {
      const known = folders.get(folder);
      if (known !== undefined) return known;
      // The sign after "/" is "0".
      const found = sorted.slice(firstFrom(sorted, `${folder}/`), firstFrom(sorted, `${folder}0`));
      folders.set(folder, found);
      return found;
    },
  };
}

/** The index of the first name that does not come before `least`. */
function firstFrom(sorted: readonly string[], least: string): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] ?? "") < least) from = middle + 1;
    else to = middle;
  }
  return from;
}
