import type { Disposable } from "vscode";
import type { Commands } from "../commands.ts";
import type { DiagnoseCommand } from "../investigations/diagnoseCommand.ts";
import type { Investigations } from "../investigations/investigations.ts";
import type { RequestDocuments } from "../requests/requestDocuments.ts";
import type { Resolution } from "../requests/resolution.ts";
import type { WorkspaceRequests } from "../requests/workspaceRequests.ts";
import { OwnHosts } from "../sending/ownHosts.ts";
import type { Settings } from "../settings.ts";
import type { Workspace } from "../workspace.ts";
import { RegistrationHover } from "./registrationHover.ts";
import { RouteCommands } from "./routeCommands.ts";
import { RouteDefinition } from "./routeDefinition.ts";
import { RouteDiagnostics } from "./routeDiagnostics.ts";
import { RouteFilter } from "./routeFilter.ts";
import { RouteLens } from "./routeLens.ts";
import { RoutePointer } from "./routePointer.ts";
import { RouteQuickPick } from "./routeQuickPick.ts";
import { RouteReach } from "./routeReach.ts";
import { RouteReferences } from "./routeReferences.ts";
import { RoutesView } from "./routesView.ts";
import { RouteUses } from "./routeUses.ts";
import { UrlHover } from "./urlHover.ts";

/** What the features that show the route table are built on. */
export interface RouteGround {
  readonly own: <Owned extends Disposable>(owned: Owned) => Owned;
  readonly commands: Commands;
  readonly settings: Settings;
  readonly workspace: Workspace;
  readonly documents: RequestDocuments;
  readonly resolution: Resolution;
  readonly requests: WorkspaceRequests;
  readonly investigations: Investigations;
  readonly diagnose: DiagnoseCommand;
}

/** Lists the features that show the route table, and returns the view of it. */
export function listRouteFeatures(ground: RouteGround): RoutesView {
  const { own, commands, settings, workspace, requests, diagnose } = ground;
  const reach = new RouteReach(requests);
  const hosts = new OwnHosts(requests);
  const pointer = new RoutePointer({ ...ground, hosts });
  const uses = new RouteUses(reach, pointer);
  own(new RouteCommands(commands, { workspace, requests, reach, uses, diagnose }));
  own(new RouteLens({ ...ground, reach }));
  own(new RouteQuickPick(commands, workspace));
  own(new UrlHover({ ...ground, hosts }));
  own(new RegistrationHover(workspace, settings));
  own(new RouteDefinition(pointer));
  own(new RouteReferences(pointer, uses));
  own(new RouteDiagnostics(workspace, settings));
  return own(new RoutesView(workspace, own(new RouteFilter(commands))));
}
