import type { WrittenRequest } from "../../../src/engine/model/request.ts";
import type { Clock, Files } from "../../../src/engine/ports.ts";
import { noEnvironments } from "../../../src/engine/requests/environments/environmentSet.ts";
import { findRequestByName } from "../../../src/engine/requests/grammar/findRequest.ts";
import { parseHttpFile } from "../../../src/engine/requests/grammar/parseHttpFile.ts";
import type { ResolveContext } from "../../../src/engine/requests/resolve/resolveContext.ts";

/** A workspace in memory, by path. */
export function filesOf(contents: Readonly<Record<string, string | Uint8Array>>): Files {
  return {
    async read(file) {
      const content = Object.hasOwn(contents, file) ? contents[file] : undefined;
      return typeof content === "string" ? new TextEncoder().encode(content) : content;
    },
    async list() {
      return Object.entries(contents).map(([file, content]) => ({ file, size: content.length, modified: 0 }));
    },
  };
}

/** A clock that stands still at 2026-04-12 09:30 UTC. */
export const stillClock: Clock = { now: () => Date.UTC(2026, 3, 12, 9, 30), elapsed: () => 0 };

/** A request of a text, and everything it may take its values from. */
export interface Prepared {
  readonly written: WrittenRequest;
  readonly context: ResolveContext;
}

/** Reads a file and takes one of its requests, the first unless a name is given. */
export function prepare(text: string, changes: Partial<ResolveContext> = {}, name?: string): Prepared {
  const parsed = parseHttpFile(text);
  const written = name === undefined ? parsed.requests[0] : findRequestByName(parsed, name);
  if (written === null || written === undefined) throw new Error("the text holds no such request");
  const context: ResolveContext = {
    file: "api.http",
    text,
    parsed,
    environments: noEnvironments,
    environment: null,
    given: {},
    clock: stillClock,
    ...changes,
  };
  return { written, context };
}
