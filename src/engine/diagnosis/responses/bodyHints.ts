import type { Response } from "../../model/exchange.ts";
import { readMarkupTexts } from "./markupText.ts";
import type { NamedValue } from "./responseIds.ts";

/** A sign in the body that the thing existed and no longer answers here; `field` is the key, or the sentence's own key. */
export interface TombstoneHint {
  readonly kind: "deleted" | "archived" | "merged" | "moved" | "gone";
  readonly field: string;
  readonly value: string;
}

/** The members of a problem details object (RFC 9457); `extensions` are the names of its further members. */
export interface ProblemDetails {
  readonly type: string | null;
  readonly title: string | null;
  readonly status: number | null;
  readonly detail: string | null;
  readonly instance: string | null;
  readonly extensions: readonly string[];
}

/** What a body says besides its message. */
export interface BodyHints {
  readonly ids: readonly NamedValue[];
  readonly tombstones: readonly TombstoneHint[];
  readonly problem: ProblemDetails | null;
  /** Machine-readable codes such as `rest_no_route` or `NoSuchKey`. */
  readonly codes: readonly NamedValue[];
  /** The sentence meant for people; null when there is none. */
  readonly message: string | null;
}

const bodyLimit = 65_536;
const deepest = 5;
const mostFields = 400;

/** Reads a body's ids, error codes, message and traces of a former thing; only the first part of a large body is looked at. */
export function readBodyHints(response: Response): BodyHints {
  const source = response.text.slice(0, bodyLimit);
  const root = parseObject(source);
  const fields = root === null ? readMarkupFields(source) : listFields(root);
  return {
    ids: readBodyIds(fields, source),
    tombstones: readTombstones(fields),
    problem: root === null ? null : readProblem(root, response),
    codes: fields.filter(isCode).map(({ name, value }) => ({ from: name, value: String(value).slice(0, 200) })),
    message: readMessage(fields),
  };
}

interface Field {
  readonly name: string;
  readonly value: string | number | boolean;
}

