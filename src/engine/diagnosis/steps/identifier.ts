import { baselineOf, isAlike } from "../answers.ts";
import { readCollection } from "../collection.ts";
import { type Identifier, shapeOf } from "../identifiers.ts";
import { type Known, type Observation, resultsOf, type StepReport } from "../known.ts";
import { observePage } from "./pages.ts";
import { observeVariants } from "./variants.ts";

/** Step identifier: where the identifiers came from, whether their shape is right, and how an unknown one is answered. */
export function examineIdentifier(known: Known): StepReport {
  const observations = [
    ...observeConstraint(known),
    ...observeControl(known),
    ...observeShape(known),
    ...observeVariants(known, "identifier"),
    ...observePage(known).filter((observation) => observation.step === "identifier"),
  ];
  if (known.identifiers.length === 0 && observations.length === 0) {
    return { id: "identifier", status: "skipped", remarks: ["The path holds no identifier."], observations };
  }
  return {
    id: "identifier",
    status: observations.length > 0 ? "finding" : "done",
    remarks: known.identifiers.map((identifier) => describeSource(known, identifier)),
    observations,
  };
}

function describeSource(known: Known, identifier: Identifier): string {
  let offset = 0;
  for (const part of known.request.urlParts) {
    const isHere = part.text.split(/[/?#]/).includes(identifier.value) && offset >= 0;
    offset += part.text.length;
    if (!isHere) {
      continue;
    }
    const { from } = part;
    if (from.kind === "file-variable" || from.kind === "environment") {
      return `${identifier.name} ${identifier.value} comes from {{${from.name}}}, ${from.location.file}:${from.location.line}.`;
    }
  }
  const where = known.request.file === null ? "the URL" : `${known.request.file}:${known.request.line}`;
  return `${identifier.name} ${identifier.value} is written in ${where}.`;
}

function observeConstraint(known: Known): readonly Observation[] {
  const near = known.match.near.find(
    (one) => one.route.problems.length === 0 && one.differs.some((difference) => difference.what === "constraint"),
  );
  const difference = near?.differs.find((one) => one.what === "constraint");
  if (!near || !difference || near.differs.length > 1) {
    return [];
  }
  const { method, path, file, line, column } = near.route;
  return [
    {
      step: "identifier",
      rule: "constraint-written",
      statement: `${method} ${path} takes only ${difference.expected} here (${file}:${line}), not "${difference.actual}".`,
      claim: `"${difference.actual}" has the wrong shape for ${method} ${path}: the route takes only ${difference.expected} (${file}:${line}).`,
      probe: null,
      location: { file, line, column },
    },
  ];
}

function observeControl(known: Known): readonly Observation[] {
  const control = resultsOf(known, "control-identifier")[0];
  const path = resultsOf(known, "control-path")[0];
  const baseline = baselineOf(known);
  // Where a missing path looks the same as a missing resource, being like one of them says nothing.
  if (!control || !path || !baseline || isAlike(control.probe, path.probe)) {
    return [];
  }
  const isLike = isAlike(baseline, control.probe);
  return [
    {
      step: "identifier",
      rule: isLike ? "like-unknown-identifier" : "unlike-unknown-identifier",
      statement: isLike
        ? "The answer is like the one for an identifier that surely names nothing."
        : "The answer differs from the one for an identifier that surely names nothing.",
      claim: isLike
        ? "A handler ran and found nothing: the answer is like the one for an identifier that surely names nothing."
        : null,
      probe: control.probe.id,
      location: null,
    },
  ];
}

/** Every listed identifier has one shape and the failing one has another. */
function observeShape(known: Known): readonly Observation[] {
  const identifier = known.identifiers.at(-1);
  const listing = resultsOf(known, "collection")[0]?.probe;
  if (!identifier || !listing?.exchange.response) {
    return [];
  }
  const { values } = readCollection(listing.exchange.response.text, identifier);
  const shapes = new Set(values.map((value) => shapeOf(value) ?? "slug"));
  const [shape] = shapes;
  if (values.length < 2 || shapes.size !== 1 || shape === identifier.shape) {
    return [];
  }
  return [
    {
      step: "identifier",
      rule: "shape-differs",
      statement: `Every listed identifier looks like ${values[0]}; "${identifier.value}" does not.`,
      claim: `"${identifier.value}" has another shape than every ${identifier.name} of the collection, such as ${values[0]}.`,
      probe: listing.id,
      location: null,
    },
  ];
}
