import { window } from "vscode";
import { outcomeLabel } from "../../report/diagnosis/outcomeLabel.ts";
import type { InvestigationArgument } from "../commands.ts";
import { HumanError } from "../humanError.ts";
import { type Investigation, type Investigations, maskOf } from "./investigations.ts";

/**
 * The investigation that a command is about: the one that it names, else the only one, else the one that the person picks; null
 * when they pick none. Throws a HumanError when there is none.
 */
export async function chooseInvestigation(
  investigations: Investigations,
  subject: InvestigationArgument | undefined,
): Promise<Investigation | null> {
  const { all } = investigations;
  const [only, ...others] = subject === undefined ? all : [investigations.find(subject.investigation)];
  if (only == null) {
    throw new HumanError("no-investigation", "There is no such investigation. Diagnose the request first.");
  }
  if (others.length === 0) {
    return only;
  }
  const picked = await window.showQuickPick(all.map(itemOf), { placeHolder: "Which investigation?" });
  return picked?.investigation ?? null;
}

function itemOf(investigation: Investigation) {
  const { request } = investigation.diagnosis;
  const label = maskOf(investigation)(`${request.method} ${request.url}`);
  return { label, description: outcomeLabel(investigation.diagnosis), investigation };
}
