import { commands as builtin, type Disposable, EventEmitter, window } from "vscode";
import { isEmptyQuery, parseRouteQuery, type RouteQuery } from "../../engine/routes/match/routeQuery.ts";
import type { Commands } from "../commands.ts";
import { Disposables } from "../disposables.ts";

/** How long typing must pause before the view is narrowed, in ms. */
const pause = 60;

/** What the routes of the view must fit: typed by a person, narrowing while they type; Escape puts back what was before. */
export class RouteFilter implements Disposable {
  readonly #owned = new Disposables();
  readonly #changed = this.#owned.add(new EventEmitter<void>());
  readonly onDidChange = this.#changed.event;
  #text = "";
  #query = parseRouteQuery("");
  #timer: NodeJS.Timeout | null = null;

  constructor(commands: Commands) {
    this.#owned.add(commands.register("diagnose404.filterRoutes", () => this.#ask()));
    this.#owned.add(commands.register("diagnose404.clearRouteFilter", async () => this.#set("")));
  }

  /** The filter as typed, without space around it; empty when every route is shown. */
  get text(): string {
    return this.#text;
  }

  get query(): RouteQuery {
    return this.#query;
  }

  dispose(): void {
    clearTimeout(this.#timer ?? undefined);
    this.#owned.dispose();
  }

  async #ask(): Promise<void> {
    await builtin.executeCommand("diagnose404.routes.focus", { preserveFocus: true });
    const before = this.#text;
    const box = window.createInputBox();
    box.title = "Filter Routes";
    box.placeholder = "/api/v1/orders/8472";
    box.prompt = "A URL, a path or words; a method may come first";
    box.value = before;
    const isKept = await new Promise<boolean>((resolve) => {
      box.onDidChangeValue((text) => this.#schedule(text));
      box.onDidAccept(() => resolve(true));
      box.onDidHide(() => resolve(false));
      box.show();
    });
    this.#set(isKept ? box.value : before);
    box.dispose();
  }

  #schedule(text: string): void {
    clearTimeout(this.#timer ?? undefined);
    this.#timer = setTimeout(() => this.#set(text), pause);
  }

  #set(text: string): void {
    clearTimeout(this.#timer ?? undefined);
    const trimmed = text.trim();
    if (trimmed === this.#text) {
      return;
    }
    this.#text = trimmed;
    this.#query = parseRouteQuery(trimmed);
    void builtin.executeCommand("setContext", "diagnose404.routesFiltered", !isEmptyQuery(this.#query));
    this.#changed.fire();
  }
}
