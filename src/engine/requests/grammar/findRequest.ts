import type { RequestFile, WrittenRequest } from "../../model/request.ts";

/**
 * Finds the request to which a 1-based line belongs: its `###` line, the comments and directives above it, any of its own lines, and
 * blank lines down to the next request. Null above the first request and in a file without requests.
 */
export function findRequestAtLine(file: RequestFile, line: number): WrittenRequest | null {
  return file.requests.findLast((request) => request.startLine <= line) ?? null;
}

/** Finds a request by its `@name` or title: exactly, else without regard to letter case. An `@name` wins over a title, then the first of several. */
export function findRequestByName(file: RequestFile, name: string): WrittenRequest | null {
  const names = namesOf(file);
  return names.get(`=${name}`) ?? names.get(`~${name.trim().toLowerCase()}`) ?? null;
}

/** A file may name a request in every line, so the names of a file are gathered once. */
const gathered = new WeakMap<RequestFile, ReadonlyMap<string, WrittenRequest>>();

function namesOf(file: RequestFile): ReadonlyMap<string, WrittenRequest> {
  const known = gathered.get(file);
  if (known !== undefined) return known;
  const names = new Map<string, WrittenRequest>();
  const isNamed = ({ directives }: WrittenRequest) => (directives["name"] ?? "") !== "";
  const bearers = file.requests.filter(isNamed).toReversed();
  for (const request of [...file.requests.toReversed(), ...bearers]) {
    if (request.name === null) continue;
    names.set(`=${request.name}`, request);
    names.set(`~${request.name.trim().toLowerCase()}`, request);
  }
  gathered.set(file, names);
  return names;
}
