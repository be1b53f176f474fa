import type { Known, Observation } from "../../known.ts";

/** What locations of nginx do with the path instead of what they were written for, where nothing but nginx can have answered. */
export function observeFolders(known: Known): readonly Observation[] {
  const layer = known.responder?.responder.layer ?? "unknown";
  return layer === "application" || layer === "router" ? [] : [...observeMisplaced(known), ...observeTaken(known)];
}

/** A regular expression that comes before the prefix which passes the path on. */
function observeTaken({ surroundings: { taken }, target }: Known): readonly Observation[] {
  if (taken === null) {
    return [];
  }
  const { expression, prefix, location, passing, right } = taken;
  const [own, other] = [location, passing].map(({ file, line }) => `${file}:${line}`);
  return [
    {
      step: "routing",
      rule: "location-taken",
      statement: `${target.path} matches the location ${expression} (${own}), which nginx asks before ${prefix} (${other}).`,
      claim: `nginx does not pass ${target.path} on: the regular expression ${expression} (${own}) comes before the location ${prefix} (${other}). "${right}" would keep it.`,
      probe: null,
      location,
    },
  ];
}

/** A location that looks for the file in another place than where it is. */
function observeMisplaced(known: Known): readonly Observation[] {
  const { misplaced } = known.surroundings;
  if (misplaced === null) {
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
