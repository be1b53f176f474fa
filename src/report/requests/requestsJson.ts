import type { Problem } from "../../engine/model/place.ts";
import type { RequestFile, WrittenRequest } from "../../engine/model/request.ts";
import { isSecretName, type Mask } from "../../engine/secrets.ts";

/** One request as read, as public JSON; `line` is the request line's, `url` keeps its `{{variables}}`. */
interface WrittenRequestDocument {
  readonly name: string | null;
  readonly line: number;
  readonly endLine: number;
  readonly method: string;
  readonly url: string;
  readonly version: string | null;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string | null;
  readonly bodyFile: string | null;
  readonly directives: Readonly<Record<string, string>>;
}

/** One request file as read, as public JSON. */
interface RequestFileDocument {
  readonly file: string;
  readonly requests: readonly WrittenRequestDocument[];
  readonly variables: readonly (readonly [string, string, number])[];
  readonly problems: readonly Pick<Problem, "line" | "code" | "message">[];
}

/** The requests of files as read, as public JSON, schema `diagnose-404/requests@1`. */
export interface RequestsDocument {
  readonly schema: "diagnose-404/requests@1";
  readonly files: readonly RequestFileDocument[];
}

/** One file with the path it is published under. */
export interface NamedRequestFile {
  readonly file: string;
  readonly content: RequestFile;
}

/** The public JSON of request files: as written, but for literal secrets, which are masked; a `{{variable}}` is none. */
export function requestsJson(files: readonly NamedRequestFile[], mask: Mask): RequestsDocument {
  return { schema: "diagnose-404/requests@1", files: files.map((file) => fileDocument(file, mask)) };
}

function fileDocument({ file, content }: NamedRequestFile, mask: Mask): RequestFileDocument {
  return {
    file,
    requests: content.requests.map((request) => requestDocument(request, mask)),
    variables: content.variables.map(({ name, value, line }) => [
      name,
      isLiteral(value) ? mask.field(isSecretName(name) ? "authorization" : name, value) : value,
      line,
    ]),
    problems: content.problems.map(({ line, code, message }) => ({ line, code, message: mask.text(message) })),
  };
}

function requestDocument(request: WrittenRequest, mask: Mask): WrittenRequestDocument {
  return {
    name: request.name,
    line: request.line,
    endLine: request.endLine,
    method: request.method,
    url: maskWrittenUrl(request.url, mask),
    version: request.version,
    headers: request.headers.map(({ name, value }) => [name, isLiteral(value) ? mask.field(name, value) : value]),
    body: request.body === null ? null : maskLiteralLines(request.body, mask),
    bodyFile: request.bodyFile,
    directives: request.directives,
  };
}

/** Each parameter by itself, so that one with a variable as its value stays as written beside one with a literal secret. */
function maskWrittenUrl(url: string, mask: Mask): string {
  const [target = "", ...parameters] = url.split(/(?=[?&#])/);
  return [target, ...parameters].map((part) => (isLiteral(part) ? mask.url(part) : part)).join("");
}

function maskLiteralLines(body: string, mask: Mask): string {
  return isLiteral(body)
    ? mask.text(body)
    : body
        .split("\n")
        .map((line) => (isLiteral(line) ? mask.text(line) : line))
        .join("\n");
}

function isLiteral(text: string): boolean {
  return !text.includes("{{");
}
