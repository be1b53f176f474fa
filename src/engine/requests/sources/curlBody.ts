import type { Range } from "../../model/place.ts";
import type { WrittenField } from "../../model/request.ts";
import type { CurlMeaning } from "./curlOptions.ts";
import type { CurlOption } from "./parseCurl.ts";

/** What the data options of a curl command make of the body, the query and the fields that curl adds by itself. */
export interface CurlBody {
  readonly text: string | null;
  readonly file: string | null;
  readonly range: Range | null;
  readonly query: readonly string[];
  readonly fields: readonly WrittenField[];
  readonly isSent: boolean;
}

const DATA: ReadonlySet<CurlMeaning> = new Set<CurlMeaning>(["data", "data-raw", "data-urlencode", "json"]);
const FORM: ReadonlySet<CurlMeaning> = new Set<CurlMeaning>(["form", "form-string"]);
const BOUNDARY = "----diagnose404FormBoundary";
const NO_BODY: CurlBody = { text: null, file: null, range: null, query: [], fields: [], isSent: false };

/** Builds the body as curl does: data joined with `&`, forms as multipart, `-G` data as query, `@file` as a file. */
export function curlBody(options: readonly CurlOption[]): CurlBody {
  const upload = options.findLast((option) => option.meaning === "upload");
  if (upload !== undefined) return { ...NO_BODY, file: upload.value.text, range: upload.value.range, isSent: true };
  const form = options.filter((option) => FORM.has(option.meaning));
  if (form.length > 0) return formBody(form);
  const data = options.filter((option) => DATA.has(option.meaning));
  if (data.length === 0) return NO_BODY;
  const texts = data.map(dataText);
  if (options.some((option) => option.meaning === "get")) return { ...NO_BODY, query: texts };
  return dataBody(data, texts);
}

function dataBody(data: readonly CurlOption[], texts: readonly string[]): CurlBody {
  const isJson = data.some((option) => option.meaning === "json");
  const type = isJson ? "application/json" : "application/x-www-form-urlencoded";
  const fields = [addedField("Content-Type", type), ...(isJson ? [addedField("Accept", "application/json")] : [])];
  const [first] = data;
  const range = { start: first?.value.range.start ?? 0, end: data.at(-1)?.value.range.end ?? 0 };
  const isFile = data.length === 1 && first?.meaning !== "data-raw" && /^@./.test(first?.value.text ?? "");
  if (isFile) return { text: null, file: texts[0]?.slice(1) ?? null, range, query: [], fields, isSent: true };
  return { text: texts.join(isJson ? "" : "&"), file: null, range, query: [], fields, isSent: true };
}

function dataText({ meaning, value }: CurlOption): string {
  if (meaning !== "data-urlencode") return value.text;
  const equals = value.text.indexOf("=");
  const name = equals < 0 ? "" : value.text.slice(0, equals);
  return `${name}${name === "" ? "" : "="}${encodeText(value.text.slice(equals + 1))}`;
}

/** Percent-encodes all but variables, which are encoded when they have a value. */
function encodeText(text: string): string {
  return text
    .split(/(\{\{[^{}]*\}\})/)
    .map((piece) => (piece.startsWith("{{") ? piece : encodeURIComponent(piece.toWellFormed())))
    .join("");
}

function formBody(form: readonly CurlOption[]): CurlBody {
  const lines = form.flatMap(formPart);
  return {
    text: [...lines, `--${BOUNDARY}--`, ""].join("\n"),
    file: null,
    range: { start: form[0]?.value.range.start ?? 0, end: form.at(-1)?.value.range.end ?? 0 },
    query: [],
    fields: [addedField("Content-Type", `multipart/form-data; boundary=${BOUNDARY}`)],
    isSent: true,
  };
}

function formPart({ meaning, value }: CurlOption): readonly string[] {
  const equals = value.text.indexOf("=");
  const name = value.text.slice(0, Math.max(0, equals));
  const content = value.text.slice(equals + 1);
  const [source = "", ...attributes] = meaning === "form-string" ? [content] : content.split(";");
  const type = attributes.find((attribute) => attribute.startsWith("type="))?.slice(5);
  const isFile = meaning === "form" && /^[@<]/.test(source);
  const fileName = isFile && source.startsWith("@") ? `; filename="${source.slice(1).split(/[\\/]/).at(-1)}"` : "";
  const head = [`--${BOUNDARY}`, `Content-Disposition: form-data; name="${name}"${fileName}`];
  if (type !== undefined) head.push(`Content-Type: ${type}`);
  return [...head, "", isFile ? `< ${source.slice(1)}` : source];
}

function addedField(name: string, value: string): WrittenField {
  return { name, value, nameRange: { start: 0, end: 0 }, valueRange: { start: 0, end: 0 } };
}
