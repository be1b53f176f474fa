import type { FileEntry } from "../../ports.ts";
import { folderOf, joinPaths } from "./resolveModule.ts";

const PROJECT =
  /(?:^|\/)(?:package\.json|pyproject\.toml|requirements[\w.-]*\.txt|manage\.py|Pipfile|setup\.py|\.env\.\w+)$/;
const NAMES = [".env", ".env.local"];

/**
 * The environment files of a workspace that its listing leaves out, because they are most often ignored by version control: those
 * beside what makes a folder a project. Their time is not known, so that they are read at every listing.
 */
export async function unlistedEnvironments(
  entries: readonly FileEntry[],
  read: (file: string) => Promise<Uint8Array | undefined> | Uint8Array | undefined,
): Promise<readonly FileEntry[]> {
  const listed = new Set(entries.map(({ file }) => file));
  const folders = new Set(entries.flatMap(({ file }) => (PROJECT.test(file) ? [folderOf(file)] : [])));
  const found: FileEntry[] = [];
  for (const folder of new Set(["", ...folders])) {
    for (const file of NAMES.map((name) => joinPaths(folder, name))) {
      const bytes = listed.has(file) ? undefined : await read(file);
      if (bytes !== undefined) found.push({ file, size: bytes.length, modified: Number.POSITIVE_INFINITY });
    }
  }
  return found;
}
