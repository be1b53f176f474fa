import type { WrittenRequest } from "../../model/request.ts";
import type { Files } from "../../ports.ts";
import { readFileLine } from "../grammar/bodyLines.ts";
import { expandText, joinParts, startExpansion } from "../variables/expandText.ts";
import { writtenOrigin } from "../variables/textOrigins.ts";
import { createScope } from "../variables/variableScope.ts";
import type { ResolveContext } from "./resolveContext.ts";

/** The content of files by the path under which a body names them, variables put in. */
export type BodyFiles = ReadonlyMap<string, Uint8Array>;

const MOST_FILES = 100;

/**
 * Reads every file that the body of a request names, from the folder of the request file, else from the root of the workspace.
 * Never rejects; a file that cannot be read is left out, and resolving the request then says so.
 */
export async function readBodyFiles(
  written: WrittenRequest,
  context: ResolveContext,
  files: Files,
): Promise<BodyFiles> {
  if (context.variables === "verbatim") return new Map();
  const expansion = startExpansion(context, createScope(context), new Set());
  const names = fileNames(written).map((name) =>
    joinParts(expandText(expansion, name, writtenOrigin(expansion, name, null))),
  );
  const found = new Map<string, Uint8Array>();
  for (const name of new Set(names.slice(0, MOST_FILES))) {
    const bytes = await readFirst(files, placesOf(name, context.file));
    if (bytes !== undefined) found.set(name, bytes);
  }
  return found;
}

function fileNames(written: WrittenRequest): readonly string[] {
  if (written.bodyFile !== null) return [written.bodyFile];
  const lines = written.body?.includes("<") === true ? written.body.split("\n") : [];
  return lines.map((line) => readFileLine(line)?.file).filter((name) => name !== undefined);
}

async function readFirst(files: Files, places: readonly string[]): Promise<Uint8Array | undefined> {
  for (const place of places) {
    const bytes = await files.read(place);
    if (bytes !== undefined) return bytes;
  }
  return undefined;
}

function placesOf(name: string, file: string | null): readonly string[] {
  const path = name.replaceAll("\\", "/");
  if (path.startsWith("/") || /^[A-Za-z]:\//.test(path)) return [path];
  const folder = file === null ? "" : file.slice(0, file.lastIndexOf("/") + 1);
  return [...new Set([joinPath(folder, path), joinPath("", path)])].filter((place) => place !== "");
}

/** Joins with `.` and `..` taken out; a path that would leave its root is empty. */
function joinPath(folder: string, path: string): string {
  const joined: string[] = [];
  for (const piece of `${folder}${path}`.split("/")) {
    if (piece === "..") {
      if (joined.pop() === undefined) return "";
    } else if (piece !== "." && piece !== "") joined.push(piece);
  }
  return `${folder.startsWith("/") ? "/" : ""}${joined.join("/")}`;
}
