import type { Location } from "../../model/place.ts";
import { inTurns } from "../../turns.ts";
import { isTest, type Text } from "./texts.ts";

/** A folder that a line of the workspace serves as it is, and the path under which it does; `/` ends neither of the two. */
export interface StaticRoot {
  readonly folder: string;
  readonly mount: string;
  readonly location: Location;
}

const serving =
  /\bexpress\.static\(|\bserve_?static\(|\bsirv\(|\bserve\(\s*["'`]|@fastify\/static|\bfastifyStatic\b|\bServeStaticModule\.forRoot|\bStaticFiles\(|\badd_static\(|\bstatic_folder\s*=|\bserve_static\b|\bkoaStatic\(/i;
const imported = /^\s*(?:import|from|export)\b|\brequire\(/;
const code = /\.(?:[cm]?[jt]sx?|py)$/;
const mostLines = 6;
const mostRoots = 20;

/** The folders that code of the workspace serves, in the order of its files: of Express, Koa, Fastify, Nest, Hono, Starlette, Flask and aiohttp. */
export async function findStaticRoots(texts: readonly Text[]): Promise<readonly StaticRoot[]> {
  const roots: StaticRoot[] = [];
  for await (const { file, text } of inTurns(texts)) {
    if (!code.test(file) || isTest(file) || !serving.test(text)) {
      continue;
    }
    const lines = text.split(/\r\n|\r|\n/);
    for (const [index, line] of lines.entries()) {
      const found = serving.test(line) && !imported.test(line) ? readRoot(callAt(lines, index)) : null;
      if (found) {
        roots.push({ ...found, location: { file, line: index + 1, column: line.search(/\S/) + 1 } });
      }
    }
  }
  return roots.slice(0, mostRoots);
}

/** The line and those that follow up to where its parentheses close. */
function callAt(lines: readonly string[], index: number): string {
  let depth = 0;
  let text = "";
  for (const line of lines.slice(index, index + mostLines)) {
    text += `${line}\n`;
    depth += line.split("(").length - line.split(")").length;
    if (depth <= 0) {
      break;
    }
  }
  return text;
}

/** The parts of a path, each quoted: `path.join(__dirname, "..", "public")`, `new URL("../public", import.meta.url)`. */
const joined = /(?:\bjoin|\bresolve|\bURL|\bPath)\(([^()]*)\)/;
const named = /\b(?:root|rootPath|directory|static_folder)\s*[:=]\s*["'`]([^"'`]+)/;
const mounted = /\b(?:prefix|serveRoot|static_url_path|urlPrefix)\s*[:=]\s*["'`](\/[^"'`]*)/;
const quoted = /["'`]([^"'`\n]+)["'`]/g;

function readRoot(call: string): Omit<StaticRoot, "location"> | null {
  const texts = [...call.matchAll(quoted)].map(([, text = ""]) => text);
  const parts = [...(joined.exec(call)?.[1] ?? "").matchAll(quoted)].map(([, text = ""]) => text);
  const folder = parts.length > 0 ? parts.join("/") : (named.exec(call)?.[1] ?? texts.find(isFolder));
  const mount = mounted.exec(call)?.[1] ?? texts.find((text) => text.startsWith("/") && !parts.includes(text));
  const own = plain(folder ?? "");
  // Flask serves its folder under that folder's name where nothing else is said.
  const otherwise = /\bstatic_folder\s*=/.test(call) ? `/${own.split("/").at(-1)}` : "";
  return own === ""
    ? null
    : { folder: own, mount: mount === folder ? otherwise : (mount ?? otherwise).replace(/\/\*?$/, "") };
}

function isFolder(text: string): boolean {
  return !text.startsWith("/") && /^[\w./@-]+$/.test(text);
}

/** A folder without the steps up and the dots that lead to it. */
function plain(folder: string): string {
  return folder
    .split("/")
    .filter((part) => part !== "" && part !== "." && part !== "..")
    .join("/");
}
