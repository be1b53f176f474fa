import { type Disposable, type ExtensionContext, type LogOutputChannel, window } from "vscode";
import { Archiving } from "./archiving.ts";
import { Commands } from "./commands.ts";
import { AskingConsent } from "./consent.ts";
import { Demo } from "./demo.ts";
import { DiagnoseCommand } from "./diagnoseCommand.ts";
import { Diagnoser } from "./diagnoser.ts";
import { EnvironmentStatus } from "./environmentStatus.ts";
import { Environments } from "./environments.ts";
import { ExchangeHistory } from "./exchangeHistory.ts";
import { Exports } from "./exports.ts";
import { FindingDiagnostics } from "./findingDiagnostics.ts";
import { InvestigationCommands } from "./investigationCommands.ts";
import { Investigations } from "./investigations.ts";
import { InvestigationTree } from "./investigationTree.ts";
import { Locator } from "./locator.ts";
import { MaskingCheck } from "./maskingCheck.ts";
import { Neighbours } from "./neighbours.ts";
import { Preparation } from "./preparation.ts";
import { QuickFixes } from "./quickFixes.ts";
import { RequestDiagnostics } from "./requestDiagnostics.ts";
import { RequestDocuments } from "./requestDocuments.ts";
import { RequestFindings } from "./requestFindings.ts";
import { RequestLens } from "./requestLens.ts";
import { RequestPreview } from "./requestPreview.ts";
import { Resolution } from "./resolution.ts";
import { listRouteFeatures } from "./routeFeatures.ts";
import type { RoutesView } from "./routesView.ts";
import { Sending } from "./sending.ts";
import { Settings } from "./settings.ts";
import { SubjectTracking } from "./subjectTracking.ts";
import { Supply } from "./supply.ts";
import { VariableDefinition } from "./variableDefinition.ts";
import { Workspace } from "./workspace.ts";
import { WorkspaceRequests } from "./workspaceRequests.ts";

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
  const environments = own(new Environments(context.workspaceState, own(new Neighbours(settings))));
  const resolution = own(new Resolution(workspace, environments));
  const requests = own(new WorkspaceRequests(workspace, documents, resolution));
  const sending = new Sending(context, settings);
  const consent = new AskingConsent();
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
