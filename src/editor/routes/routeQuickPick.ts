import {
  commands as builtin,
  type Disposable,
  type QuickInputButton,
  type QuickPick,
  type QuickPickItem,
  QuickPickItemKind,
  ThemeIcon,
  window,
} from "vscode";
import { rankRoutes } from "../../engine/routes/match/rankRoutes.ts";
import { parseRouteQuery } from "../../engine/routes/match/routeQuery.ts";
import { createMask } from "../../engine/secrets.ts";
import { hasHandlerElsewhere } from "../../report/routes/mountHops.ts";
import { type RoutePick, routePicks } from "../../report/routes/routePicks.ts";
import { type CommandId, type Commands, commandOf, type RouteArgument } from "../commands.ts";
import { Disposables } from "../disposables.ts";
import type { Folder } from "../folder.ts";
import { runInSlices } from "../slices.ts";
import type { Workspace } from "../workspace.ts";

interface RouteItem extends QuickPickItem {
  readonly subject?: RouteArgument;
}

/** How many routes are listed at once; typing narrows them. */
const most = 200;

const handlerButton: QuickInputButton = { iconPath: new ThemeIcon("go-to-file"), tooltip: "Go to Handler" };
const diagnoseButton: QuickInputButton = { iconPath: new ThemeIcon("search"), tooltip: "Diagnose Route" };

/** Go to Route: a URL, path or words lead to the registration of a route; those that the URL only nearly reaches say what differs. */
export class RouteQuickPick implements Disposable {
  readonly #owned = new Disposables();
  readonly #workspace: Workspace;

  constructor(commands: Commands, workspace: Workspace) {
    this.#workspace = workspace;
    this.#owned.add(commands.register("diagnose404.goToRoute", (typed) => this.#ask(typed)));
  }

  dispose(): void {
    this.#owned.dispose();
  }

  async #ask(typed: unknown): Promise<void> {
    const pick = window.createQuickPick<RouteItem>();
    pick.title = "Go to Route";
    pick.placeholder = "A URL, a path or words; a method may come first";
    pick.value = typeof typed === "string" ? typed : selectedUrl();
    // Not among the types of the API: the order here is a ranking, which VS Code would otherwise sort by label.
    Object.assign(pick, { sortByLabel: false });
    const closed = new Promise<void>((resolve) => pick.onDidHide(resolve));
    pick.onDidChangeValue(() => void this.#list(pick));
    pick.onDidAccept(() => {
      const subject = pick.activeItems[0]?.subject;
      if (subject !== undefined) {
        pick.hide();
        void openRegistration(subject);
      }
    });
    pick.onDidTriggerItemButton(({ item, button }) => {
      if (item.subject !== undefined) {
        pick.hide();
        void runOn(button === handlerButton ? "diagnose404.openHandler" : "diagnose404.diagnoseRoute", item.subject);
      }
    });
    pick.show();
    await this.#list(pick);
    await closed;
    pick.dispose();
  }

  async #list(pick: QuickPick<RouteItem>): Promise<void> {
    const typed = pick.value;
    const isWanted = () => pick.value === typed;
    pick.busy = true;
    const { folders } = this.#workspace;
    const found = await Promise.all(folders.map((folder) => rank(folder, typed, isWanted)));
    if (!isWanted()) {
      return;
    }
    const items = found.flatMap(({ folder, groups }) =>
      groups.flatMap(({ heading, picks }) => [
        {
          kind: QuickPickItemKind.Separator,
          label: folders.length === 1 ? heading : `${heading} · ${folder.uri.path.split("/").at(-1)}`,
        },
        ...picks.map((each) => itemOf(each, folder)),
      ]),
    );
    pick.items = items.length > 0 ? items : [{ label: "No route is near what was typed.", alwaysShow: true }];
    pick.busy = false;
  }
}

async function rank(folder: Folder, typed: string, isWanted: () => boolean) {
  const ranked = (await runInSlices(rankRoutes(await folder.routes(), parseRouteQuery(typed)), isWanted)) ?? [];
  const near = ranked.filter(({ kind }) => kind === "near");
  const others = ranked.filter(({ kind }) => kind !== "near").slice(0, most);
  const mask = createMask([]);
  return { folder, groups: routePicks([...others, ...near], (text) => mask.text(text)) };
}

function itemOf({ label, icon, description, detail, route }: RoutePick, folder: Folder): RouteItem {
  return {
    label: `$(${icon}) ${label}`,
    description,
    ...(detail === "" ? {} : { detail }),
    buttons: hasHandlerElsewhere(route) ? [handlerButton, diagnoseButton] : [diagnoseButton],
    // What was typed is a URL, which the pattern of its route does not hold.
    alwaysShow: true,
    subject: { folder: folder.uri.toString(), route },
  };
}

async function openRegistration({ folder, route }: RouteArgument): Promise<void> {
  if (route !== null) {
    const { file, line, column } = route;
    const { command, arguments: given = [] } = commandOf("diagnose404.openLocation", "Open", folder, {
      file,
      line,
      column,
    });
    await builtin.executeCommand(command, ...given);
  }
}

async function runOn(
  command: Extract<CommandId, "diagnose404.openHandler" | "diagnose404.diagnoseRoute">,
  subject: RouteArgument,
): Promise<void> {
  await builtin.executeCommand(command, subject);
}

/** What is selected in the editor, when it reads like a URL or a path. */
function selectedUrl(): string {
  const editor = window.activeTextEditor;
  const selected = editor?.document.getText(editor.selection).trim() ?? "";
  return /^([A-Z]+\s+)?(https?:\/\/|\/)\S*$/i.test(selected) ? selected : "";
}
