import type { Known, Observation } from "../../known.ts";
import { looksRouterMissed } from "../../responses/answers.ts";
import type { RuleId } from "../../verdict/weights/index.ts";

/** What only a server's or a library's own rules explain: a hidden segment, a version that must be selected. */
export function observeServerRules(known: Known): readonly Observation[] {
  return [
    ...observeHiddenSegment(known),
    ...observeSelector(known),
    ...observeFile(known),
    ...observeSought(known),
    ...observeSubstatus(known),
    ...observeSaidMiss(known),
    ...observeCollision(known),
  ];
}

const substatuses: Readonly<Record<string, string>> = {
  "3": "it has no media type for this extension",
  "5": "its sequence of characters is denied",
  "6": "this method is denied",
  "7": "this extension is denied",
  "8": "a segment of it is hidden",
  "11": "it is percent-encoded twice",
  "14": "it is too long",
  "15": "its query is too long",
};

/** IIS names the filter that refused a path in the substatus (https://learn.microsoft.com/troubleshoot/developer/webapps/iis/health-diagnostic-performance/http-status-code). */
function observeSubstatus(known: Known): readonly Observation[] {
  const text = known.replay?.exchange.response?.text.slice(0, 16_384) ?? "";
  const substatus = /\b(?:HTTP Error )?404\.(\d{1,2})\b/.exec(text)?.[1] ?? "";
  const reason = substatuses[substatus];
  return reason === undefined
    ? []
    : [
        say(
          known,
          "substatus-said",
          `The answer names the substatus 404.${substatus}: ${reason}.`,
          `A filter of IIS refused this path before any application saw it: ${reason} (404.${substatus}).`,
        ),
      ];
}

/** Two sentences by which interfaces say what was not found: a whole group of an API, or the parent of what was asked for. */
function observeSaidMiss(known: Known): readonly Observation[] {
  const message = known.facts?.message ?? "";
  const code = known.facts?.errorCodes.find(({ value }) => parentCode.test(value))?.value;
  const parent = parentCode.exec(code ?? "")?.[1];
  const found: Observation[] = [];
  if (/the server could not find the requested resource/i.test(message)) {
    const said = `The answer says "${message.slice(0, 120)}", which Kubernetes says of a group or version that it does not serve.`;
    found.push(
      say(
        known,
        "api-group-said",
        said,
        `This group or version of the API is not served (any more): "${message.slice(0, 120)}".`,
      ),
    );
  }
  if (parent !== undefined && known.target.segments.length > 2) {
    const said = `The answer says ${code}: it is the ${parent.toLowerCase()} in the path that is not found.`;
    found.push(
      say(
        known,
        "parent-said",
        said,
        `The ${parent.toLowerCase()} that the path names is not there: the answer says ${code}.`,
      ),
    );
  }
  return found;
}

const parentCode =
  /\b(Deployment|Project|Repository|Workspace|Namespace|Organi[sz]ation|Site|Shop|Team|Account|Subscription|ResourceGroup)[_-]?Not[_-]?Found\b/i;

/** APPLICATION_ROOT is compared as text by some servers, so that `/public` takes `/public-users` as well. */
function observeCollision(known: Known): readonly Observation[] {
  const { target, match, clues } = known;
  const root = clues.find(({ kind, value }) => {
    const isText = kind === "base-path" && value.length > 1 && target.path.startsWith(value);
    return isText && /^[\w-]/.test(target.path.slice(value.length));
  });
  if (!root || !match.matched || !looksRouterMissed(known)) {
    return [];
  }
  const place = `${root.location.file}:${root.location.line}`;
  const said = `${place} sets ${root.value}, and ${target.path} begins with the same letters.`;
  return [
    {
      ...say(
        known,
        "prefix-collides",
        said,
        `The base path ${root.value} (${place}) is compared as mere text, so that it takes ${target.path} too and cuts it.`,
      ),
      location: root.location,
    },
  ];
}

function say(known: Known, rule: RuleId, statement: string, claim: string): Observation {
  return { step: "routing", rule, statement, claim, probe: known.replay?.id ?? null, location: null };
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

/** Who looks for a file has been reached by the path: nothing on the way maps it. */
function observeSought({ sought, replay }: Known): readonly Observation[] {
  return sought === null
    ? []
    : [
        {
          step: "routing",
          rule: "file-sought",
          statement: `The server looked for a file that is not there: ${sought}.`,
          claim: null,
          probe: replay?.id ?? null,
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
