import type { Known, Observation } from "../known.ts";

/** What only a server's or a library's own rules explain: a hidden segment, a version that must be selected. */
export function observeServerRules(known: Known): readonly Observation[] {
  return [...observeHiddenSegment(known), ...observeSelector(known), ...observeFile(known)];
}

function observeHiddenSegment(known: Known): readonly Observation[] {
  const hidden = known.target.segments.find((segment) => /^\.[\w-]/.test(segment));
  const layer = known.responder?.responder.layer;
  if (hidden === undefined || known.match.matched !== null || layer === "application") {
    return [];
  }
  const file = known.named?.isExact ? known.named.file : null;
  return [
    {
      step: "routing",
      rule: file === null ? "hidden-segment" : "hidden-file-written",
      statement: `The segment "${hidden}" starts with a dot; many servers refuse such paths as hidden files.`,
      claim:
        file === null
          ? `A server rule may refuse the hidden segment "${hidden}" before any route is asked.`
          : `The file ${file} is there, but the server refuses paths with the hidden segment "${hidden}".`,
      probe: known.replay?.id ?? null,
      location: file === null ? null : { file, line: 1, column: 1 },
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

function observeFile({ named, target }: Known): readonly Observation[] {
  if (named === null || named.isExact) {
    return [];
  }
  return [
    {
      step: "routing",
      rule: "file-case-written",
      statement: `The workspace holds ${named.file}: only letter case differs from ${target.path}.`,
      claim: `Only letter case is wrong: the file is ${named.file}, the path says ${target.path}.`,
      probe: null,
      location: { file: named.file, line: 1, column: 1 },
    },
  ];
}
