import type { Location } from "../../../model/place.ts";
import type { Text } from "../texts.ts";

/** A host of Azure Functions in the workspace: the prefix of all its routes, without slashes, and the line that sets it or the file's first. */
export interface FunctionHost {
  readonly prefix: string;
  readonly isWritten: boolean;
  readonly location: Location;
  /** The routes that functions beside it are registered under, as they write them. */
  readonly routes: readonly (Location & { readonly template: string })[];
}

const route = /\broute\s*[:=]\s*["'`]\/?([^"'`\n]*)["'`]/g;
const code = /\.(?:[cm]?[jt]s|py|cs|java)$|(?:^|\/)function\.json$/;

/**
 * The hosts of Azure Functions: every `host.json` of version 2 puts `extensions.http.routePrefix` before all routes, and `api` where it sets none
 * (https://learn.microsoft.com/azure/azure-functions/functions-bindings-http-webhook).
 */
export function findFunctionHosts(texts: readonly Text[]): readonly FunctionHost[] {
  return texts.flatMap(({ file, text }) => {
    if (!/(?:^|\/)host\.json$/.test(file) || !/"version"\s*:\s*"[23]\./.test(text)) {
      return [];
    }
    const folder = file.slice(0, -"host.json".length);
    const found = /"routePrefix"\s*:\s*"\/?([^"]*?)\/?"/.exec(text);
    const routes = texts.filter((one) => one.file.startsWith(folder) && code.test(one.file)).flatMap(listRoutes);
    return routes.length === 0
      ? []
      : [
          {
            prefix: found?.[1] ?? "api",
            isWritten: found !== null,
            location: placeAt(file, text, found?.index ?? 0),
            routes,
          },
        ];
  });
}

function listRoutes({ file, text }: Text): FunctionHost["routes"] {
  return [...text.matchAll(route)].map(({ 1: template = "", index }) => ({ ...placeAt(file, text, index), template }));
}

function placeAt(file: string, text: string, index: number): Location {
  const before = text.slice(0, index).split("\n");
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
