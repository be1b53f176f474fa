import { type Known, type Observation, resultsOf } from "../../known.ts";
import { baselineOf, isAlike, isFound } from "../../responses/answers.ts";

/**
 * An object store that answers 403 for a key that surely does not exist, and gives others: who may read but not list is never told
 * that a key is missing (https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html, permissions).
 */
export function observeStore(known: Known): readonly Observation[] {
  const { responder, replay, target } = known;
  const isStore = responder?.responder.layer === "static" && replay?.exchange.response?.status === 403;
  const baseline = baselineOf(known);
  const control = [...resultsOf(known, "control-path"), ...resultsOf(known, "control-identifier")].find(
    ({ probe }) => baseline !== null && isAlike(baseline, probe),
  );
  const living = known.results.find(
    ({ experiment, probe }) => ["neighbour", "sibling", "mate"].includes(experiment.role) && isFound(known, probe),
  );
  if (!isStore || !control || !living) {
    return [];
  }
  const { name } = responder.responder;
  return [
    {
      step: "masking",
      rule: "store-hides-misses",
      statement: `${name} answers 403 for a key that surely does not exist as well, and ${living.probe.url} answers: it hides which keys there are.`,
      claim: `${name} answers 403 for ${target.path} as for any key that does not exist: the object is missing or may not be read, and who may not list the bucket is not told which.`,
      probe: control.probe.id,
      location: null,
    },
  ];
}
