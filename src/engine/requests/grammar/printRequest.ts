import type { WrittenRequest } from "../../model/request.ts";

/**
 * Writes a request as a block of a `.http` file, its `###` line first, in the form that every tool reads alike. Lines end in LF; the
 * recorded response is left out.
 */
export function printRequest(request: WrittenRequest): string {
  const directives = Object.entries(request.directives).flatMap(printDirective);
  const isNamed = request.name === null || Object.hasOwn(request.directives, "name");
  const version = request.version === null ? "" : ` ${request.version}`;
  const head = [
    isNamed ? "###" : `### ${request.name}`,
    ...directives,
    `${request.method} ${request.url}${version}`,
    ...request.headers.map((field) => `${field.name}: ${field.value}`),
  ];
  const body = request.bodyFile === null ? request.body : `< ${request.bodyFile}`;
  return `${head.join("\n")}\n${body === null ? "" : `\n${body}\n`}`;
}

function printDirective([name, values]: readonly [string, string]): readonly string[] {
  return values.split("\n").map((value) => `# @${name}${value === "" ? "" : ` ${value}`}`);
}
