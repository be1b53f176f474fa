import { type Cutter, push, report, type Step } from "./wordCutter.ts";

/** Whether a shell would put values in for `$NAME` and the like, or the command stands in a request file, where nothing does. */
export type ShellValues = "put-in" | "as-written";

const VARIABLE = /^\$(?:([A-Za-z_]\w*)|\{(?:env:)?([A-Za-z_]\w*)(?:[^A-Za-z_}][^}\n]*)?\})/;
const POWERSHELL_VARIABLE = /^\$env:([A-Za-z_]\w*)/i;
const LONGEST_COMMAND = 1000;

/**
 * Cuts a value that a shell would put in: `$NAME`, `${NAME}`, `$env:NAME`, `$(command)` or a command between backticks. It becomes
 * `{{NAME}}` or `{{$(command)}}`, which is never sent without a value. Null when none starts here.
 */
export function cutShellValue(cutter: Cutter, values: ShellValues): Step | null {
  const { command, at } = cutter;
  const rest = command.slice(at, at + LONGEST_COMMAND);
  const named = POWERSHELL_VARIABLE.exec(rest) ?? VARIABLE.exec(rest);
  const written = named?.[0] ?? substitutionIn(rest);
  if (written === null) return null;
  const name = named?.[1] ?? named?.[2] ?? `$(${written.replace(/^\$\(|^`|\)$|`$/g, "")})`;
  if (/[{}\r\n]/.test(name)) return null;
  report(cutter, { start: at, end: at + written.length }, "shell-variable", messageOf(written, values));
  return push(cutter, values === "put-in" ? `{{${name}}}` : written, written.length);
}

function messageOf(written: string, values: ShellValues): string {
  return values === "put-in"
    ? `A shell puts the value of ${written} in here; give it with --var, or write it out.`
    : `A shell would put the value of ${written} in here; REST Client sends it as it stands.`;
}

/** A command between `$(` and its `)`, or between backticks, as written. */
function substitutionIn(rest: string): string | null {
  if (rest.startsWith("`")) return /^`[^`\n]+`/.exec(rest)?.[0] ?? null;
  if (!rest.startsWith("$(")) return null;
  let depth = 0;
  for (let at = 1; at < rest.length; at++) {
    if (rest[at] === "(") depth++;
    else if (rest[at] === ")" && --depth === 0) return rest.slice(0, at + 1);
  }
  return null;
}
