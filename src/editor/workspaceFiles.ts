import { FileType, type Uri, workspace } from "vscode";
import type { FileEntry, Files } from "../engine/ports.ts";
import { pause } from "../engine/turns.ts";
import { createDiskFiles, listDisk } from "../node/diskFiles.ts";
import { runInSlices } from "./slices.ts";

/** How many files of a workspace that is not on disk are listed. */
const mostVirtualFiles = 5_000;

/** The files of a folder as the person sees them: what is edited and not saved is read as it stands in the editor. */
export function createWorkspaceFiles(root: Uri, uriOf: (file: string) => Uri): Files {
  const stored = root.scheme === "file" ? createSlicedFiles(root.fsPath) : createVirtualFiles(root, uriOf);
  return {
    list: () => stored.list(),
    read: async (file) => {
      const uri = uriOf(file).toString();
      const edited = workspace.textDocuments.find((document) => document.isDirty && document.uri.toString() === uri);
      return edited === undefined ? stored.read(file) : new TextEncoder().encode(edited.getText());
    },
  };
}

/** The files of a folder on disk; listing them and reading many leaves the editor its turns. */
function createSlicedFiles(root: string): Files {
  const files = createDiskFiles(root);
  const read = async (file: string) => {
    await pause();
    return files.read(file);
  };
  const list = async () => {
    await pause();
    return (await runInSlices(listDisk(root), () => true))?.entries ?? [];
  };
  return { read, list };
}

function createVirtualFiles(root: Uri, uriOf: (file: string) => Uri): Files {
  return {
    read: async (file) => {
      try {
        return await workspace.fs.readFile(uriOf(file));
      } catch {
        return undefined;
      }
    },
    list: async () => {
      const uris = await workspace.findFiles("**/*", "**/node_modules/**", mostVirtualFiles);
      const entries = await Promise.all(uris.map((uri) => describe(root, uri)));
      return entries.filter((entry) => entry !== null).sort((one, other) => (one.file < other.file ? -1 : 1));
    },
  };
}

async function describe(root: Uri, uri: Uri): Promise<FileEntry | null> {
  try {
    const { type, size, mtime } = await workspace.fs.stat(uri);
    const isInside = uri.path.startsWith(`${root.path}/`);
    return type === FileType.File && isInside
      ? { file: uri.path.slice(root.path.length + 1), size, modified: mtime }
      : null;
  } catch {
    return null;
  }
}
