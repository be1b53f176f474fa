import { type Uri, workspace } from "vscode";
import type { ReadyChecks } from "../../engine/diagnosis/checks/resolveChecks.ts";
import type { Identities } from "../../engine/diagnosis/identities.ts";
import type { DiagnoseWorld } from "../../engine/diagnosis/world.ts";
import type { HostLimits } from "../../engine/exchange/probes/hostLimits.ts";
import type { Diagnosis } from "../../engine/model/diagnosis.ts";
import type { RecordedResponse, ResolvedRequest, WrittenRequest } from "../../engine/model/request.ts";
import type { Consent } from "../../engine/ports.ts";
import { createMask } from "../../engine/secrets.ts";
import type { ReceivedResponse } from "../../engine/supply.ts";
import type { Folder } from "../folder.ts";
import type { Sending } from "../sending/sending.ts";
import type { Settings } from "../settings.ts";
import { clock, type Workspace } from "../workspace.ts";
import type { Investigation, Investigations, Subject } from "./investigations.ts";
import type { Target } from "./target.ts";

/** A target made ready: the request as it will be sent, and what surrounds it. */
export interface Prepared {
  readonly target: Target;
  readonly folder: Folder | null;
  readonly uri: Uri | null;
  readonly subject: Subject | null;
  readonly request: ResolvedRequest;
  readonly siblings: readonly ResolvedRequest[];
  readonly elsewhere: readonly ResolvedRequest[];
  readonly written: WrittenRequest;
  readonly checks: ReadyChecks;
  /** The response to diagnose in the place of sending anything; absent when the request is sent. */
  readonly recorded?: RecordedResponse;
  /** Whom the masking check compares; absent when it was not asked for. */
  readonly identities?: Identities | null;
  /** Keeps the response to the request for those that take values from it; absent for one that no other can name. */
  readonly keep?: (request: ResolvedRequest, received: ReceivedResponse) => void;
}

/** What a recorded response allows: it answers the replay, and there is nothing else to ask. */
const nothingMore = { maxProbes: 0, sending: "no-probes" } as const;

/** Runs diagnoses and keeps them in the store; the engine is loaded by the first one. */
export class Diagnoser {
  readonly #workspace: Workspace;
  readonly #investigations: Investigations;
  readonly #settings: Settings;
  readonly #consent: Consent;
  readonly #sending: Sending;
  /** Lent to every investigation, so that two at once do not ask a host twice as fast. */
  #hosts: HostLimits | null = null;

  constructor(parts: {
    readonly workspace: Workspace;
    readonly investigations: Investigations;
    readonly settings: Settings;
    readonly consent: Consent;
    readonly sending: Sending;
  }) {
    this.#workspace = parts.workspace;
    this.#investigations = parts.investigations;
    this.#settings = parts.settings;
    this.#consent = parts.consent;
    this.#sending = parts.sending;
  }

  /** Diagnoses one request and records the result; null when it was cancelled. `report` hears masked progress. */
  async run(prepared: Prepared, signal: AbortSignal, report: (message: string) => void): Promise<Investigation | null> {
    const diagnosis = await this.#diagnose(prepared, signal, report);
    if (signal.aborted || diagnosis === null) {
      return null;
    }
    const { target, subject, folder, keep } = prepared;
    const { response = null, hops = [] } = diagnosis.exchange ?? {};
    if (keep !== undefined && response !== null) {
      const { receivedOf } = await import("../../engine/supply.ts");
      keep(prepared.request, receivedOf(prepared.request, response, hops));
    }
    return this.#investigations.record({ target, subject, folder: folder?.uri.toString() ?? "file:///", diagnosis });
  }

  async #diagnose(
    { folder, uri, request, siblings, elsewhere, written, checks, recorded, identities = null }: Prepared,
    signal: AbortSignal,
    report: (message: string) => void,
  ): Promise<Diagnosis | null> {
    const [exchanger, { diagnose }, { HostLimits }, routes] = await Promise.all([
      recorded === undefined
        ? this.#sending.open(uri, workspace.isTrusted ? [request, ...elsewhere] : [])
        : import("../../engine/exchange/recordedExchanger.ts").then(({ openRecorded }) =>
            openRecorded(recorded, clock),
          ),
      import("../../engine/diagnose.ts"),
      import("../../engine/exchange/probes/hostLimits.ts"),
      this.#workspace.routesOf(folder),
    ]);
    try {
      if (signal.aborted) {
        return null;
      }
      const files = this.#workspace.filesOf(folder);
      const { maxProbes, sending } = recorded === undefined ? this.#limits(uri) : nothingMore;
      const past = folder && workspace.isTrusted && folder.uri.scheme === "file" ? await openHistory(folder) : {};
      const world = { files, clock, exchanger, routes, siblings, elsewhere, identities, checks, written, ...past };
      this.#hosts ??= new HostLimits({ clock });
      const consent = recorded === undefined ? this.#consent : { allows: async () => true };
      const lent = { hosts: this.#hosts, consent, earlier: this.#investigations.responses() };
      const steps = diagnose(request, { ...world, ...lent, sending, maxProbes, signal });
      const mask = createMask(request.secrets);
      for (;;) {
        const step = await steps.next();
        if (step.done === true) {
          return step.value;
        }
        report(mask.text(step.value.message));
      }
    } finally {
      await exchanger.close();
    }
  }

  #limits(uri: Uri | null): { readonly maxProbes: number; readonly sending: "allowed" | "no-probes" | "nothing" } {
    const maxProbes = this.#settings.maxProbes(uri);
    if (!workspace.isTrusted) {
      return { maxProbes, sending: "nothing" };
    }
    return { maxProbes, sending: this.#settings.allowsProbes(uri) ? "allowed" : "no-probes" };
  }
}

/** What git tells of a folder on this machine's disk; it is only asked in trusted workspaces. */
async function openHistory({ uri }: Folder): Promise<Pick<DiagnoseWorld, "history">> {
  const { createGitHistory } = await import("../../node/gitHistory.ts");
  return { history: createGitHistory(uri.fsPath) };
}
