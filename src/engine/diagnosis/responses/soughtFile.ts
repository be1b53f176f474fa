import type { Response } from "../../model/exchange.ts";
import type { Files } from "../../ports.ts";

const readAtMost = 8192;
/** How the errors of file systems name what they missed: Node, Python, Ruby and C say `No such file or directory`, Java and .NET name their exception. */
const missed =
  /\b(?:ENOENT|ENOTDIR|no such file or directory|FileNotFoundException|NoSuchFileException|Could not find file)\b[^\n]{0,80}?['"‘“]?((?:[a-z]:)?[\\/][^\s'"’”<>()]+)/i;
/** Where disks of servers and of people begin; paths of URLs hardly do. */
const onDisk = /^(?:[a-z]:[\\/]|\/(?:home|Users|private|root|srv|usr|opt|var|tmp|mnt)\/)/i;

/** Whether a path is one of a file system rather than of a URL; `before` is the text in front of it. */
export function isFilePath(path: string, before: string): boolean {
  const isMissed = missed.exec(`${before.slice(-120)}${path}`)?.[1]?.endsWith(path) === true;
  return isMissed || /\b[a-z]:$/i.test(before) || onDisk.test(path);
}

/**
 * The file that an answer says the server looked for, as a path of the workspace where it lies in one of its folders, else by its last two names:
 * what stands before is nobody's business. Null where the answer names no file. Never rejects.
 */
export async function findSoughtFile(response: Response, files: Files): Promise<string | null> {
  const path = missed.exec(response.text.slice(0, readAtMost))?.[1];
  const names = path?.replaceAll("\\", "/").split("/").filter(Boolean) ?? [];
  if (names.length < 2) {
    return null;
  }
  const folders = new Set((await files.list()).map(({ file }) => file.slice(0, file.lastIndexOf("/") + 1)));
  const at = names.findIndex((_name, index) => folders.has(`${names.slice(index, -1).join("/")}/`));
  return names.slice(at < 0 ? -2 : at).join("/");
}
