import { type Disposable, type ExtensionContext, type LogOutputChannel, Uri, window } from "vscode";
import { Commands } from "./commands.ts";
import { Demo } from "./demo.ts";
import { EnvironmentStatus } from "./environments/environmentStatus.ts";
import { Environments } from "./environments/environments.ts";
import { Neighbours } from "./environments/neighbours.ts";
import { Archiving } from "./investigations/archiving.ts";
import { DiagnoseCommand } from "./investigations/diagnoseCommand.ts";
import { Diagnoser } from "./investigations/diagnoser.ts";
import { ExchangeHistory } from "./investigations/exchangeHistory.ts";
import { Exports } from "./investigations/exports.ts";
import { InvestigationCommands } from "./investigations/investigationCommands.ts";
import { Investigations } from "./investigations/investigations.ts";
import { InvestigationTree } from "./investigations/investigationTree.ts";
import { MaskingCheck } from "./investigations/maskingCheck.ts";
import { Preparation } from "./investigations/preparation.ts";
import { QuickFixes } from "./investigations/quickFixes.ts";
import { RequestDiagnostics } from "./investigations/requestDiagnostics.ts";
import { SubjectTracking } from "./investigations/subjectTracking.ts";
import { FindingDiagnostics } from "./requests/findingDiagnostics.ts";
import { Locator } from "./requests/locator.ts";
import { RequestDocuments } from "./requests/requestDocuments.ts";
import { RequestFindings } from "./requests/requestFindings.ts";
import { RequestLens } from "./requests/requestLens.ts";
import { RequestPreview } from "./requests/requestPreview.ts";
import { Resolution } from "./requests/resolution.ts";
import { Supply } from "./requests/supply.ts";
import { VariableDefinition } from "./requests/variableDefinition.ts";
import { WorkspaceRequests } from "./requests/workspaceRequests.ts";
import { listRouteFeatures } from "./routes/routeFeatures.ts";
import type { RoutesView } from "./routes/routesView.ts";
import { AskingConsent } from "./sending/consent.ts";
import { Sending } from "./sending/sending.ts";
import { Settings } from "./settings.ts";
import { Workspace } from "./workspace.ts";

/** What the extension tells about itself: how long it took to start, in ms of the clock and of the processor, and what its view shows. */
export interface Diagnose404 {
  readonly activationMs: number;
  readonly activationCpuMs: number;
  /** The ids of the investigations, the newest first. */
  investigations(): readonly string[];
  /** The view of all investigations as indented text. */
  treeText(): string;
  /** The view of all routes as indented text. */
  routesText(): Promise<string>;
}

/** What the features are built on. */
interface Ground {
  readonly context: ExtensionContext;
  readonly own: <Owned extends Disposable>(owned: Owned) => Owned;
  readonly log: LogOutputChannel;
  readonly investigations: Investigations;
  readonly tree: InvestigationTree;
}

/** Builds the store, lists the features and returns at once; everything is disposed with the extension. */
export function activate(context: ExtensionContext): Diagnose404 {
  const startedAt = performance.now();
  const spentBefore = process.cpuUsage();
  const own = <Owned extends Disposable>(owned: Owned): Owned => {
    context.subscriptions.push(owned);
    return owned;
  };
  const log = own(window.createOutputChannel("Diagnose 404", { log: true }));
  const investigations = own(new Investigations());
  const tree = own(new InvestigationTree(investigations));
  const routes = listFeatures({ context, own, log, investigations, tree });
  const activationMs = performance.now() - startedAt;
  const { user, system } = process.cpuUsage(spentBefore);
  log.info(`activated in ${activationMs.toFixed(1)} ms`);
  const ids = () => investigations.all.map(({ id }) => id);
  const activationCpuMs = (user + system) / 1000;
  return {
    activationMs,
    activationCpuMs,
    investigations: ids,
    treeText: () => tree.text(),
    routesText: () => routes.text(),
  };
}

function listFeatures({ context, own, log, investigations, tree }: Ground): RoutesView {
  const commands = new Commands(log);
  const settings = own(new Settings());
  const workspace = own(new Workspace(context, settings, log));
  const documents = new RequestDocuments();
  const userSettings = Uri.joinPath(context.globalStorageUri, "..", "..", "settings.json");
  const neighbours = own(new Neighbours(settings, userSettings));
  const environments = own(new Environments(context.workspaceState, neighbours));
  const resolution = own(new Resolution(workspace, environments, neighbours, settings));
  const requests = own(new WorkspaceRequests(workspace, documents, resolution));
  const sending = new Sending(context, settings);
  const consent = new AskingConsent(settings);
  const diagnoser = new Diagnoser({ workspace, investigations, settings, consent, sending });
  const locator = new Locator({ workspace, documents, investigations });
  const supply = new Supply(resolution, sending);
  const preparation = new Preparation({ workspace, locator, resolution, supply, settings });
  const diagnose = own(new DiagnoseCommand(commands, { preparation, documents, diagnoser, tree }));
  own(new InvestigationCommands(commands, investigations, diagnose));
  const archiving = own(new Archiving(context));
  own(new ExchangeHistory(commands, investigations, archiving));
  own(new Exports(commands, investigations, archiving));
  own(new MaskingCheck(commands, { preparation, documents, diagnose }));
  own(new SubjectTracking(investigations));
  own(new RequestLens(documents, investigations, settings));
  own(new RequestDiagnostics(investigations));
  const findings = own(new RequestFindings(workspace, documents, resolution));
  own(new FindingDiagnostics(workspace, findings, investigations, settings));
  own(new QuickFixes(commands, { investigations, environments, diagnose }));
  own(new RequestPreview(commands, { locator, documents, resolution, supply }));
  own(new VariableDefinition(workspace, documents, resolution));
  own(new EnvironmentStatus(commands, environments, resolution));
  own(new Demo(commands, context, log));
  own(commands.register("diagnose404.showLog", async () => log.show()));
  const requestGround = { documents, resolution, requests };
  return listRouteFeatures({ own, commands, settings, workspace, ...requestGround, investigations, diagnose });
}
