import { type Command, commands, type Disposable, type LogOutputChannel, window } from "vscode";
import type { Diagnosis } from "../engine/model/diagnosis.ts";
import type { Location } from "../engine/model/place.ts";
import type { Route } from "../engine/model/route.ts";
import { HumanError } from "./humanError.ts";
import type { Target } from "./investigations/target.ts";

/** Every command of the extension with what it takes and gives; menus may send other arguments, or none. */
export interface CommandTable {
  "diagnose404.diagnose"(target?: Target): Promise<Diagnosis | undefined>;
  "diagnose404.diagnoseRoute"(subject: RouteArgument): Promise<void>;
  "diagnose404.openHandler"(subject: RouteArgument): Promise<void>;
  "diagnose404.openCulprit"(subject: RouteArgument): Promise<void>;
  "diagnose404.copyRoutePath"(subject: RouteArgument): Promise<void>;
  "diagnose404.copyRouteUrl"(subject: RouteArgument): Promise<void>;
  "diagnose404.showMounts"(subject: RouteArgument): Promise<void>;
  "diagnose404.findRouteUses"(subject: RouteArgument): Promise<void>;
  "diagnose404.goToRoute"(typed?: string): Promise<void>;
  "diagnose404.filterRoutes"(): Promise<void>;
  "diagnose404.clearRouteFilter"(): Promise<void>;
  "diagnose404.rerunInvestigation"(subject: InvestigationArgument): Promise<void>;
  "diagnose404.removeInvestigation"(subject: InvestigationArgument): Promise<void>;
  "diagnose404.clearInvestigations"(): Promise<void>;
  "diagnose404.copyText"(subject: InvestigationArgument): Promise<void>;
  "diagnose404.copyJson"(subject: InvestigationArgument): Promise<void>;
  "diagnose404.copyCurl"(subject?: InvestigationArgument): Promise<void>;
  "diagnose404.exportHar"(subject?: InvestigationArgument, to?: unknown): Promise<void>;
  "diagnose404.exportHttp"(subject?: InvestigationArgument, to?: unknown): Promise<void>;
  "diagnose404.saveCorrectedRequest"(subject?: InvestigationArgument, to?: unknown): Promise<void>;
  "diagnose404.showHistory"(): Promise<void>;
  "diagnose404.clearHistory"(): Promise<void>;
  "diagnose404.compareExchange"(id: string): Promise<void>;
  "diagnose404.applyFix"(subject: FixArgument): Promise<void>;
  "diagnose404.openLocation"(folder: string, location: Location): Promise<void>;
  "diagnose404.selectEnvironment"(): Promise<void>;
  "diagnose404.diagnoseRecorded"(target?: Target): Promise<Diagnosis | undefined>;
  "diagnose404.previewRequest"(subject?: Target | InvestigationArgument): Promise<void>;
  "diagnose404.checkMasking"(subject?: Target | InvestigationArgument): Promise<void>;
  "diagnose404.openDemo"(): Promise<void>;
  "diagnose404.showLog"(): Promise<void>;
}

/** The id of a command of the extension. */
export type CommandId = keyof CommandTable;

/** Names an investigation; nodes of the tree are such arguments too. */
export interface InvestigationArgument {
  readonly investigation: string;
}

/** Names a route as it was shown, with the folder that its files are relative to; nodes of the Routes view that are no route hold none. */
export interface RouteArgument {
  readonly folder: string;
  readonly route: Route | null;
}

/** Names one fix of an investigation by its position. */
export interface FixArgument extends InvestigationArgument {
  readonly fix: number | null;
}

/** Registers commands; the one place that catches what they throw, logs it and shows it. */
export class Commands {
  readonly #log: LogOutputChannel;

  constructor(log: LogOutputChannel) {
    this.#log = log;
  }

  /** Registers one command; what it throws is shown, and not thrown on. */
  register<Id extends CommandId>(id: Id, run: CommandTable[Id]): Disposable {
    const call = run as (...given: unknown[]) => Promise<unknown>;
    return commands.registerCommand(id, async (...given: unknown[]) => {
      try {
        return await call(...given);
      } catch (error) {
        this.#show(id, error);
        return undefined;
      }
    });
  }

  #show(id: CommandId, error: unknown): void {
    if (error instanceof HumanError) {
      this.#log.warn(`${id}: ${error.code}`);
      void window.showWarningMessage(error.message);
      return;
    }
    this.#log.error(error instanceof Error ? error : String(error));
    void window.showErrorMessage("Diagnose 404 failed unexpectedly.", "Show Log").then((choice) => {
      if (choice !== undefined) {
        this.#log.show();
      }
    });
  }
}

/** A command with its arguments, for a lens, a tree item or a code action. */
export function commandOf<Id extends CommandId>(
  id: Id,
  title: string,
  ...given: Parameters<CommandTable[Id]>
): Command {
  return { command: id, title, arguments: given };
}

/** The URI that runs a command from trusted Markdown. */
export function commandLink<Id extends CommandId>(id: Id, ...given: Parameters<CommandTable[Id]>): string {
  return `command:${id}?${encodeURIComponent(JSON.stringify(given)).replace(/[()]/g, (bracket) => (bracket === "(" ? "%28" : "%29"))}`;
}
