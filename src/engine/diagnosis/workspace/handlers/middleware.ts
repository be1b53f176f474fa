import type { Route } from "../../../model/route.ts";
import type { Files } from "../../../ports.ts";
import { isBuilt, isTest, readLines } from "../texts.ts";

/** A line that puts middleware around a whole Python application: what it names, and what would have to be imported for that. */
interface Middleware {
  readonly file: string;
  readonly lines: readonly string[];
  /** The 0-based index of the line. */
  readonly index: number;
  readonly names: readonly string[];
  /** Import statements that the line stands for, where it names modules by their paths. */
  readonly imported: readonly string[];
}

const adding = /^\s*@?[\w$.]+\.(?:middleware|add_middleware|middlewares\.append)\(([^)]*)/;
const constructing = /\b(?:Application|Starlette|FastAPI|Litestar)\(/;
const ofSettings = /^MIDDLEWARE\s*(?:\+?=)\s*[[(]/;
const foreign = /^(?:django|rest_framework|corsheaders|whitenoise|debug_toolbar|allauth)\./;
const mostFiles = 200;
const mostLines = 30;

/**
 * The middleware of the one application of a workspace in aiohttp, Starlette, FastAPI or Django, wherever its file stands; none where there are several
 * applications, whose middleware may be another's. Never rejects.
 */
export async function findMiddleware({ framework }: Route, files: Files): Promise<readonly Middleware[]> {
  if (!/^(?:aiohttp|starlette|fastapi|django|drf)$/.test(framework)) {
    return [];
  }
  const listed = (await files.list()).filter(({ file }) => /\.py$/.test(file) && !isBuilt(file) && !isTest(file));
  const making: { readonly file: string; readonly lines: readonly string[] }[] = [];
  for (const { file } of listed.slice(0, mostFiles)) {
    const lines = await readLines(files, file);
    if (lines.some((line) => constructing.test(line) || ofSettings.test(line))) {
      making.push({ file, lines });
    }
  }
  return making.length === 1 ? making.flatMap(({ file, lines }) => readMiddleware(file, lines)) : [];
}

function readMiddleware(file: string, lines: readonly string[]): readonly Middleware[] {
  return lines.flatMap((line, index) => {
    const block = lines.slice(index, index + mostLines).join(" ");
    const added = adding.exec(line)?.[1];
    const listed = constructing.test(line) ? /\bmiddlewares?\s*=\s*\[([^\]]*)/.exec(block)?.[1] : undefined;
    const given = added ?? listed;
    if (given !== undefined) {
      const names = given.replace(/(["'])(?:(?!\1).)*\1/g, "").match(/\b[A-Za-z_]\w*/g) ?? [];
      return [{ file, lines, index, names, imported: [] }];
    }
    return ofSettings.test(line) ? [readSettings(file, lines, index, block)] : [];
  });
}

/** Django names classes and functions by the paths of their modules. */
function readSettings(file: string, lines: readonly string[], index: number, block: string): Middleware {
  const listed = block.slice(0, block.search(/[\])]\s/) + 1 || block.length);
  const paths = [...listed.matchAll(/["']([\w.]+)\.(\w+)["']/g)].filter(
    ([, module = ""]) => !foreign.test(`${module}.`),
  );
  return {
    file,
    lines,
    index,
    names: paths.map(([, , name = ""]) => name),
    imported: paths.map(([, module = "", name = ""]) => `from ${module} import ${name}`),
  };
}
