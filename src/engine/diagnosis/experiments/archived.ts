import { nameRecord } from "../identifiers/lookedUp.ts";
import type { Experiment, Known } from "../known.ts";
import { asSafe } from "./vary.ts";

const pastWord = /archiv|delet|trash|inactiv|closed|withdrawn|retired|expired|cancel|hidden|draft|unpublished/i;
// `query.include`, `query["include"]`, `req.query("include")`, `args.get("include")`, `searchParams.get('include')`.
const queryRead =
  /\b(?:query|args|params|searchParams|query_params|GET|queries)\s*(?:\??\.(?:get|getlist|getAll)\(\s*|\(\s*|\[\s*|\?\.|\.)["'`]?([A-Za-z_][\w.-]*)["'`]?/g;
// What it is compared with, after a default value and the brackets that may close.
const compared = /^(?:\s*,\s*["'\w]*)?[\s)\]]*(?:[!=]==?|\bin\b|\bis\b)\s*["'`]?([\w-]+)/;

const paging = /^(?:page|limit|offset|cursor|size|per_?page|sort|order|fields|q|search|lang|locale|format)$/i;
const mostParameters = 3;

/** The query parameter, such as `include=archived`, by which a handler lets through what is archived or deleted; null when it reads none. */
export function findPastParameter(text: string): string | null {
  for (const found of text.matchAll(queryRead)) {
    const [whole, name = ""] = found;
    const value = compared.exec(text.slice(found.index + whole.length, found.index + whole.length + 80))?.[1];
    if (value !== undefined && pastWord.test(value)) {
      return `${name}=${value}`;
    }
    if (pastWord.test(name)) {
      const isSaid = value !== undefined && !/^(?:none|null|undefined|false|not)$/i.test(value);
      return `${name}=${isSaid ? value.replace(/^True$/, "true") : "true"}`;
    }
  }
  return null;
}

/** The state that data gives the record, as a parameter that the handler reads, and as one of the state's own name. */
function parametersOfRecord({ surroundings: { record } }: Known, text: string): readonly string[] {
  const read = [...text.matchAll(queryRead)].map(([, name = ""]) => name);
  const names = record ? [...read.filter((name) => !paging.test(name)).slice(0, mostParameters - 1), record.key] : [];
  return names.map((name) => `${name}=${record?.value}`);
}

/** The same request with the parameter by which its own handler lets archived or deleted things through. */
export function planArchived(known: Known): readonly Experiment[] {
  const text = known.handler ? `${known.handler.text}\n${known.handler.called}` : "";
  const found = findPastParameter(text);
  const parameters = found === null ? parametersOfRecord(known, text) : [found];
  return parameters
    .filter((parameter) => !known.target.query.includes(parameter))
    .map((parameter) => planParameter(known, parameter));
}

function planParameter(known: Known, parameter: string): Experiment {
  const thing = nameRecord(known);
  const url = `${known.request.url.replace(/#.*$/, "")}${known.target.query === "" ? "?" : "&"}${parameter}`;
  return {
    id: `archived:${parameter}`,
    role: "variant",
    varies: "path",
    why: `with ${parameter}, which may let it through`,
    request: { ...asSafe(known.request), url },
    tests: ["lifecycle/archived", "stale-identifier/unknown-id"],
    value: 1.2,
    reading: {
      step: "existence",
      answers: "archived-answers",
      misses: null,
      claim: (status) => `${thing} is still there but archived: with ${parameter} the same request answers ${status}.`,
      statement: (status) => `With ${parameter} the same request answers ${status}.`,
    },
  };
}
