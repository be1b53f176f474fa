import type { Known, Observation } from "../../known.ts";

/** A location of nginx that looks for the file in another place than where it is, where nothing but nginx can have answered. */
export function observeFolders(known: Known): readonly Observation[] {
  const { misplaced } = known.surroundings;
  const layer = known.responder?.responder.layer ?? "unknown";
  if (misplaced === null || layer === "application" || layer === "router") {
    return [];
  }
  const { directive, sought, held, right, location } = misplaced;
  const place = `${location.file}:${location.line}`;
  const why = {
    root: "root puts the whole path behind its folder",
    alias: "alias puts what follows the location's prefix behind its folder, as it is",
  }[directive];
  return [
    {
      step: "routing",
      rule: "folder-misplaced",
      statement: `${place} makes nginx look for ${sought}, and the file is ${held} there (${known.named?.file} here).`,
      claim: `nginx looks for ${sought} (${place}), and the file is ${held}: ${why}. It would be found with "${right}".`,
      probe: null,
      location,
    },
  ];
}
