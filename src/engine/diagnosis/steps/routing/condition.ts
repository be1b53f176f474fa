import { findMateResults } from "../../experiments/routerMates.ts";
import { beginWith, nameLookedUp } from "../../identifiers/lookedUp.ts";
import type { Known, Observation } from "../../known.ts";
import { findMisser, hasLivingRelative, isFound } from "../../responses/answers.ts";
import type { Condition } from "../../workspace/handlers/condition.ts";
import { readSwitches } from "../../workspace/handlers/switches.ts";

const longest = 72;
const sayings: Readonly<Record<Condition["kind"], string>> = {
  asked: "answers only under the condition that its handler asks at",
  enclosing: "is served only under the condition at",
  guard: "is served only under the condition at",
  listed: "answers only what was listed for the build, by",
};

/** What a framework serves by itself unless it is told not to. */
export function observeOwnSwitch({ surroundings: { ownSwitch }, target, match }: Known): readonly Observation[] {
  if (ownSwitch === null || match.matched !== null) {
    return [];
  }
  const { framework, location, text } = ownSwitch;
  const said = `${placeOf(location)} says ${shorten(text)}`;
  const isFile = framework === "Django";
  return [
    {
      step: "routing",
      rule: "served-by-itself-no-more",
      statement: isFile
        ? `Django's development server serves the files of ${target.path} only while DEBUG is on, and ${said}.`
        : `FastAPI serves ${target.path} by itself, unless it is told not to: ${said}.`,
      claim: isFile
        ? `Files are not served here: Django's development server does so only while DEBUG is on, and ${said}.`
        : `${target.path}, which FastAPI serves by itself, is switched off here: ${said}.`,
      probe: null,
      location,
    },
  ];
}

/** A route under a condition is served only while that holds; a miss of the router, of its guard or of the handler that asks says that it does not. */
export function observeCondition(known: Known): readonly Observation[] {
  const { condition, match } = known;
  const isRegistered = condition?.kind === "enclosing" && findMisser(known) === "handler";
  // What a build lists answers; a thing that data stores is then no unknown one, nor is any that the page would render.
  const isUnlisted = condition?.kind === "listed" && (known.surroundings.stored !== null || condition.isSole === true);
  const isOfRecord = condition?.isOfRecord === true && known.surroundings.stored !== null;
  const isServed = (hasLivingRelative(known) && !isUnlisted && !isOfRecord) || isServedBeside(known);
  if (!condition || !match.matched || isRegistered || isServed) {
    return [];
  }
  const { location, text, set, kind } = condition;
  const place = `${location.file}:${location.line}`;
  const name = `${match.matched.method} ${match.matched.path}`;
  const only = sayings[kind];
  const off = set && !set.isServed ? `, and ${placeOf(set.location)} says ${shorten(set.text)}` : "";
  return [
    {
      step: "routing",
      rule: kind === "asked" ? "condition-asked" : "condition-written",
      statement: `${name} ${only} ${place}: ${text}`,
      claim:
        kind === "listed"
          ? `${beginWith(nameLookedUp(known))} was not listed when the pages were built: ${name} ${only} ${place}, ${nameAsked(text)}.`
          : `${name} is switched off here: it ${only} ${place}, ${nameAsked(text)}${off}.`,
      probe: null,
      location,
    },
    ...(set ? [observeSet(name, set)] : []),
  ];
}

/** Whether another route of the same router answers: then what decides about the router in another file let it in. */
function isServedBeside(known: Known): boolean {
  const { condition, match } = known;
  const isOfRouter =
    condition?.kind === "enclosing" && !condition.isOfKey && condition.location.file !== match.matched?.file;
  return isOfRouter && findMateResults(known).some(({ probe }) => isFound(known, probe));
}

/** What a file of the workspace says of the switch, which another build or environment may say otherwise. */
function observeSet(name: string, set: NonNullable<Condition["set"]>): Observation {
  const said = `${placeOf(set.location)} says ${shorten(set.text)}`;
  return {
    step: "routing",
    rule: set.isServed ? "switch-on-written" : "switch-off-written",
    statement: set.isServed ? `${said}, with which ${name} is served.` : `${said}, with which ${name} is not served.`,
    claim: null,
    probe: null,
    location: set.location,
  };
}

function placeOf({ file, line }: Condition["location"]): string {
  return `${file}:${line}`;
}

/** The switch that a long line asks, by the most that is written of it, or the line. */
function nameAsked(text: string): string {
  const asked = text.length > longest ? readSwitches(text).map(({ start, end }) => text.slice(start, end)) : [];
  return shorten(asked.toSorted((one, other) => other.length - one.length)[0] ?? text);
}

/** A line without what only opens its block or ends it. */
function shorten(text: string): string {
  const line = text.replace(/\s*[{:,;]\s*$/, "");
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}
