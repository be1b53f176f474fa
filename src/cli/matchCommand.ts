import { matchUrl } from "../engine/routes/match/matchUrl.ts";
import { createMask } from "../engine/secrets.ts";
import { matchJson } from "../report/routes/matchJson.ts";
import { matchText } from "../report/routes/matchText.ts";
import type { Answer } from "./answer.ts";
import type { Invocation } from "./invocation.ts";
import { openWorkspace } from "./openWorkspace.ts";

/** `match METHOD URL`: how one URL fares against the route table; it ends with status 0 either way, for no 404 was seen. */
export async function matchCommand({ options, method, url }: Invocation & { kind: "match" }): Promise<Answer> {
  const workspace = await openWorkspace(options.workspace);
  const match = matchUrl(await workspace.readRoutes(), method, url);
  const document = matchJson(match, createMask([]).text);
  return { status: 0, document, text: (view) => matchText(document, view) };
}
