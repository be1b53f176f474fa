import type { RequestFile, WrittenRequest } from "../model/request.ts";

/**
 * Finds the request to which a 1-based line belongs: its `###` line, the comments and directives above it, any of its own lines, and
 * blank lines down to the next request. Null above the first request and in a file without requests.
 */
export function findRequestAtLine(file: RequestFile, line: number): WrittenRequest | null {
  return file.requests.findLast((request) => request.startLine <= line) ?? null;
}

/** Finds a request by its `@name` or title: exactly, else without regard to letter case. The first of several wins. */
export function findRequestByName(file: RequestFile, name: string): WrittenRequest | null {
  const exact = file.requests.find((request) => request.name === name);
  if (exact !== undefined) return exact;
  const wanted = name.trim().toLowerCase();
  return file.requests.find((request) => request.name?.trim().toLowerCase() === wanted) ?? null;
}
