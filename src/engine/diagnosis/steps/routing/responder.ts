import { hashedName } from "../../identifiers/hashedAsset.ts";
import { type Known, type Observation, resultsOf } from "../../known.ts";
import { baselineOf, isAlike, sortAnswer } from "../../responses/answers.ts";
import { findOtherMethods } from "./methods.ts";
import { observeSocket } from "./socket.ts";

/** What the answering layer itself gives away: a platform's own page, a stored 404, an HTML shell, a lost upgrade or preflight. */
export function observeResponder(known: Known): readonly Observation[] {
  return [
    ...observePlatform(known),
    ...observeStored(known),
    ...observeShell(known),
    ...observeSocket(known),
    ...observePreflight(known),
  ];
}

const platformWords = /\b(deployment|application|app|bucket|site|project|output)\b/i;
const missingWords = /\b(no|not|could not|without|unknown|missing|doesn't|does not)\b|NOT_FOUND|NoSuch/i;

/** An edge that says of itself that it has no deployment, application or bucket for this host. */
function observePlatform(known: Known): readonly Observation[] {
  const { responder, facts } = known;
  if (responder?.responder.layer !== "edge") {
    return [];
  }
  const said = [
    responder.responder.because,
    facts?.message ?? "",
    ...(facts?.errorCodes ?? []).map(({ value }) => value),
  ];
  const telling = said.find((text) => platformWords.test(text.replaceAll("_", " ")) && missingWords.test(text));
  if (telling === undefined) {
    return [];
  }
  const { name } = responder.responder;
  return [
    {
      step: "routing",
      rule: "platform-page",
      statement: `This host reaches ${name}, and no application there.`,
      claim: `${name} answered, not the application: no deployment or output is bound to this host (${telling.replace(/, which .*$/, "")}).`,
      probe: known.replay?.id ?? null,
      location: null,
    },
  ];
}

function observeStored(known: Known): readonly Observation[] {
  const cache = known.facts?.cache;
  if (cache?.stored !== "yes") {
    return [];
  }
  const isFramework = cache.where === "framework";
  return [
    {
      step: "routing",
      rule: isFramework ? "framework-stored-miss-said" : "stored-miss-said",
      statement: `The answer is stored: ${cache.because}.`,
      claim: `${isFramework ? "The framework's page cache" : "A cache"} serves a stored 404: ${cache.because}.`,
      probe: known.replay?.id ?? null,
      location: null,
    },
  ];
}

/** A shell that answers 200 for a path that surely does not exist says nothing of the path that was asked. */
function observeShell(known: Known): readonly Observation[] {
  const baseline = baselineOf(known);
  const control = resultsOf(known, "control-path")[0]?.probe;
  const isShell = baseline && control && sortAnswer(baseline) === "answers" && isAlike(baseline, control);
  if (!isShell) {
    return [];
  }
  // For a file of an earlier build the shell is a symptom; why the name is not there any more is the question.
  const isAsset = hashedName.test(known.target.segments.at(-1) ?? "");
  return [
    {
      step: "routing",
      rule: isAsset ? "shell-answers-asset" : "shell-answers-everything",
      statement: "The same page answers for a path that surely does not exist.",
      claim: `The application's HTML page answers in place of ${known.target.path}: a path that does not exist gets the same page.`,
      probe: control.id,
      location: null,
    },
  ];
}

function observePreflight(known: Known): readonly Observation[] {
  const fields = new Map(known.request.headers.map(([name, value]) => [name.toLowerCase(), value]));
  const wanted = fields.get("access-control-request-method");
  const served = findOtherMethods(known).find((near) => near.route.method === wanted)?.route;
  if (known.request.method !== "OPTIONS" || wanted === undefined || (!served && !known.match.matched)) {
    return [];
  }
  return [
    {
      step: "routing",
      rule: "preflight-unrouted",
      statement: `The preflight for ${wanted} is not routed, though the path is served.`,
      claim: `Only the CORS preflight misses: ${wanted} is routed on this path, OPTIONS is not.`,
      probe: known.replay?.id ?? null,
      location: served ? { file: served.file, line: served.line, column: served.column } : null,
    },
  ];
}
