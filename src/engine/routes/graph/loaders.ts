import type { CallExpression, FileFacts } from "../facts.ts";
import { isAutoloadFollowed } from "../frameworks/fastifyAutoload.ts";
import { packageFolder } from "../frameworks/packageFolder.ts";
import { folderOf, joinPaths } from "../reading/resolveModule.ts";
import { isTestFile } from "../table/testFile.ts";
import type { Engine } from "./engine.ts";
import { globTest } from "./folders.ts";
import { isFollowed } from "./namedModules.ts";
import { HOLE, type Value } from "./values.ts";

/** A file that loads modules of the workspace by names that are not written in it. */
export interface Loader {
  readonly file: string;
  /** True when a file may be among what it loads. */
  covers(file: string): boolean;
}

/** Packages that load the files of folders they are given, by name or by convention. */
const LOADS_FOLDERS =
  /^(?:consign|express-load|require-all|require-dir|require-directory|include-all|bulk-require|import-dir|fs-router|awilix-express|awilix-koa|awilix-router-core|koa-autoboot|express-file-routing|express-fs-router|express-autoroute|swagger-routes|express-openapi|express-openapi-validator|openapi-backend|swagger-tools|oas-tools|exegesis|exegesis-express|@fastify\/autoload|fastify-autoload|fastify-decorators|electrodb-router)$/;

const loadersByEngine = new WeakMap<Engine, Loader[]>();

/** Notes what a call loads of which only the start of the name is known, or globs that something unknown is given. */
export function noteLoaded(path: string, values: readonly Value[], file: string, engine: Engine): void {
  const noted = loadersByEngine.get(engine) ?? [];
  loadersByEngine.set(engine, noted);
  if (path === "require" || path === "import") noted.push(computed(values[0], file, engine));
  else for (const glob of values.flatMap((each) => globsIn(each, 0))) noted.push(matching(glob, file, engine));
}

/** Everything before the first unknown part is known, and what stands before its last slash is a folder. */
function computed(name: Value | undefined, file: string, engine: Engine): Loader {
  const text = name?.kind === "text" ? name.value : HOLE;
  const isData = /\.(?:json|ya?ml|node|css|txt)$/.test(text);
  const known = text.slice(0, Math.max(0, text.indexOf(HOLE)));
  const folder = known.slice(0, known.lastIndexOf("/") + 1);
  const within = /^\.{1,2}\//.test(folder) ? joinPaths(folderOf(file), folder) : joinPaths(folder);
  if (isData || !text.includes(HOLE)) return { file, covers: () => false };
  const root = within === "" ? packageFolder(file, engine) : within;
  return { file, covers: (each) => root === "" || each.startsWith(`${root}/`) };
}

const DEEPEST = 2;

/** Texts that list files of source by a pattern: `src/controllers/*.ts`. */
function globsIn(value: Value, depth: number): string[] {
  if (value.kind === "text") return /\*[^\s]*(?:\.|\{|\()[^\s]*[jt]s\b/.test(value.value) ? [value.value] : [];
  if (depth >= DEEPEST) return [];
  if (value.kind === "list") return value.items.flatMap((each) => globsIn(each, depth + 1));
  if (value.kind !== "object" || value.written === undefined) return [];
  return [...value.entries.values()].flatMap((each) => (typeof each === "function" ? [] : globsIn(each, depth + 1)));
}

function matching(glob: string, file: string, engine: Engine): Loader {
  const known = glob.slice(glob.lastIndexOf(HOLE) + 1).replace(/^[./]*/, "");
  const bases = glob.includes(HOLE) ? [""] : ["", packageFolder(file, engine), folderOf(file)];
  const tests = bases.map((base) => globTest(joinPaths(base, glob.includes(HOLE) ? `**/${known}` : glob)));
  // What is built is named in its place: `dist/**/*.controller.js`.
  const source = globTest(joinPaths(known.replace(/^(?:dist|build|lib|out)\//, "**/").replace(/\bjs\b/g, "ts")));
  // Whether the case of a name counts depends on the disk that a program runs on.
  const all = [...tests, source].flatMap((test) => (test === null ? [] : [new RegExp(test.source, "i")]));
  return { file, covers: (each) => all.some((test) => test.test(each)) };
}

/** The loaders of a workspace: what was noted while it was run, what packages load, and files of which nothing was noted. */
export function loadersOf(facts: readonly FileFacts[], engine: Engine): readonly Loader[] {
  const noted = (loadersByEngine.get(engine) ?? []).filter((each) => !isTestFile(each.file));
  const known = new Set(noted.map((each) => each.file));
  const others = facts.flatMap((each): Loader[] => {
    const { file } = each;
    if (isTestFile(file)) return [];
    if (each.imports.some((specifier) => LOADS_FOLDERS.test(specifier)) && !isAutoloadFollowed(file, engine)) {
      const home = packageFolder(file, engine);
      return [{ file, covers: (other) => home === "" || other.startsWith(`${home}/`) }];
    }
    if (!each.loadsDynamically || known.has(file) || isFollowed(engine.lookedAt.handOn(each), engine)) return [];
    const folder = each.language === "python" ? importRoot(file, engine) : folderOf(file);
    const written = each.language === "python" ? [] : namesIn(engine.lookedAt.handOn(each).functions);
    if (written.length > 0) return written.map((name) => computed(name, file, engine));
    return [{ file, covers: (other) => folder === "" || other.startsWith(`${folder}/`) }];
  });
  return [...noted, ...others];
}

/** The folder from which Python looks for the package that a file belongs to. */
function importRoot(file: string, engine: Engine): string {
  let folder = folderOf(file);
  while (folder !== "" && engine.hasFile(`${folder}/__init__.py`)) folder = folderOf(folder);
  return folder;
}

/** The names that modules are loaded by where the run did not come, as far as they start with a text. */
function namesIn(part: unknown): readonly Value[] {
  if (typeof part !== "object" || part === null) return [];
  const inner = Object.values(part).flatMap(namesIn);
  if (!("kind" in part) || part.kind !== "call") return inner;
  const { callee, arguments: given } = part as CallExpression;
  const name = given[0]?.value;
  const isLoad = callee.kind === "name" && (callee.name === "require" || callee.name === "import");
  const start = name?.kind === "join" ? name.parts[0] : undefined;
  return isLoad && start?.kind === "text" ? [{ kind: "text", value: start.value + HOLE }, ...inner] : inner;
}
