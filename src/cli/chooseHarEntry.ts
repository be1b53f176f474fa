import { findMisses, type HarEntry, readHar } from "../engine/requests/sources/readHar.ts";
import { CliError } from "./cliError.ts";

const LISTED = 20;

/**
 * Chooses one entry of a HAR file: the one of the 1-based number, else the only one that ended in 404 or 410, else the
 * only one there is; throws a `CliError` that lists what there is to choose from.
 */
export function chooseHarEntry(text: string, number: number | null, file: string): HarEntry {
  const har = readHar(text);
  const misses = findMisses(har);
  const candidates = misses.length > 0 ? misses : har.entries;
  const [only, ...more] = candidates;
  if (!only) {
    throw new CliError("no-such-request", har.problems[0]?.message ?? `${file} holds no request.`);
  }
  if (number !== null) {
    const found = har.entries.find((entry) => entry.number === number);
    if (found) {
      return found;
    }
    throw new CliError("no-such-request", `${file} has no entry ${number}; it has:\n${listEntries(candidates, file)}`);
  }
  if (more.length === 0) {
    return only;
  }
  const kind = misses.length > 0 ? "entries that ended in 404 or 410" : "entries";
  throw new CliError(
    "choose-a-request",
    `${file} holds ${candidates.length} ${kind}; choose one with FILE.har:N:\n${listEntries(candidates, file)}`,
  );
}

function listEntries(entries: readonly HarEntry[], file: string): string {
  const lines = entries
    .slice(0, LISTED)
    .map(({ number, request, response }) =>
      `  ${file}:${number}  ${request.method} ${request.url}  ${response?.status ?? ""}`.trimEnd(),
    );
  const rest = entries.length - lines.length;
  return [...lines, ...(rest > 0 ? [`  and ${rest} more`] : [])].join("\n");
}
