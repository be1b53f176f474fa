import type { Known, Observation } from "../known.ts";

/** What only a server's or a library's own rules explain: a hidden segment, a version that must be selected. */
export function observeServerRules(known: Known): readonly Observation[] {
  return [...observeHiddenSegment(known), ...observeSelector(known), ...observeFile(known)];
}

function observeHiddenSegment(known: Known): readonly Observation[] {
  const hidden = known.target.segments.find((segment) => /^\.(?!well-known)[\w-]/.test(segment));
  const layer = known.responder?.responder.layer;
  if (hidden === undefined || known.match.matched !== null || layer === "application") {
    return [];
  }
  return [
    {
      step: "routing",
      rule: "hidden-segment",
      statement: `The segment "${hidden}" starts with a dot; many servers refuse such paths as hidden files.`,
      claim: `A server rule refuses the hidden segment "${hidden}" before any route is asked.`,
      probe: known.replay?.id ?? null,
      location: null,
    },
  ];
}

function observeSelector(known: Known): readonly Observation[] {
  const fields = known.replay?.exchange.response?.headers ?? [];
  const said = fields.find(
    ([name, value]) => /^api-supported-versions$/i.test(name) || (/^x-cascade$/i.test(name) && value === "pass"),
  );
  const message = known.facts?.message ?? "";
  const isSaid =
    said !== undefined || /\bapi[- _]?version\b/i.test(message) || known.replay?.exchange.response?.status === 406;
  if (!isSaid) {
    return [];
  }
  const because = said ? `${said[0]}: ${said[1]}` : message || "406 Not Acceptable";
  return [
    {
      step: "routing",
      rule: "selector-said",
      statement: `The server selects the version by a field or parameter: ${because}.`,
      claim: `The path is right, but the version is selected by a field or parameter that is missing or wrong: ${because}.`,
      probe: known.replay?.id ?? null,
      location: null,
    },
  ];
}

function observeFile({ misspelt, target }: Known): readonly Observation[] {
  if (misspelt === null) {
    return [];
  }
  return [
    {
      step: "routing",
      rule: "file-case-written",
      statement: `The workspace holds ${misspelt.file}: only letter case differs from ${target.path}.`,
      claim: `Only letter case is wrong: the file is ${misspelt.file}, the path says ${target.path}.`,
      probe: null,
      location: { file: misspelt.file, line: 1, column: 1 },
    },
  ];
}
