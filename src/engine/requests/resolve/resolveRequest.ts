import type { Problem } from "../../model/place.ts";
import type { ResolvedPart, ResolvedRequest, WrittenField, WrittenRequest } from "../../model/request.ts";
import { type Expansion, expandText, joinParts, startExpansion, type TextOrigin } from "../variables/expandText.ts";
import { writtenOrigin } from "../variables/textOrigins.ts";
import { createScope } from "../variables/variableScope.ts";
import { encodeBasic } from "./basicCredentials.ts";
import { graphqlField, isGraphql } from "./graphqlBody.ts";
import { resolveBody } from "./resolveBody.ts";
import type { ResolveContext } from "./resolveContext.ts";
import { resolveUrl } from "./resolveUrl.ts";
import { collectSecrets } from "./secretsOf.ts";

/** One header field with its variables put in, and where each part of its value came from. */
export interface ResolvedField {
  readonly name: string;
  readonly value: string;
  readonly parts: readonly ResolvedPart[];
  readonly written: WrittenField;
}

/**
 * Makes a written request ready to be sent: variables in the URL, the fields and the body are put in, however deep they refer to
 * each other. Never throws; what has no value stays as written, is listed in `unresolved`, and has a problem. The texts of `urlParts`
 * join to `url` exactly.
 */
export function resolveRequest(written: WrittenRequest, context: ResolveContext): ResolvedRequest {
  const scope = createScope(context);
  const expansion = startExpansion(context, scope, promptedNames(written));
  reportEnvironment(expansion);
  const fields = written.headers.map((field) => resolveField(expansion, field));
  const urlParts = resolveUrl(expansion, written, fields);
  const { body, added, text, parts } = resolveBody(expansion, written, fields);
  const sent = isGraphql(written, fields)
    ? fields.filter((field) => field.name.toLowerCase() !== graphqlField)
    : fields;
  const headers = [...sent.map(({ name, value }) => [name, encodeBasic(name, value)] as const), ...added];
  const url = joinParts(urlParts);
  return {
    method: written.method === "GRAPHQL" ? "POST" : written.method,
    url,
    headers,
    body,
    urlParts,
    headerParts: [...sent.map((field) => field.parts), ...added.map(() => [])],
    bodyParts: parts,
    unresolved: [...expansion.unresolved.values()],
    secrets: collectSecrets(
      expansion.secrets,
      url,
      [...fields.map(({ name, value }) => [name, value] as const), ...headers],
      text,
    ),
    problems: [...readingProblems(written, scope.misplacedVersions), ...expansion.problems],
    directives: written.directives,
    version: written.version,
    name: written.name,
    file: context.file,
    line: context.file === null ? null : written.line,
    environment: scope.environment,
  };
}

/** What was wrong in reading the URL of this very request. */
function readingProblems(written: WrittenRequest, problems: readonly Problem[]): readonly Problem[] {
  const { start, end } = written.range;
  return problems.filter(({ range }) => range.start >= start && range.end <= end);
}

/** The variables for which `# @prompt name description` asks a person. */
function promptedNames(written: WrittenRequest): ReadonlySet<string> {
  const prompts = (written.directives["prompt"] ?? "").split("\n");
  return new Set(prompts.map((prompt) => prompt.trim().split(/\s/)[0] ?? "").filter((name) => name !== ""));
}

function reportEnvironment({ context, problems }: Expansion): void {
  const { environment, environments } = context;
  if (environment === null || environments.environments.has(environment)) return;
  const known = environments.names.length === 0 ? "no file defines any" : `there are ${environments.names.join(", ")}`;
  const message = `There is no environment ${environment}: ${known}.`;
  problems.push({ code: "unknown-environment", message, range: { start: 0, end: 0 }, line: 1 });
}

function resolveField(expansion: Expansion, field: WrittenField): ResolvedField {
  const expand = (text: string, origin: TextOrigin): readonly ResolvedPart[] => expandText(expansion, text, origin);
  const name = joinParts(expand(field.name, writtenOrigin(expansion, field.name, field.nameRange)));
  const parts = expand(field.value, writtenOrigin(expansion, field.value, field.valueRange));
  return { name, value: joinParts(parts), parts, written: field };
}
