import { type Disposable, type QuickPickItem, window, workspace } from "vscode";
import {
  type Identities,
  type Identity,
  isSentAlike,
  listIdentities,
  whyIncomparable,
} from "../../engine/diagnosis/identities.ts";
import { isCredentialField } from "../../engine/secrets.ts";
import { describeRequest } from "../../report/requests/describeRequest.ts";
import type { Commands, InvestigationArgument } from "../commands.ts";
import { Disposables } from "../disposables.ts";
import { HumanError } from "../humanError.ts";
import type { RequestDocuments } from "../requests/requestDocuments.ts";
import { askTarget } from "./askTarget.ts";
import type { DiagnoseCommand } from "./diagnoseCommand.ts";
import type { Prepared } from "./diagnoser.ts";
import { maskOf } from "./investigations.ts";
import type { Preparation } from "./preparation.ts";
import { isTarget, type Target } from "./target.ts";

/** What the check is built on. */
export interface MaskingCheckParts {
  readonly preparation: Preparation;
  readonly documents: RequestDocuments;
  readonly diagnose: DiagnoseCommand;
}

/** The command Check for Masking: asks who owns the thing and whom to compare, shows what will be sent, and diagnoses with both. */
export class MaskingCheck implements Disposable {
  readonly #owned = new Disposables();
  readonly #parts: MaskingCheckParts;

  constructor(commands: Commands, parts: MaskingCheckParts) {
    this.#parts = parts;
    this.#owned.add(commands.register("diagnose404.checkMasking", (subject) => this.#check(subject)));
  }

  dispose(): void {
    this.#owned.dispose();
  }

  async #check(subject: Target | InvestigationArgument | undefined): Promise<void> {
    if (!workspace.isTrusted) {
      throw new HumanError("untrusted", "Nothing was sent: this workspace is not trusted.");
    }
    const { preparation, documents, diagnose } = this.#parts;
    const target = targetOf(subject) ?? (await askTarget(window.activeTextEditor, documents));
    const prepared = target === null ? null : await preparation.prepare(target);
    const identities = prepared === null ? null : await askIdentities(prepared);
    if (prepared === null || identities === null || !(await isAgreed(identities))) {
      return;
    }
    const found = await diagnose.runPrepared(asOther(prepared, identities), "shown", "Check for Masking");
    const said = found?.diagnosis.steps.find(({ id }) => id === "masking")?.findings.at(-1);
    if (found !== null && said !== undefined && found.diagnosis.outcome !== "answered") {
      void window.showInformationMessage(maskOf(found)(said));
    }
  }
}

/** A node of the tree, or a target of a lens or a link; null when the command came from the palette. */
function targetOf(subject: Target | InvestigationArgument | undefined): Target | null {
  if (isTarget(subject)) {
    return subject;
  }
  return subject === undefined ? null : { kind: "investigation", id: subject.investigation };
}

/** Whom the person chooses; null when they leave. */
async function askIdentities(prepared: Prepared): Promise<Identities | null> {
  const all = [prepared.request, ...prepared.elsewhere].flatMap((request) =>
    request.environment === null ? [] : [{ name: request.environment, request }],
  );
  const comparable = (owner: Identity) => all.filter((one) => isComparable(one, owner));
  const owners = all.filter((owner) => owner.request.unresolved.length === 0 && comparable(owner).length > 0);
  if (owners.length === 0) {
    throw new HumanError("no-identities", sayMissing(all));
  }
  const owner = await askIdentity("Check for Masking (1/2): Who Owns It?", owners, prepared);
  const other = owner && (await askIdentity("Check for Masking (2/2): Who Else Asks?", comparable(owner), prepared));
  return owner && other ? { owner, others: [other] } : null;
}

function isComparable(one: Identity, owner: Identity): boolean {
  return whyIncomparable(one, owner.request) === null && !isSentAlike(one.request, owner.request);
}

function sayMissing(all: readonly Identity[]): string {
  const [first, ...rest] = all;
  const reason = first && rest.map((one) => whyIncomparable(one, first.request)).find((why) => why !== null);
  const advice = "The check compares two identities: define an environment for each, with its own credentials.";
  return reason == null ? advice : `${advice} ${reason}`;
}

/** The identity in use is named, and what each is known by, never its value. */
async function askIdentity(
  title: string,
  identities: readonly Identity[],
  { request: current }: Prepared,
): Promise<Identity | null> {
  const items: (QuickPickItem & { readonly identity: Identity })[] = identities.map((identity) => {
    const fields = identity.request.headers.map(([name]) => name).filter(isCredentialField);
    const isCurrent = identity.name === current.environment;
    return {
      label: identity.name,
      description: [...(isCurrent ? ["current"] : []), fields.join(", ") || "no credentials"].join(" · "),
      identity,
    };
  });
  return (await window.showQuickPick(items, { title, ignoreFocusOut: true }))?.identity ?? null;
}

/** Shows what each identity will be asked before anything is sent. */
async function isAgreed(identities: Identities): Promise<boolean> {
  const all = listIdentities(identities);
  const shown = all.map(
    ({ name, request }) => `As ${name}:\n${describeRequest({ ...request, method: "GET", body: null })}`,
  );
  const rest =
    "Each is also asked for what surely does not exist. The usual probes of the request follow, where they are on.";
  const send = "Send";
  const question = `Compare what ${all.map(({ name }) => name).join(" and ")} get?`;
  const answer = await window.showWarningMessage(
    question,
    { modal: true, detail: [...shown, rest].join("\n\n") },
    send,
  );
  return answer === send;
}

/** The investigation of somebody who does not own the thing: the one in use, unless that is the owner or nobody. */
function asOther(prepared: Prepared, identities: Identities): Prepared {
  const { request, elsewhere } = prepared;
  const [other] = identities.others;
  if (other === undefined || (request.environment !== null && request.environment !== identities.owner.name)) {
    return { ...prepared, identities };
  }
  const rest = [request, ...elsewhere].filter((one) => one !== other.request && one.environment !== null);
  return { ...prepared, request: other.request, elsewhere: rest, identities };
}
