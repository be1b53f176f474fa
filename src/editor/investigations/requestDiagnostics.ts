import {
  Diagnostic,
  DiagnosticRelatedInformation,
  DiagnosticSeverity,
  type Disposable,
  Location,
  languages,
  Range,
  Uri,
} from "vscode";
import { type Annotation, annotate } from "../../report/diagnosis/annotation.ts";
import { Disposables } from "../disposables.ts";
import { fileUri, rangeOf } from "../places.ts";
import { type Investigation, type Investigations, maskOf, type Subject } from "./investigations.ts";

/** The name under which the diagnostics of this extension appear. */
export const diagnosticSource = "Diagnose 404";

const severities: Readonly<Record<Annotation["severity"], DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
};

/** The verdict on each request line that still reads as it was diagnosed. */
export class RequestDiagnostics implements Disposable {
  readonly #owned = new Disposables();
  readonly #shown = this.#owned.add(languages.createDiagnosticCollection("diagnose404"));
  readonly #investigations: Investigations;

  constructor(investigations: Investigations) {
    this.#investigations = investigations;
    this.#owned.add(investigations.onDidChange(() => this.#show()));
  }

  dispose(): void {
    this.#owned.dispose();
  }

  #show(): void {
    const found = new Map<string, Diagnostic[]>();
    for (const investigation of this.#investigations.all) {
      const { subject } = investigation;
      const diagnostic = subject?.isUnchanged ? this.#diagnosticOf(investigation, subject) : null;
      if (subject !== null && diagnostic !== null) {
        found.set(subject.uri, [...(found.get(subject.uri) ?? []), diagnostic]);
      }
    }
    this.#shown.clear();
    this.#shown.set([...found].map(([uri, diagnostics]) => [Uri.parse(uri), diagnostics]));
  }

  #diagnosticOf(investigation: Investigation, { line, text }: Subject): Diagnostic | null {
    const annotation = annotate(investigation.diagnosis, maskOf(investigation));
    if (annotation === null) {
      return null;
    }
    const start = text.length - text.trimStart().length;
    const range = new Range(line - 1, start, line - 1, text.trimEnd().length);
    const diagnostic = new Diagnostic(range, annotation.message, severities[annotation.severity]);
    diagnostic.source = diagnosticSource;
    if (annotation.code !== null) {
      diagnostic.code = annotation.code;
    }
    const folder = Uri.parse(investigation.folder);
    diagnostic.relatedInformation = annotation.related.map(({ message, location }) => {
      const file = fileUri(folder, location.file);
      return new DiagnosticRelatedInformation(new Location(file, rangeOf(location)), message);
    });
    return diagnostic;
  }
}