function parseObject(source: string): object | null {
  if (!/^\s*[[{]/.test(source)) return null;
  try {
    const value: unknown = JSON.parse(source);
    return typeof value === "object" ? value : null;
  } catch {
    return null;
  }
}

/** The plain values of a JSON document with the key nearest to each, the outermost first. */
function listFields(root: object): readonly Field[] {
  const fields: Field[] = [];
  let level: readonly (readonly [string, unknown])[] = Object.entries(root);
  for (let depth = 0; depth < deepest && level.length > 0; depth++) {
    const next: (readonly [string, unknown])[] = [];
    for (const [name, value] of level.slice(0, mostFields - fields.length)) {
      if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
        fields.push({ name, value });
      } else if (Array.isArray(value)) {
        for (const item of value.slice(0, 10)) next.push([name, item]);
      } else if (typeof value === "object" && value !== null) next.push(...Object.entries(value));
    }
    level = next;
  }
  return fields;
}

function readMarkupFields(source: string): readonly Field[] {
  if (!/^\s*</.test(source)) return [{ name: "message", value: source.slice(0, 2000) }];
  return readMarkupTexts(source)
    .slice(0, mostFields)
    .map(({ tag, text }) => ({ name: tag, value: text }));
}

function readBodyIds(fields: readonly Field[], source: string): readonly NamedValue[] {
  const ids: NamedValue[] = [];
  for (const { name, value } of fields) {
    if (!/^(?:x-)?(?:request|trace|correlation|transaction|activity|incident)[_-]?id$|^trace$/i.test(name)) continue;
    const text = String(value);
    if (/^[\w.:=+/-]{6,200}$/.test(text)) ids.push({ from: name, value: text });
  }
  const written =
    /\b(Request ID|Correlation ID|Trace ID|Ray ID|Reference #|Incident ID|ID: (?=[a-z]{3}\d::))[:\s]{0,3}([\w.:-]{6,120})/i;
  const found = written.exec(source);
  if (found?.[2] !== undefined && !ids.some(({ value }) => value === found[2])) {
    ids.push({ from: (found[1] ?? "").replace(/: $/, ""), value: found[2] });
  }
  return ids;
}

const tombstoneNames: readonly (readonly [RegExp, TombstoneHint["kind"]])[] = [
  [
    /^(?:is_?)?deleted(?:_?(?:at|on|by|date|time))?$|^deletion_?(?:date|time)$|^tombstoned?$|^removed(?:_?at)?$/i,
    "deleted",
  ],
  [/^(?:is_?)?archived(?:_?(?:at|on|by))?$/i, "archived"],
  [/^merged_?(?:into|with|to)(?:_?id)?$/i, "merged"],
  [
    /^(?:replaced_?by|superseded_?by|successor|moved_?to|renamed_?to|redirect_?to|new_?(?:id|slug|url|location|path))(?:_?id)?$/i,
    "moved",
  ],
  [/^(?:is_?)?gone$|^expired(?:_?at)?$|^discontinued(?:_?at)?$/i, "gone"],
];

const tombstoneWords: readonly (readonly [RegExp, TombstoneHint["kind"]])[] = [
  [
    /\b(?:has|have|was|were|been|is|already) (?:permanently |since )?(?:soft-)?(?:deleted|removed|erased|purged|destroyed|withdrawn|expunged|anonymi[sz]ed|cancelled and removed)\b|^(?:deleted|erased|purged)$/i,
    "deleted",
  ],
  [/\b(?:has|was|were|been|is|are) archived\b|^archived$|\bin the archive\b/i, "archived"],
  [/\b(?:has|was|been) merged (?:into|with)\b/i, "merged"],
  [/\b(?:has|was|been) (?:moved|renamed) to\b|\b(?:replaced|superseded) by\b/i, "moved"],
  [
    /\bno longer (?:available|exists?|offered|published|on sale)\b|\b(?:was|been|is) (?:discontinued|retired|decommissioned)\b|^gone$/i,
    "gone",
  ],
];

/** A key counts when its value says that it is so; a sentence counts when it is short enough to be the message of an error. */
function readTombstones(fields: readonly Field[]): readonly TombstoneHint[] {
  const hints: TombstoneHint[] = [];
  for (const { name, value } of fields) {
    const text = String(value).trim();
    const said = value !== false && text !== "" && text !== "0" && text.toLowerCase() !== "false";
    const byName = said ? tombstoneNames.find(([pattern]) => pattern.test(name)) : undefined;
    const isHedged = /\bnever exist|\b(?:may|might|could) (?:have|be)\b|\bor (?:is|was|has|does|did|they|it)\b/i.test(
      text,
    );
    const bySentence = typeof value === "string" && isMessageName(name) && text.length < 400 && !isHedged;
    const byWords = bySentence ? tombstoneWords.find(([pattern]) => pattern.test(text)) : undefined;
    const kind = byName?.[1] ?? byWords?.[1];
    if (kind !== undefined) hints.push({ kind, field: name, value: text.slice(0, 400) });
  }
  return hints;
}

function isMessageName(name: string): boolean {
  return /^(?:message|error|errors|detail|details|reason|description|error_description|title|status|state|msg|code|h1|h2|p)$/i.test(
    name,
  );
}

function isCode({ name, value }: Field): boolean {
  if (!/^(?:code|error_?code|err_?code|error|type|reason|name|classname|__type)$/i.test(name)) return false;
  return typeof value === "string" && value !== "about:blank" && /^[A-Za-z][\w.:/-]{2,120}$/.test(value);
}

function readMessage(fields: readonly Field[]): string | null {
  const names = [
    "message",
    "detail",
    "error_description",
    "errormessage",
    "msg",
    "faultstring",
    "title",
    "error",
    "reason",
    "h1",
    "p",
  ];
  for (const wanted of names) {
    const found = fields.find(
      ({ name, value }) => name.toLowerCase() === wanted && typeof value === "string" && value.trim() !== "",
    );
    if (found !== undefined) return String(found.value).trim().slice(0, 400);
  }
  return null;
}

/** Only an object that calls itself a problem, or has the members of one, counts. */
function readProblem(root: object, response: Response): ProblemDetails | null {
  const members = new Map<string, unknown>(Object.entries(root));
  const declared = response.headers.some(
    ([name, value]) => name.toLowerCase() === "content-type" && /application\/problem\+json/i.test(value),
  );
  const shaped = members.has("title") && members.has("status") && (members.has("type") || members.has("detail"));
  if (!declared && !shaped) return null;
  const text = (name: string): string | null => {
    const value = members.get(name);
    return typeof value === "string" ? value.slice(0, 1000) : null;
  };
  const status = members.get("status");
  const standard = new Set(["type", "title", "status", "detail", "instance"]);
  return {
    type: text("type"),
    title: text("title"),
    status: typeof status === "number" ? status : null,
    detail: text("detail"),
    instance: text("instance"),
    extensions: [...members.keys()].filter((name) => !standard.has(name)).slice(0, 40),
  };
}
