import { createMask } from "../engine/secrets.ts";
import { requestsJson } from "../report/requests/requestsJson.ts";
import { requestsText } from "../report/requests/requestsText.ts";
import type { Answer } from "./answer.ts";
import { CliError } from "./cliError.ts";
import type { Invocation } from "./invocation.ts";
import { openWorkspace } from "./openWorkspace.ts";
import { parseRequests } from "./parseRequests.ts";
import { isFile, readInput } from "./readInput.ts";

/** `parse FILE…`: the requests of the files as read; nothing is resolved and nothing is sent. */
export async function parseCommand({ options, files }: Invocation & { kind: "parse" }): Promise<Answer> {
  const workspace = await openWorkspace(options.workspace);
  const read = [];
  for (const path of files) {
    if (!(await isFile(path, path))) {
      throw new CliError("unreadable-input", `There is no file ${path}.`);
    }
    const file = workspace.nameOf(path);
    read.push({ file, content: parseRequests(file, await readInput(workspace.files, file, path)) });
  }
  const document = requestsJson(read, createMask([]));
  return { status: 0, document, text: (view) => requestsText(document, view) };
}
