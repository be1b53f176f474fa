import { LineCounter } from "yaml";
import type { StatedRoute } from "../facts.ts";
import { entriesOf, get, readDocument, type SpecValue, scalar } from "./document.ts";
import { scanOpenApi } from "./openapiScan.ts";

const LARGEST_YAML = 200_000;
const METHODS = /^(?:get|put|post|delete|options|head|patch|trace)$/;

/** True when a JSON or YAML text announces an OpenAPI 2 or 3 document. */
export function isOpenApi(text: string): boolean {
  // Most data is long and says neither word.
  if (!text.includes("openapi") && !text.includes("swagger")) return false;
  return /(?:^|[\s{,])["']?(?:openapi|swagger)["']?\s*:\s*["']?[23]\.\d/.test(text);
}

/** Reads the operations of an OpenAPI 2 or 3 document (https://spec.openapis.org); a broken one gives what can be read. */
export function readOpenApi(text: string): readonly StatedRoute[] {
  if (!/^\s*[{[]/.test(text) && text.length > LARGEST_YAML) return scanOpenApi(text);
  const root = readDocument(text);
  const lines = new LineCounter();
  for (let at = -1; ; ) {
    lines.addNewLine(at + 1);
    at = text.indexOf("\n", at + 1);
    if (at < 0) break;
  }
  const prefix = basePathOf(root);
  return entriesOf(get(root, "paths")).flatMap(({ key, value }) => {
    if (!key.startsWith("/")) return [];
    const own = serverPathOf(value) ?? prefix;
    return entriesOf(value)
      .filter((entry) => METHODS.test(entry.key))
      .map((entry) => {
        const { line, col } = lines.linePos(entry.offset);
        return stated(
          entry.key,
          (serverPathOf(entry.value) ?? own) + key,
          [line, col],
          scalar(get(entry.value, "deprecated")) === true,
        );
      });
  });
}

/** One operation as a route. */
function stated(method: string, path: string, at: StatedRoute["at"], deprecated: boolean): StatedRoute {
  return { framework: "openapi", method: method.toUpperCase(), path, at, deprecated, unresolved: null };
}

/** The path that stands before all others: `basePath`, or that of a server. */
function basePathOf(root: SpecValue): string {
  const base = scalar(get(root, "basePath"));
  return typeof base === "string" ? pathOfServer(base) : (serverPathOf(root) ?? "");
}

/** The path of the first server that a document, a path or an operation names, its variables at their defaults. */
function serverPathOf(of: SpecValue | undefined): string | undefined {
  const servers = get(of, "servers");
  const [first] = servers?.kind === "list" ? servers.items : [];
  const url = first === undefined ? undefined : scalar(get(first, "url"));
  if (typeof url !== "string") return undefined;
  const variables = get(first, "variables");
  return pathOfServer(
    url.replace(/\{(\w+)\}/g, (whole, name: string) => String(scalar(get(get(variables, name), "default")) ?? whole)),
  );
}

/** The path of a server's URL, without a slash at its end. */
function pathOfServer(url: string): string {
  const path = url.replace(/^(?:[a-z][a-z\d+.-]*:)?\/\/[^/]*/i, "").replace(/[?#].*$/, "");
  const bare = path.replace(/\/+$/, "");
  return bare === "" || bare.startsWith("/") ? bare : `/${bare}`;
}
