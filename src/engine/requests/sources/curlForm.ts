import type { CurlOption } from "./curlOptions.ts";

/** The line that stands between the parts of a form, without the two hyphens before it. */
export const formBoundary = "----diagnose404FormBoundary";

/** True for the options that make the parts of a form. */
export function isForm({ meaning }: CurlOption): boolean {
  return meaning === "form" || meaning === "form-string";
}

/** The multipart content that `-F` and `--form-string` make, each file as a line `< file`. */
export function formText(form: readonly CurlOption[]): string {
  return [...form.flatMap(formPart), `--${formBoundary}--`, ""].join("\n");
}

function formPart({ meaning, value }: CurlOption): readonly string[] {
  const equals = value.text.indexOf("=");
  const name = value.text.slice(0, Math.max(0, equals));
  const { content, attributes } = cutContent(value.text.slice(equals + 1), meaning === "form-string");
  const file = meaning === "form" ? (/^[@<](.+)/s.exec(content)?.[1] ?? null) : null;
  const given = attributes.get("filename") ?? (file !== null && content.startsWith("@") ? baseName(file) : null);
  const fileName = given === null ? "" : `; filename="${given}"`;
  const head = [`--${formBoundary}`, `Content-Disposition: form-data; name="${name}"${fileName}`];
  const type = attributes.get("type");
  if (type !== undefined) head.push(`Content-Type: ${type}`);
  return [...head, "", file === null ? content : `< ${file}`];
}

/** Cuts `content;type=…;filename=…`; between double quotes a semicolon is content. */
function cutContent(
  text: string,
  isPlain: boolean,
): { readonly content: string; readonly attributes: ReadonlyMap<string, string> } {
  if (isPlain) return { content: text, attributes: new Map() };
  const pieces = text.match(/(?:"(?:[^"\\]|\\.)*"|[^;])+/gs) ?? [""];
  const [content = "", ...rest] = pieces.map(unquote);
  const pairs = rest.map((piece) => /^\s*(type|filename)="?(.*?)"?$/s.exec(piece)).filter((pair) => pair !== null);
  return { content, attributes: new Map(pairs.map((pair) => [pair[1] as string, pair[2] as string])) };
}

function unquote(piece: string): string {
  const quoted = /^([@<]?)"(.*)"$/s.exec(piece);
  return quoted === null ? piece : `${quoted[1]}${(quoted[2] as string).replace(/\\(["\\])/g, "$1")}`;
}

/** The last piece of a path, with either slash. */
export function baseName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? "";
}
