import {
  CodeAction,
  CodeActionKind,
  type CodeActionProvider,
  Diagnostic,
  DiagnosticSeverity,
  type Disposable,
  languages,
  Position,
  Range,
  TabInputText,
  type TextDocument,
  WorkspaceEdit,
  window,
  workspace,
} from "vscode";
import type { Range as Stretch, TextFix } from "../../engine/model/place.ts";
import type { RequestRemark } from "../../report/requests/requestRemarks.ts";
import { Disposables } from "../disposables.ts";
import type { Folder } from "../folder.ts";
import type { Investigations } from "../investigations/investigations.ts";
import { diagnosticSource } from "../investigations/requestDiagnostics.ts";
import type { Settings } from "../settings.ts";
import type { Workspace } from "../workspace.ts";
import { isMarkdownDocument, isRequestDocument, requestSelector } from "./requestDocuments.ts";
import type { RequestFindings } from "./requestFindings.ts";

/** How long typing must pause before a document is judged, in ms. */
const pause = 250;

const severities: Readonly<Record<RequestRemark["severity"], DiagnosticSeverity>> = {
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What is wrong with the requests of open files before anything is sent, as diagnostics that follow typing, with their quick fixes. */
export class FindingDiagnostics implements CodeActionProvider, Disposable {
  readonly #owned = new Disposables();
  readonly #shown = this.#owned.add(languages.createDiagnosticCollection("diagnose404.findings"));
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #workspace: Workspace;
  readonly #findings: RequestFindings;
  readonly #investigations: Investigations;
  readonly #settings: Settings;

  constructor(
    workspaceFolders: Workspace,
    findings: RequestFindings,
    investigations: Investigations,
    settings: Settings,
  ) {
    this.#workspace = workspaceFolders;
    this.#findings = findings;
    this.#investigations = investigations;
    this.#settings = settings;
    const add = this.#owned.add.bind(this.#owned);
    add(workspace.onDidChangeTextDocument(({ document }) => this.#schedule(document, pause)));
    add(workspace.onDidOpenTextDocument((document) => this.#schedule(document, 0)));
    add(workspace.onDidCloseTextDocument(({ uri }) => this.#shown.delete(uri)));
    const showAll = () => this.#scheduleAll();
    add(window.tabGroups.onDidChangeTabs(showAll));
    add(findings.onDidChange(showAll));
    add(investigations.onDidChange(showAll));
    add(settings.onDidChange(showAll));
    const kinds = { providedCodeActionKinds: [CodeActionKind.QuickFix] };
    add(languages.registerCodeActionsProvider([...requestSelector, { language: "markdown" }], this, kinds));
    this.#scheduleAll();
  }

  async provideCodeActions(document: TextDocument, range: Range): Promise<CodeAction[]> {
    if (!this.#isWanted(document)) {
      return [];
    }
    const { version } = document;
    const remarks = await this.#findings.find(document);
    const touched = remarks.filter((remark) => rangeIn(document, remark.range).intersection(range) !== undefined);
    const wanted = touched.flatMap((remark) => [remark.fix, remark.define].map((fix) => ({ remark, fix })));
    const actions = await Promise.all(wanted.map(({ remark, fix }) => this.#actionOf(document, remark, fix)));
    return document.version === version ? actions.filter((action) => action !== null) : [];
  }

  dispose(): void {
    for (const timer of this.#timers.values()) {
      clearTimeout(timer);
    }
    this.#owned.dispose();
  }

  async #actionOf(document: TextDocument, remark: RequestRemark, fix: TextFix | null): Promise<CodeAction | null> {
    const folder = this.#workspace.folderOf(document.uri);
    const edited = fix?.other === undefined ? document : await openOther(folder, fix.other, fix.range);
    if (fix === null || edited === null) {
      return null;
    }
    const action = new CodeAction(fix.title, CodeActionKind.QuickFix);
    action.diagnostics = [diagnosticOf(document, remark)];
    action.edit = new WorkspaceEdit();
    action.edit.replace(edited.uri, rangeIn(edited, fix.range), fix.newText);
    if (fix.caret !== undefined) {
      const caret = caretAfter(edited, fix, fix.caret);
      action.command = {
        command: "vscode.open",
        title: fix.title,
        arguments: [edited.uri, { selection: new Range(caret, caret) }],
      };
    }
    return action;
  }

  #scheduleAll(): void {
    for (const document of workspace.textDocuments) {
      this.#schedule(document, pause);
    }
  }

  #schedule(document: TextDocument, delay: number): void {
    if (!holdsRequests(document)) {
      return;
    }
    const key = document.uri.toString();
    clearTimeout(this.#timers.get(key));
    this.#timers.set(
      key,
      setTimeout(() => {
        this.#timers.delete(key);
        void this.#show(document);
      }, delay),
    );
  }

  async #show(document: TextDocument): Promise<void> {
    if (document.isClosed || !this.#isWanted(document)) {
      this.#shown.delete(document.uri);
      return;
    }
    const { version } = document;
    const remarks = await this.#findings.find(document);
    if (document.version === version && !document.isClosed) {
      const said = this.#saidByVerdicts(document);
      const unsaid = remarks.filter((remark) => !said(remark.code, document.positionAt(remark.range.start).line));
      this.#shown.set(
        document.uri,
        unsaid.map((remark) => diagnosticOf(document, remark)),
      );
    }
  }

  /** Other documents are open too: the requests of the whole workspace are read, and nobody looks at most of them. */
  #isWanted(document: TextDocument): boolean {
    const key = document.uri.toString();
    const isInTab = window.tabGroups.all.some(({ tabs }) =>
      tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === key),
    );
    return isInTab && holdsRequests(document) && this.#settings.showsFindings(document.uri);
  }

  /** Whether the verdict that stands on a line already says what a finding would. */
  #saidByVerdicts({ uri }: TextDocument): (code: string, line: number) => boolean {
    const key = uri.toString();
    const said = new Set(
      this.#investigations.all
        .filter(({ subject }) => subject?.uri === key && subject.isUnchanged)
        .map(({ subject, diagnosis }) => `${diagnosis.verdict.kind} ${(subject?.line ?? 0) - 1}`),
    );
    return (code, line) => said.has(`${code} ${line}`);
  }
}

function holdsRequests(document: TextDocument): boolean {
  return isRequestDocument(document) || isMarkdownDocument(document);
}

function diagnosticOf(document: TextDocument, { code, message, severity, range }: RequestRemark): Diagnostic {
  const diagnostic = new Diagnostic(rangeIn(document, range), message, severities[severity]);
  diagnostic.source = diagnosticSource;
  diagnostic.code = code;
  return diagnostic;
}

/** Another file that a fix edits, or null when it reads differently by now. */
async function openOther(
  folder: Folder | null,
  { file, text }: NonNullable<TextFix["other"]>,
  range: Stretch,
): Promise<TextDocument | null> {
  if (folder === null) {
    return null;
  }
  const document = await workspace.openTextDocument(folder.uriOf(file));
  return document.getText(rangeIn(document, range)) === text ? document : null;
}

/** Where a person goes on typing once the edit is done. */
function caretAfter(document: TextDocument, { newText, range }: TextFix, caret: number): Position {
  const start = document.positionAt(range.start);
  const lines = newText.slice(0, caret).split(/\r?\n/);
  const last = lines.at(-1) ?? "";
  return new Position(start.line + lines.length - 1, lines.length === 1 ? start.character + last.length : last.length);
}

function rangeIn(document: TextDocument, { start, end }: Stretch): Range {
  return new Range(document.positionAt(start), document.positionAt(end));
}
