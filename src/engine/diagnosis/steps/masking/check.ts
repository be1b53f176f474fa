import type { Probe } from "../../../model/diagnosis.ts";
import { findAnswer, type IdentityQuestion, listQuestions } from "../../experiments/scopes/masking.ts";
import { beginWith, nameLookedUp } from "../../identifiers/lookedUp.ts";
import type { Identity } from "../../identities.ts";
import type { Known, Observation } from "../../known.ts";
import { sortAnswer } from "../../responses/answers.ts";
import { type AnswerComparison, compareAnswers } from "../../responses/compareAnswers.ts";

/** What the three-way check says: observations that weigh, and a plain sentence for each answer and for what kept it from deciding. */
export interface MaskingReport {
  readonly observations: readonly Observation[];
  readonly remarks: readonly string[];
}

/** What one identity was told: of the thing itself, and of one that surely does not exist. */
interface Told {
  readonly name: string;
  readonly thing: Probe | null;
  readonly nothing: Probe | null;
}

/** Reads the three-way check: the owner, everybody else, and what surely does not exist, compared byte by byte. */
export function readMaskingCheck(known: Known): MaskingReport {
  const questions = listQuestions(known);
  const { identities } = known;
  if (identities === null || !questions.some((question) => findAnswer(known, question))) {
    return { observations: [], remarks: [] };
  }
  const tell = ({ name }: Identity): Told => {
    const answer = (about: IdentityQuestion["about"]) =>
      questions
        .filter((question) => question.identity.name === name && question.about === about)
        .map((question) => findAnswer(known, question))[0] ?? null;
    return { name, thing: answer("thing"), nothing: answer("nothing") };
  };
  const owner = tell(identities.owner);
  const others = identities.others.map(tell);
  const reports =
    judgeOwner(known, owner) ?? joinReports(others.map((other) => compareIdentities(known, owner, other)));
  return { observations: reports.observations, remarks: [...[owner, ...others].map(sayTold), ...reports.remarks] };
}

function sayTold({ name, thing, nothing }: Told): string {
  const said = (probe: Probe | null) => {
    const { response = null, failure = null } = probe?.exchange ?? {};
    return String(response?.status ?? failure?.code ?? "not asked");
  };
  return `As ${name}: ${said(thing)}; for what surely does not exist: ${said(nothing)}.`;
}

/** What the owner's own answer already decides; null when the others have to be compared. */
function judgeOwner(known: Known, { name, thing, nothing }: Told): MaskingReport | null {
  if (thing === null) {
    return remark(`${name} was not asked, so nothing can be compared.`);
  }
  const kind = sortAnswer(thing);
  const status = thing.exchange.response?.status;
  if (kind === "misses") {
    return observe({
      rule: "owner-misses",
      statement: `As ${name}, its owner, the same request answers ${status} as well: nobody hides it.`,
      claim: `${beginWith(nameLookedUp(known))} is not hidden: its owner ${name} gets ${status} as well, so it is not there.`,
      probe: thing.id,
    });
  }
  if (kind === "guarded") {
    return remark(`The credentials of ${name} are not accepted (${status}), so nothing can be compared.`);
  }
  if (kind !== "answers") {
    return remark(`${name} got no answer that can be compared.`);
  }
  const isShell = nothing !== null && compareAnswers(thing, nothing)?.kind === "same-bytes";
  return isShell
    ? remark(`${name} gets the same answer for what surely does not exist, so this endpoint proves nothing.`)
    : null;
}

function compareIdentities(known: Known, owner: Told, other: Told): MaskingReport {
  const status = other.thing?.exchange.response?.status;
  if (other.thing === null || status === undefined) {
    return remark(`${other.name} got no answer that can be compared.`);
  }
  switch (sortAnswer(other.thing)) {
    case "misses":
      return proveMasking(known, owner, { ...other, thing: other.thing }, status);
    case "guarded":
      return observe({
        rule: "refused-openly",
        statement: `${other.name} is refused openly with ${status}: nothing is masked here.`,
        claim: null,
        probe: other.thing.id,
      });
    case "answers":
      return observe({
        rule: "other-identity-answers",
        statement: `${other.name}, who does not own it, gets ${status} as well: nothing is hidden from ${other.name}.`,
        claim: null,
        probe: other.thing.id,
      });
    default:
      return remark(`${other.name} got ${status}, which cannot be compared.`);
  }
}

/** The owner has it and the other one misses it; what the other one gets for nothing shows how well it is hidden. */
function proveMasking(
  known: Known,
  owner: Told,
  other: Told & { readonly thing: Probe },
  status: number,
): MaskingReport {
  const compared = other.nothing && compareAnswers(other.thing, other.nothing);
  const ownerStatus = owner.thing?.exchange.response?.status;
  const isEndpoint = isWholeEndpoint(known, owner, other);
  const what = isEndpoint ? `The whole endpoint ${known.target.path}` : `${beginWith(nameLookedUp(known))} exists and`;
  const likeness = sayLikeness(compared, other.name);
  const proof = observe({
    rule: isEndpoint ? "endpoint-masking-proven" : "masking-proven",
    statement: `As ${owner.name} the same request answers ${ownerStatus}, as ${other.name} ${status}${likeness}.`,
    claim: `${what} is hidden from ${other.name}: as ${owner.name} the same request answers ${ownerStatus}, as ${other.name} ${status}${likeness}.`,
    probe: other.thing.id,
  });
  return compared?.kind === "different" ? joinReports([proof, sayLeak(other, compared)]) : proof;
}

function sayLeak(other: Told, { in: parts }: Extract<AnswerComparison, { kind: "different" }>): MaskingReport {
  return observe({
    rule: "masking-shows",
    statement: `The mask shows: what ${other.name} gets differs from the answer for what surely does not exist in ${parts.join(", ")}.`,
    claim: null,
    probe: other.nothing?.id ?? null,
  });
}

function sayLikeness(compared: AnswerComparison | null, name: string): string {
  switch (compared?.kind) {
    case "same-bytes":
      return `, byte for byte what ${name} gets for what surely does not exist`;
    case "alike":
      return `, like what ${name} gets for what surely does not exist`;
    default:
      return "";
  }
}

/** Without an identifier there is nothing but the endpoint to hide; with one, it hides itself where it treats nothing differently too. */
function isWholeEndpoint(known: Known, owner: Told, other: Told & { readonly thing: Probe }): boolean {
  if (known.identifiers.length === 0) {
    return true;
  }
  if (owner.nothing === null || other.nothing === null) {
    return false;
  }
  const isSameForOther = compareAnswers(other.thing, other.nothing)?.kind !== "different";
  return isSameForOther && compareAnswers(owner.nothing, other.nothing)?.kind === "different";
}

function observe(seen: Pick<Observation, "rule" | "statement" | "claim" | "probe">): MaskingReport {
  return { observations: [{ step: "masking", location: null, ...seen }], remarks: [] };
}

function remark(text: string): MaskingReport {
  return { observations: [], remarks: [text] };
}

function joinReports(reports: readonly MaskingReport[]): MaskingReport {
  return {
    observations: reports.flatMap(({ observations }) => observations),
    remarks: reports.flatMap(({ remarks }) => remarks),
  };
}
