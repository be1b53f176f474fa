import type { RequestFile } from "../engine/model/request.ts";
import { parseCurl } from "../engine/requests/sources/parseCurl.ts";
import { requestFromUrl } from "../engine/requests/sources/requestFromUrl.ts";
import { CliError } from "./cliError.ts";
import type { RequestSource } from "./invocation.ts";

/** The request that stands on the command line itself, with what is wrong in reading it; throws a `CliError` when it is none. */
export function writeRequest(source: Exclude<RequestSource, { kind: "file" }>): RequestFile {
  if (source.kind === "url") {
    const { url, method, headers, body } = source;
    const given = { ...(method === null ? {} : { method }), ...(body === null ? {} : { body }) };
    return { requests: [requestFromUrl({ url, headers, ...given })], variables: [], problems: [] };
  }
  const { request, problems } = parseCurl(source.command);
  if (!request) {
    throw new CliError("bad-arguments", `--curl: ${problems[0]?.message ?? "This is not a curl command."}`);
  }
  return { requests: [request], variables: [], problems };
}
