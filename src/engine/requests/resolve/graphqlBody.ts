import type { WrittenRequest } from "../../model/request.ts";
import type { ResolvedField } from "./resolveRequest.ts";

/** The field that makes REST Client and httpYac send a body as GraphQL; it is not sent itself. */
export const graphqlField = "x-request-type";

/** True for a request with the method GRAPHQL or the field `X-Request-Type: GraphQL`. */
export function isGraphql(written: WrittenRequest, fields: readonly ResolvedField[]): boolean {
  if (written.method === "GRAPHQL") return true;
  return fields.some((field) => field.name.toLowerCase() === graphqlField && field.value.toLowerCase() === "graphql");
}

/**
 * Writes a query, and the JSON variables that may follow it after a blank line, as the JSON document that servers expect. Variables
 * stand in it as written, so that no digit of a number is lost; `report` hears when they are not JSON.
 */
export function encodeGraphql(text: string, report: (message: string) => void): string {
  const { query, variables } = cutVariables(text, report);
  const name = /^[ \t]*(?:query|mutation|subscription)\s+([A-Za-z_]\w*)/m.exec(query)?.[1];
  const operation = name === undefined ? "" : `"operationName":${JSON.stringify(name)},`;
  return `{${operation}"query":${JSON.stringify(query)}${variables === null ? "" : `,"variables":${variables}`}}`;
}

function cutVariables(
  text: string,
  report: (message: string) => void,
): { readonly query: string; readonly variables: string | null } {
  const match = /\n[ \t]*\r?\n\s*(\{)/.exec(text);
  for (let at = match?.index ?? -1; at >= 0; at = text.indexOf("\n\n", at + 1)) {
    const rest = text.slice(at).trim();
    if (!rest.startsWith("{")) continue;
    if (isJson(rest)) return { query: text.slice(0, at).trim(), variables: rest };
    if (/^\{\s*"/.test(rest)) report("What follows the query looks like variables, but is not valid JSON.");
    break;
  }
  return { query: text.trim(), variables: null };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
