import { existsSync, readFileSync } from "node:fs";

/** One request as a server received it; `headers` alternates names and values. */
export interface LoggedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly string[];
}

/** What one server wrote about itself: its port once it listens, and its requests in order. */
export interface RequestLog {
  readonly port: number | null;
  readonly requests: readonly LoggedRequest[];
}

/** Reads the log file of one server; a file that is not there yet is an empty log. */
export function readRequestLog(file: string): RequestLog {
  const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
  // The last piece is either empty or a line that is still being written.
  const entries = lines.slice(0, -1).map((line) => JSON.parse(line) as { port?: number } & Partial<LoggedRequest>);
  const port = entries.find((entry) => entry.port !== undefined)?.port ?? null;
  return { port, requests: entries.filter((entry): entry is LoggedRequest => entry.method !== undefined) };
}
