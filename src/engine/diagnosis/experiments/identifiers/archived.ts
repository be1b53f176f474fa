import { joinPath, splitPath } from "../../../targetUri.ts";
import { beginWith, nameRecord } from "../../identifiers/lookedUp.ts";
import type { Experiment, Known } from "../../known.ts";
import { isFound } from "../../responses/answers.ts";
import { asSafe, varyPath } from "../vary.ts";

const pastWord = /archiv|delet|trash|inactiv|closed|withdrawn|retired|expired|cancel|hidden|draft|unpublished/i;
// `query.include`, `query["include"]`, `req.query("include")`, `args.get("include")`, `searchParams.get('include')`.
const queryRead =
  /\b(?:query|args|params|searchParams|query_params|GET|queries)\s*(?:\??\.(?:get|getlist|getAll)\(\s*|\(\s*|\[\s*|\?\.|\.)["'`]?([A-Za-z_][\w.-]*)["'`]?/g;
// What it is compared with, after a default value and the brackets that may close.
const compared = /^(?:\s*,\s*["'\w]*)?[\s)\]]*(?:[!=]==?|\bin\b|\bis\b)\s*["'`]?([\w-]+)/;

const paging = /^(?:page|limit|offset|cursor|size|per_?page|sort|order|fields|q|search|lang|locale|format)$/i;
const mostParameters = 3;
const prefix = "archived:";

/** The query parameter, such as `include=archived`, by which a handler lets through what is archived or deleted; null when it reads none. */
export function findPastParameter(text: string): string | null {
  for (const found of text.matchAll(queryRead)) {
    const [whole, name = ""] = found;
    const value = compared.exec(text.slice(found.index + whole.length, found.index + whole.length + 80))?.[1];
    if (value !== undefined && pastWord.test(value)) {
      return `${name}=${value}`;
    }
    if (pastWord.test(name) || (/^(?:all|everything)$/i.test(name) && value !== undefined)) {
      const isSaid = value !== undefined && !/^(?:none|null|undefined|false|not)$/i.test(value);
      return `${name}=${isSaid ? value.replace(/^True$/, "true") : "true"}`;
    }
  }
  return null;
}

/** The state that data gives the record, as a parameter that the handler reads, and as one of the state's own name. */
function parametersOfRecord({ surroundings: { record }, match }: Known, text: string): readonly string[] {
  // A flag that is not set, a table and a day are no words that a caller would ask for.
  if (!record || record.isTable || !/^[a-z]/i.test(record.value) || record.value === "false") {
    return [];
  }
  const ofPath = new Set([...(match.matched?.path ?? "").matchAll(/\{(\w+)/g)].map(([, name]) => name));
  const read = [...text.matchAll(queryRead)].map(([, name = ""]) => name);
  const usable = read.filter((name) => !paging.test(name) && !ofPath.has(name));
  const isPresent = new RegExp(
    `["'\`]${record.value}["'\`]\\s+(?:not\\s+)?in\\s+[\\w.]*(?:query|args|query_params|GET)\\b`,
  ).test(text);
  return [
    ...(isPresent ? [`${record.value}=true`] : []),
    ...[...usable.slice(0, mostParameters - 1), record.key].map((name) => `${name}=${record.value}`),
  ];
}

/** The parameters that the workspace writes somewhere to ask for what is past, those of the record's own state first. */
function parametersOfTexts({ clues, surroundings: { record } }: Known): readonly string[] {
  const written = clues.filter(({ kind }) => kind === "past-parameter").map(({ value }) => value);
  return record === null
    ? []
    : written.toSorted((one, other) => likenessTo(other, record.value) - likenessTo(one, record.value));
}

function likenessTo(parameter: string, state: string): number {
  return parameter.endsWith(`=${state}`) ? 1 : 0;
}

/** The same request with a parameter by which archived or deleted things are let through: one that its handler reads, or that is written elsewhere. */
export function planArchived(known: Known): readonly Experiment[] {
  const text = known.handler ? `${known.handler.text}\n${known.handler.called}` : "";
  const found = findPastParameter(text);
  const ofRecord = parametersOfRecord(known, text);
  const others = [...ofRecord.slice(0, -1), ...parametersOfTexts(known), ...ofRecord.slice(-1)];
  const parameters = found === null ? others : [found];
  const isShown = known.results.some(({ experiment: { id }, probe }) => id.startsWith(prefix) && isFound(known, probe));
  const asked = [...new Set(parameters)]
    .filter((parameter) => !isShown && !known.target.query.includes(parameter))
    .slice(0, mostParameters)
    .map((parameter) => planParameter(known, parameter));
  return [...asked, ...planShelf(known)];
}

const shelfWord = /(?:^|[-_])(?:archiv\w*|past|former|old|retired|closed|expired|withdrawn)(?:$|[-_])/i;

/** The route that is called like what is past of this one, where data holds the record in such a state: `/archive/orders/{id}` or `/past-orders/{id}`. */
function planShelf(known: Known): readonly Experiment[] {
  const { surroundings, routes, match, identifiers, target } = known;
  const identifier = identifiers.at(-1);
  const collection = target.segments[(identifier?.segment ?? 0) - 1] ?? "";
  const shelf = routes.routes.find(({ method, path, problems }) => {
    const words = splitPath(path);
    const isOne = words.at(-1)?.startsWith("{") === true && words.filter((word) => word.startsWith("{")).length === 1;
    const isOfIt = words.some((word) => word === collection || word.replace(shelfWord, "") === collection);
    return method === "GET" && problems.length === 0 && isOne && isOfIt && words.some((word) => shelfWord.test(word));
  });
  const isPast = surroundings.record?.fate === "archived";
  if (!isPast || !identifier || !shelf || shelf === match.matched || collection === "") {
    return [];
  }
  const path = joinPath([...splitPath(shelf.path).slice(0, -1), identifier.value]);
  const { file, line, column } = shelf;
  return [
    {
      id: `${prefix}${path}`,
      role: "variant",
      varies: "path",
      why: `the route of what is past, ${shelf.path} (${file}:${line})`,
      request: varyPath(asSafe(known.request), path),
      tests: ["lifecycle/archived", "stale-identifier/unknown-id"],
      value: 1.2,
      reading: {
        step: "existence",
        answers: "archived-answers",
        misses: null,
        location: { file, line, column },
        claim: (status) => `${beginWith(nameRecord(known))} is still there but archived: ${path} answers ${status}.`,
        statement: (status) => `${path} answers ${status}.`,
      },
    },
  ];
}

function planParameter(known: Known, parameter: string): Experiment {
  const thing = nameRecord(known);
  const url = `${known.request.url.replace(/#.*$/, "")}${known.target.query === "" ? "?" : "&"}${parameter}`;
  return {
    id: `${prefix}${parameter}`,
    role: "variant",
    varies: "negotiation",
    why: `with ${parameter}, which may let it through`,
    request: { ...asSafe(known.request), url },
    tests: ["lifecycle/archived", "stale-identifier/unknown-id"],
    value: 1.2,
    reading: {
      step: "existence",
      answers: "archived-answers",
      misses: null,
      claim: (status) =>
        `${beginWith(thing)} is still there but archived: with ${parameter} the same request answers ${status}.`,
      statement: (status) => `With ${parameter} the same request answers ${status}.`,
    },
  };
}
