import { type Disposable, type Event, EventEmitter } from "vscode";
import type { EarlierResponse } from "../../engine/diagnosis/responses/earlierResponses.ts";
import { keepWithin } from "../../engine/exchange/content/contentBudget.ts";
import type { Diagnosis } from "../../engine/model/diagnosis.ts";
import { createMask } from "../../engine/secrets.ts";
import { type EarlierOutcome, summarizeEarlier } from "../../report/diagnosis/earlierOutcome.ts";
import { outcomeLabel } from "../../report/diagnosis/outcomeLabel.ts";
import type { Mask } from "../../report/maskStrings.ts";
import { followLine, type LineChange } from "./lineTracking.ts";
import type { Target } from "./target.ts";

/** The request line that a diagnosis is about: where it stands now, how it read then, and whether it still reads so. */
export interface Subject {
  readonly uri: string;
  readonly line: number;
  readonly text: string;
  readonly isUnchanged: boolean;
}

/** One diagnosed request; `folder` is the URI that the files of the diagnosis are relative to. */
export interface Investigation {
  readonly id: string;
  readonly folder: string;
  readonly target: Target;
  readonly subject: Subject | null;
  readonly diagnosis: Diagnosis;
  /** How it ended when it was last run otherwise; null where this is the first outcome. */
  readonly before: EarlierOutcome | null;
}

/** The latest diagnosis of each request, the newest first. All views show these; the one event says that something changed. */
export class Investigations implements Disposable {
  readonly #changed = new EventEmitter<void>();
  readonly onDidChange: Event<void> = this.#changed.event;
  #all: readonly Investigation[] = [];
  #count = 0;

  /** All investigations, the newest first. */
  get all(): readonly Investigation[] {
    return this.#all;
  }

  /** What came back in answer to the requests that were diagnosed, and to their probes. */
  responses(): readonly EarlierResponse[] {
    return this.#all.flatMap(({ diagnosis }) =>
      diagnosis.probes.flatMap(({ method, url, exchange: { response, hops } }) =>
        response !== null && response.status < 400
          ? [{ method, url, at: hops[0]?.startedAt ?? 0, text: response.text }]
          : [],
      ),
    );
  }

  /** The investigation of that id, or null when it was removed. */
  find(id: string): Investigation | null {
    return this.#all.find((investigation) => investigation.id === id) ?? null;
  }

  /** The investigation of the request whose line stands at that place now, changed or not. */
  findAt(uri: string, line: number): Investigation | null {
    return this.#all.find(({ subject }) => subject?.uri === uri && subject.line === line) ?? null;
  }

  /** Keeps a diagnosis in place of an earlier one of the same request. */
  record(found: Omit<Investigation, "id" | "before">): Investigation {
    const earlier = this.#earlier(found);
    const before = earlier === null ? null : outcomeBefore(earlier, found.diagnosis);
    const investigation = { ...found, before, id: earlier?.id ?? `investigation${++this.#count}` };
    this.#replace(keepContents([investigation, ...this.#all.filter((other) => other !== earlier)]));
    return investigation;
  }

  /** Forgets one investigation. */
  remove(id: string): void {
    this.#replace(this.#all.filter((investigation) => investigation.id !== id));
  }

  /** Forgets all investigations. */
  clear(): void {
    this.#replace([]);
  }

  /** Moves the subjects of one document along with an edit; `lineText` gives the text of a line after it. */
  follow(uri: string, changes: readonly LineChange[], lineText: (line: number) => string | null): void {
    const moved = this.#all.map((investigation) => {
      const { subject } = investigation;
      if (subject?.uri !== uri) {
        return investigation;
      }
      const line = followLine(subject.line, changes);
      const isUnchanged = lineText(line) === subject.text;
      const isSame = line === subject.line && isUnchanged === subject.isUnchanged;
      return isSame ? investigation : { ...investigation, subject: { ...subject, line, isUnchanged } };
    });
    if (moved.some((investigation, position) => investigation !== this.#all[position])) {
      this.#replace(moved);
    }
  }

  /** Forgets the investigations of a document that is gone, and of everything in it when it was a folder. */
  forget(uri: string): void {
    const isGone = ({ subject }: Investigation) => subject?.uri === uri || subject?.uri.startsWith(`${uri}/`) === true;
    if (this.#all.some(isGone)) {
      this.#replace(this.#all.filter((investigation) => !isGone(investigation)));
    }
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #earlier({ subject, target }: Pick<Investigation, "subject" | "target">): Investigation | null {
    if (subject !== null) {
      return this.findAt(subject.uri, subject.line);
    }
    const key = JSON.stringify(target);
    return this.#all.find((other) => other.subject === null && JSON.stringify(other.target) === key) ?? null;
  }

  #replace(all: readonly Investigation[]): void {
    this.#all = all;
    this.#changed.fire();
  }
}

/** The same investigations; what is kept of all that servers sent stays bounded, however many of them there are. */
function keepContents(all: readonly Investigation[]): readonly Investigation[] {
  const kept = keepWithin(all.map(({ diagnosis }) => diagnosis));
  return all.map((investigation, index) => {
    const diagnosis = kept[index] ?? investigation.diagnosis;
    return diagnosis === investigation.diagnosis ? investigation : { ...investigation, diagnosis };
  });
}

/** What the newest outcome stands beside: the one before it, or, where that was the same, what that one stood beside. */
function outcomeBefore(earlier: Investigation, diagnosis: Diagnosis): EarlierOutcome | null {
  const { request } = earlier.diagnosis;
  const isSame =
    outcomeLabel(earlier.diagnosis) === outcomeLabel(diagnosis) &&
    request.url === diagnosis.request.url &&
    request.environment === diagnosis.request.environment;
  return isSame ? earlier.before : summarizeEarlier(earlier.diagnosis, maskOf(earlier));
}

/** The mask for everything that is shown of an investigation. */
export function maskOf({ diagnosis }: Pick<Investigation, "diagnosis">): Mask {
  const mask = createMask(diagnosis.request.secrets);
  return (text) => mask.text(text);
}
