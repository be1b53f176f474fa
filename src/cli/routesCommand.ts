import { resolve } from "node:path";
import type { RouteTable } from "../engine/model/route.ts";
import { createMask } from "../engine/secrets.ts";
import { routesJson } from "../report/routes/routesJson.ts";
import { routesText } from "../report/routes/routesText.ts";
import type { Answer } from "./answer.ts";
import { CliError } from "./cliError.ts";
import type { Invocation } from "./invocation.ts";
import { openWorkspace, type Workspace } from "./openWorkspace.ts";

/** `routes [DIR]`: the route table of the workspace, or of one folder in it. */
export async function routesCommand({ options, folder }: Invocation & { kind: "routes" }): Promise<Answer> {
  const workspace = await openWorkspace(options.workspace);
  const all = await workspace.readRoutes();
  const table = folder === null ? all : within(all, folderName(workspace, folder));
  const document = routesJson(table, createMask([]).text);
  return { status: 0, document, text: (view) => routesText(document, view) };
}

function folderName(workspace: Workspace, folder: string): string {
  const name = workspace.nameOf(folder);
  if (name === resolve(folder)) {
    throw new CliError("bad-arguments", `${folder} is not inside the workspace ${workspace.root}.`);
  }
  return name;
}

function within(table: RouteTable, folder: string): RouteTable {
  const holds = ({ file }: { readonly file: string }) => folder === "" || file.startsWith(`${folder}/`);
  return { ...table, routes: table.routes.filter(holds), rewrites: table.rewrites.filter(holds) };
}
