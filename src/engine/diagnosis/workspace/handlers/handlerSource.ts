import type { Location } from "../../../model/place.ts";
import type { Files } from "../../../ports.ts";

/** The text of a handler from its first line, and of the functions of its own file that it calls. */
export interface HandlerSource {
  readonly text: string;
  readonly called: string;
}

const mostLines = 60;
const mostCalled = 6;

/** Reads a handler out of its file, by indentation; null when the file cannot be read. */
export async function readHandler(location: Location, files: Files): Promise<HandlerSource | null> {
  const bytes = await files.read(location.file);
  if (!bytes) {
    return null;
  }
  const lines = new TextDecoder().decode(bytes).split(/\r\n|\r|\n/);
  const text = readBlock(lines, location.line - 1);
  const names = new Set([...text.matchAll(/(?<![.\w$])([A-Za-z_$][\w$]*)\s*\(/g)].map(([, name]) => name ?? ""));
  const called = [...names]
    .map((name) => lines.findIndex((line, index) => index !== location.line - 1 && defines(line, name)))
    .filter((index) => index >= 0)
    .slice(0, mostCalled)
    .map((index) => readBlock(lines, index));
  return { text, called: called.join("\n") };
}

function defines(line: string, name: string): boolean {
  const found = /^\s*(?:export\s+)?(?:async\s+)?(?:function\*?|const|let|var|def)\s+([\w$]+)/.exec(line);
  return found?.[1] === name;
}

/** The lines from one to the next that is indented no deeper and starts something new. */
function readBlock(lines: readonly string[], start: number): string {
  const first = lines[start] ?? "";
  const depth = first.search(/\S/);
  const rest = lines.slice(start + 1, start + mostLines);
  const end = rest.findIndex((line) => line.trim() !== "" && line.search(/\S/) <= depth && !/^\s*[)}\]]/.test(line));
  return [first, ...(end < 0 ? rest : rest.slice(0, end))].join("\n");
}
