import { readCollection } from "../../identifiers/collection.ts";
import { shapeOf } from "../../identifiers/identifiers.ts";
import { findContradiction, findRefusedIdentifier } from "../../identifiers/refusedIdentifier.ts";
import { siblingValue } from "../../identifiers/siblingValue.ts";
import { type Known, type Observation, resultsOf, type StepReport } from "../../known.ts";
import { baselineOf, isAlike, sortAnswer } from "../../responses/answers.ts";
import { weighsAnything } from "../../verdict/weights/index.ts";
import { observePage } from "../pages.ts";
import { observeVariants } from "../variants.ts";
import { observeRounded } from "./rounded.ts";
import { observeHolders, observeSources } from "./source.ts";

/** Step identifier: where the identifiers came from, whether their shape is right, and how an unknown one is answered. */
export function examineIdentifier(known: Known): StepReport {
  const observations = [
    ...observeSources(known),
    ...observeHolders(known),
    ...observeRounded(known),
    ...observeConstraint(known),
    ...observeControl(known),
    ...observeShape(known),
    ...observeSiblingShape(known),
    ...observeVariants(known, "identifier"),
    ...observePage(known).filter((observation) => observation.step === "identifier"),
  ];
  if (known.identifiers.length === 0 && observations.length === 0) {
    return {
      id: "identifier",
      status: "skipped",
      remarks: ["The path holds nothing that is known to be an identifier."],
      observations,
    };
  }
  return {
    id: "identifier",
    status: observations.some(({ rule }) => weighsAnything(rule)) ? "finding" : "done",
    remarks: [],
    observations,
  };
}

function observeConstraint(known: Known): readonly Observation[] {
  const refused = findRefusedIdentifier(known);
  if (refused === null || refused.difference.actual === "") {
    return [];
  }
  const { difference, route } = refused;
  const { method, path, file, line, column } = route;
  const listing = findContradiction(known);
  const location = { file, line, column };
  const written: Observation = {
    step: "identifier",
    rule: "constraint-written",
    statement: `${method} ${path} takes only ${difference.expected} here (${file}:${line}), not "${difference.actual}".`,
    claim: `"${difference.actual}" has the wrong shape for ${method} ${path}: the route takes only ${difference.expected} (${file}:${line}).`,
    probe: null,
    location,
  };
  return listing === null
    ? [written]
    : [
        { ...written, claim: null },
        {
          step: "identifier",
          rule: "constraint-contradicted",
          statement: `The collection lists "${difference.actual}": the identifier is right, and the constraint refuses it.`,
          claim: `The route refuses an identifier that exists: ${method} ${path} takes only ${difference.expected} (${file}:${line}), and the collection lists "${difference.actual}".`,
          probe: listing,
          location,
        },
      ];
}

function observeControl(known: Known): readonly Observation[] {
  const control = resultsOf(known, "control-identifier")[0];
  const path = resultsOf(known, "control-path")[0];
  const baseline = baselineOf(known);
  // Where a missing path looks the same as a missing resource, being like one of them says nothing.
  const isComparable = control && sortAnswer(control.probe) !== "redirects" && sortAnswer(control.probe) !== "fails";
  if (!isComparable || !path || !baseline || isAlike(control.probe, path.probe)) {
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
        ? "The application looked and found nothing: an identifier that surely names nothing gets the same answer."
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
  // Words have no shape that another word could lack.
  if (values.length < 2 || shapes.size !== 1 || shape === identifier.shape || shape === "slug") {
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

/** Every other request of the file that asks the same route has an identifier of one shape, and the failing one has another. */
function observeSiblingShape(known: Known): readonly Observation[] {
  const identifier = known.identifiers.at(-1);
  if (!identifier) {
    return [];
  }
  const alike = known.siblings.flatMap((sibling) => {
    const value = siblingValue(known, sibling, identifier.segment);
    return value === null ? [] : [{ sibling, value }];
  });
  const shapes = new Set(alike.map(({ value }) => shapeOf(value)));
  const [first] = alike;
  if (!first || alike.length < 2 || shapes.size !== 1 || shapes.has(identifier.shape)) {
    return [];
  }
  const { file, line } = first.sibling;
  return [
    {
      step: "identifier",
      rule: "sibling-shape-differs",
      statement: `The other requests of this route ask for identifiers like ${first.value}; "${identifier.value}" does not look like one.`,
      claim: `"${identifier.value}" has another shape than every ${identifier.name} that the other requests ask for, such as ${first.value}.`,
      probe: null,
      location: file === null || line === null ? null : { file, line, column: 1 },
    },
  ];
}
