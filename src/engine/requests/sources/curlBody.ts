import type { Range } from "../../model/place.ts";
import type { WrittenField } from "../../model/request.ts";
import { dataTextOf, fileOf, isData } from "./curlData.ts";
import { formBoundary, formText, isForm } from "./curlForm.ts";
import type { CurlOption } from "./curlOptions.ts";

/** What the data options of a curl command make of the body, the query and the fields that curl adds by itself. */
export interface CurlBody {
  readonly text: string | null;
  readonly file: string | null;
  readonly range: Range | null;
  readonly query: readonly string[];
  readonly fields: readonly WrittenField[];
  readonly isSent: boolean;
  /** The options whose files can be no part of the text, and are left out. */
  readonly leftOut: readonly CurlOption[];
}

const NO_BODY: CurlBody = { text: null, file: null, range: null, query: [], fields: [], isSent: false, leftOut: [] };

/** Builds the body as curl does: data joined with `&`, forms as multipart, `-G` data as query, `@file` alone as a file. */
export function curlBody(options: readonly CurlOption[]): CurlBody {
  const upload = options.findLast((option) => option.meaning === "upload");
  if (upload !== undefined) return { ...NO_BODY, file: upload.value.text, range: upload.value.range, isSent: true };
  const form = options.filter(isForm);
  if (form.length > 0) {
    const fields = [addedField("Content-Type", `multipart/form-data; boundary=${formBoundary}`)];
    return { ...NO_BODY, text: formText(form), range: rangeOf(form), fields, isSent: true };
  }
  const data = options.filter(isData);
  if (data.length === 0) return NO_BODY;
  const leftOut = data.filter((option) => fileOf(option) !== null);
  const texts = data.filter((option) => !leftOut.includes(option)).map(dataTextOf);
  if (options.some((option) => option.meaning === "get")) return { ...NO_BODY, query: texts, leftOut };
  return dataBody(data, texts, leftOut);
}

function dataBody(data: readonly CurlOption[], texts: readonly string[], leftOut: readonly CurlOption[]): CurlBody {
  const isJson = data.some((option) => option.meaning === "json");
  const type = isJson ? "application/json" : "application/x-www-form-urlencoded";
  const fields = [addedField("Content-Type", type), ...(isJson ? [addedField("Accept", "application/json")] : [])];
  const body = { ...NO_BODY, range: rangeOf(data), fields, isSent: true };
  const [only, ...others] = data;
  const file = only === undefined || only.meaning === "data-urlencode" ? null : fileOf(only);
  if (file !== null && file !== "-" && others.length === 0) return { ...body, file };
  return { ...body, text: texts.join(isJson ? "" : "&"), leftOut };
}

function rangeOf(options: readonly CurlOption[]): Range {
  return { start: options[0]?.value.range.start ?? 0, end: options.at(-1)?.value.range.end ?? 0 };
}

function addedField(name: string, value: string): WrittenField {
  return { name, value, nameRange: { start: 0, end: 0 }, valueRange: { start: 0, end: 0 } };
}
