import { type Disposable, type Event, EventEmitter, type TextDocument, workspace } from "vscode";
import type { WrittenRequest } from "../../engine/model/request.ts";
import { findStatic } from "../../engine/requests/findings/staticFindings.ts";
import { pause } from "../../engine/turns.ts";
import { type RequestRemark, remarksOfFile, remarksOfRequest } from "../../report/requests/requestRemarks.ts";
import { Disposables } from "../disposables.ts";
import type { Workspace } from "../workspace.ts";
import type { RequestDocuments } from "./requestDocuments.ts";
import type { Resolution } from "./resolution.ts";

/** How many remarks are shown of one document: VS Code shows no more problems of a file. */
const mostRemarks = 1_000;

/** How many characters of a content are judged while a person types. */
const largestJudgedBody = 512 * 1024;

/** What is known of a document at one of its versions. */
interface Judged {
  readonly version: number;
  readonly remarks: Promise<readonly RequestRemark[]>;
}

/** What is wrong with the requests of a document before anything is sent, found once for each version of it. */
export class RequestFindings implements Disposable {
  readonly #owned = new Disposables();
  readonly #changed = this.#owned.add(new EventEmitter<void>());
  /** What lies outside the documents has changed: environments, or the choice among them. */
  readonly onDidChange: Event<void> = this.#changed.event;
  readonly #workspace: Workspace;
  readonly #documents: RequestDocuments;
  readonly #resolution: Resolution;
  #judged = new WeakMap<TextDocument, Judged>();

  constructor(workspaceFolders: Workspace, documents: RequestDocuments, resolution: Resolution) {
    this.#workspace = workspaceFolders;
    this.#documents = documents;
    this.#resolution = resolution;
    this.#owned.add(resolution.onDidChange(() => this.#forget()));
    // A body may be taken from any file.
    this.#owned.add(workspace.onDidSaveTextDocument(() => this.#forget()));
  }

  /** The remarks on a document as it reads now, in the order of the file; none when it changes meanwhile. */
  find(document: TextDocument): Promise<readonly RequestRemark[]> {
    const known = this.#judged.get(document);
    if (known?.version === document.version) {
      return known.remarks;
    }
    const remarks = this.#judge(document);
    this.#judged.set(document, { version: document.version, remarks });
    return remarks;
  }

  dispose(): void {
    this.#owned.dispose();
  }

  async #judge(document: TextDocument): Promise<readonly RequestRemark[]> {
    const { version } = document;
    const isWanted = () => document.version === version && !document.isClosed;
    await this.#documents.read(document);
    if (!isWanted()) {
      return [];
    }
    const source = this.#documents.sourceOf(document, this.#workspace.folderOf(document.uri));
    const found: RequestRemark[] = [];
    const resolve = await this.#resolution.open(source);
    for (const written of source.parsed.requests) {
      const resolved = await resolve(withoutLargeBody(written));
      found.push(...remarksOfRequest(findStatic(written, resolved), resolved));
      await pause();
      if (!isWanted()) {
        return [];
      }
      if (found.length >= mostRemarks) {
        break;
      }
    }
    return remarksOfFile(found, source.parsed.problems).slice(0, mostRemarks);
  }

  #forget(): void {
    this.#judged = new WeakMap();
    this.#changed.fire();
  }
}

/** What is wrong in a content of megabytes is looked for when it is sent, not after every key. */
function withoutLargeBody(written: WrittenRequest): WrittenRequest {
  return (written.body?.length ?? 0) > largestJudgedBody ? { ...written, body: null } : written;
}
