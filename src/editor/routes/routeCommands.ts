import { commands as builtin, type Disposable, env, ProgressLocation, window } from "vscode";
import type { Location } from "../../engine/model/place.ts";
import type { Route } from "../../engine/model/route.ts";
import { createMask } from "../../engine/secrets.ts";
import { mountHops } from "../../report/routes/mountHops.ts";
import { usesText } from "../../report/routes/usesText.ts";
import { type Commands, commandOf, type RouteArgument } from "../commands.ts";
import { Disposables } from "../disposables.ts";
import type { Folder } from "../folder.ts";
import { HumanError } from "../humanError.ts";
import { askUrl } from "../investigations/askTarget.ts";
import type { DiagnoseCommand } from "../investigations/diagnoseCommand.ts";
import type { Target } from "../investigations/target.ts";
import { positionOf } from "../places.ts";
import { type FoundRequest, originOf, type WorkspaceRequests } from "../requests/workspaceRequests.ts";
import type { Workspace } from "../workspace.ts";
import type { RouteReach } from "./routeReach.ts";
import type { RouteUses } from "./routeUses.ts";

/** What the commands on a route read. */
export interface RouteCommandsParts {
  readonly workspace: Workspace;
  readonly requests: WorkspaceRequests;
  readonly reach: RouteReach;
  readonly uses: RouteUses;
  readonly diagnose: DiagnoseCommand;
}

/** What can be done with a route from the view, a lens or a pick. */
export class RouteCommands implements Disposable {
  readonly #owned = new Disposables();
  readonly #parts: RouteCommandsParts;

  constructor(commands: Commands, parts: RouteCommandsParts) {
    this.#parts = parts;
    const add = this.#owned.add.bind(this.#owned);
    add(commands.register("diagnose404.diagnoseRoute", (subject) => this.#diagnose(subject)));
    add(
      commands.register("diagnose404.openHandler", async (subject) => {
        const { handler, ...route } = routeOf(subject);
        await open(subject.folder, handler ?? route);
      }),
    );
    add(
      commands.register("diagnose404.openCulprit", async (subject) => {
        const { culprit, ...route } = routeOf(subject);
        await open(subject.folder, culprit ?? route);
      }),
    );
    add(commands.register("diagnose404.copyRoutePath", (subject) => copy(routeOf(subject).path)));
    add(
      commands.register("diagnose404.copyRouteUrl", async (subject) => {
        const folder = this.#parts.workspace.folders.find(({ uri }) => uri.toString() === subject?.folder);
        await copy(
          `${originOf(folder === undefined ? [] : await this.#parts.requests.all(folder))}${routeOf(subject).path}`,
        );
      }),
    );
    add(commands.register("diagnose404.showMounts", (subject) => showMounts(subject)));
    add(commands.register("diagnose404.findRouteUses", (subject) => this.#findUses(subject)));
  }

  dispose(): void {
    this.#owned.dispose();
  }

  /** Shows all uses at the registration, as references are shown. */
  async #findUses(subject: RouteArgument): Promise<void> {
    const { folder, route } = await this.#find(subject);
    const { places, extent } = await window.withProgress(
      { location: ProgressLocation.Notification, title: "Looking for uses of the route", cancellable: true },
      (_, token) => this.#parts.uses.of(folder, [route], token),
    );
    const mask = createMask([]);
    const said = usesText(route, places.length, extent, (text) => mask.text(text));
    if (said !== null) {
      void window.showInformationMessage(said);
    }
    if (places.length === 0) {
      return;
    }
    await open(subject.folder, route);
    const uri = folder.uriOf(route.file);
    await builtin.executeCommand("editor.action.showReferences", uri, positionOf(route), places);
  }

  async #find(subject: RouteArgument): Promise<{ readonly folder: Folder; readonly route: Route }> {
    const asked = routeOf(subject);
    const folder = this.#parts.workspace.folders.find(({ uri }) => uri.toString() === subject.folder);
    const route = folder && (await findAgain(asked, folder));
    if (folder === undefined || route === undefined) {
      throw new HumanError("route-gone", "This route is gone. Save the file and try again.");
    }
    return { folder, route };
  }

  async #diagnose(subject: RouteArgument): Promise<void> {
    const { reach, requests, diagnose } = this.#parts;
    const { folder, route } = await this.#find(subject);
    const target = await askRequest(route, (await reach.of(folder)).requestsOf(route), await requests.all(folder));
    if (target !== null) {
      await diagnose.run(target, "shown");
    }
  }
}

/** The route as the table reads now: the lines above it may have changed since it was shown. */
async function findAgain(asked: Route, folder: Folder): Promise<Route | undefined> {
  const { routes, pages = [] } = await folder.routes();
  const same = [...routes, ...pages].filter(
    ({ method, path, file }) => method === asked.method && path === asked.path && file === asked.file,
  );
  return same.find(({ line }) => line === asked.line) ?? same[0];
}

function routeOf(subject: RouteArgument | undefined): Route {
  if (!subject?.route) {
    throw new HumanError("no-route", "Choose a route in the Routes view first.");
  }
  return subject.route;
}

async function open(folder: string, { file, line, column }: Location): Promise<void> {
  const { command, arguments: given = [] } = commandOf("diagnose404.openLocation", "Open", folder, {
    file,
    line,
    column,
  });
  await builtin.executeCommand(command, ...given);
}

async function copy(text: string): Promise<void> {
  await env.clipboard.writeText(createMask([]).text(text));
  window.setStatusBarMessage("$(copy) Copied", 3000);
}

/** Lists the chain of mounts from the application down to the registration; choosing one opens it. */
async function showMounts(subject: RouteArgument): Promise<void> {
  const route = routeOf(subject);
  const mask = createMask([]);
  const items = mountHops(route, (text) => mask.text(text)).map((hop) => ({
    label: `$(${hop.icon}) ${hop.label}`,
    description: hop.description,
    location: hop.location,
  }));
  const title = mask.text(`${route.method} ${route.path}`);
  const picked = await window.showQuickPick(items, { title, placeHolder: "From the application down to the route" });
  if (picked !== undefined) {
    await open(subject.folder, picked.location);
  }
}

/** The one request that reaches the route, else one that the person picks, else a URL made of the pattern. */
async function askRequest(
  route: Route,
  reaching: readonly FoundRequest[],
  all: readonly FoundRequest[],
): Promise<Target | null> {
  if (reaching.length === 0) {
    return askUrl(
      `${["ANY", "WEBSOCKET"].includes(route.method) ? "GET" : route.method} ${originOf(all)}${route.path}`,
    );
  }
  const items = reaching.map(({ uri, line, resolved }) => ({
    label: createMask(resolved.secrets).text(`${resolved.method} ${resolved.url}`),
    description: resolved.name ?? "",
    target: { kind: "request", uri: uri.toString(), line } as const,
  }));
  const only = items.length === 1 ? items[0] : await window.showQuickPick(items, { title: "Which Request?" });
  return only?.target ?? null;
}
