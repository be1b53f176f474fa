import type { Location } from "../../model/place.ts";
import type { Route } from "../../model/route.ts";
import type { Files } from "../../ports.ts";

/** A condition in the workspace that decides whether a route is served at all: where it stands, and its text. */
export interface Condition {
  /** `enclosing` keeps the route from being registered, `guard` answers in its place. */
  readonly kind: "enclosing" | "guard";
  readonly location: Location;
  readonly text: string;
}

const flagShape = /flag|feature|enable|disable|toggle|experiment|beta|preview|\bplan\b|rollout|env\b|config|settings/i;

/**
 * The condition under which a route or one of its mounts is registered, read from the text around it: an enclosing `if` on a flag,
 * or a guard on the mount's own line that answers 404 while its flag is off. Null when there is none.
 */
export async function findCondition(route: Route, files: Files): Promise<Condition | null> {
  for (const place of [...route.mounts, route]) {
    const bytes = await files.read(place.file);
    const lines = bytes ? new TextDecoder().decode(bytes).split(/\r\n|\r|\n/) : [];
    const found = findEnclosing(lines, place) ?? findGuard(lines, place) ?? findClosedParameters(lines, place.file);
    if (found) {
      return found;
    }
  }
  return null;
}

function findEnclosing(lines: readonly string[], place: Location): Condition | null {
  let depth = (lines[place.line - 1] ?? "").search(/\S/);
  const own = lines[place.line - 1] ?? "";
  if (/^\s*if\b/.test(own) && flagShape.test(own)) {
    return conditionAt(lines, place.file, place.line - 1, "enclosing");
  }
  for (let index = place.line - 2; index >= 0 && depth > 0; index -= 1) {
    const line = lines[index] ?? "";
    const indent = line.search(/\S/);
    if (indent < 0 || indent >= depth) {
      continue;
    }
    depth = indent;
    if (/^\s*(?:if|elif|else if|unless)\b/.test(line) && flagShape.test(line)) {
      return conditionAt(lines, place.file, index, "enclosing");
    }
  }
  return null;
}

/** Next.js answers 404 for every parameter that was not built where `dynamicParams` is false. */
function findClosedParameters(lines: readonly string[], file: string): Condition | null {
  const index = lines.findIndex((line) => /^\s*export const dynamicParams\s*(?::\s*\w+\s*)?=\s*false\b/.test(line));
  return index < 0 ? null : conditionAt(lines, file, index, "guard");
}

/** A guard named on the line (`app.use("/x", requireFeature(flag), router)`) whose own definition speaks of 404. */
function findGuard(lines: readonly string[], place: Location): Condition | null {
  const names = (lines[place.line - 1] ?? "").match(/\b[A-Za-z_$][\w$]*\b/g) ?? [];
  for (const name of new Set(names)) {
    const defined = lines.findIndex((line) =>
      new RegExp(`\\b(?:const|let|var|function|def)\\s+${name.replaceAll("$", "\\$")}\\b`).test(line),
    );
    const text = defined < 0 ? "" : readDefinition(lines, defined);
    const isGuard = /\bnext\b/.test(text) && /\b404\b|not.?found/i.test(text);
    if (isGuard && defined !== place.line - 1 && flagShape.test(`${lines[place.line - 1]} ${text}`)) {
      return conditionAt(lines, place.file, place.line - 1, "guard");
    }
  }
  return null;
}

const mostDefinitionLines = 12;

/** A definition from its first line to the last that is indented deeper, its closing line included. */
function readDefinition(lines: readonly string[], start: number): string {
  const depth = (lines[start] ?? "").search(/\S/);
  const rest = lines.slice(start + 1, start + mostDefinitionLines);
  const end = rest.findIndex((line) => line.trim() !== "" && line.search(/\S/) <= depth);
  return [lines[start] ?? "", ...(end < 0 ? rest : rest.slice(0, end))].join("\n");
}

function conditionAt(lines: readonly string[], file: string, index: number, kind: Condition["kind"]): Condition {
  const line = lines[index] ?? "";
  return { kind, location: { file, line: index + 1, column: Math.max(0, line.search(/\S/)) + 1 }, text: line.trim() };
}
