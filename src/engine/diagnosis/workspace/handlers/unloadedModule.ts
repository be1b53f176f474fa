import type { Location } from "../../../model/place.ts";
import { inTurns } from "../../../turns.ts";
import type { Known } from "../../known.ts";
import { isTest, mostFiles, type Text } from "../texts.ts";
import { nameModule, readNames } from "./importedNames.ts";

const code = /\.(?:[cm]?[jt]sx?|py)$/;
/** A route that is added to something by its name: `@app.get(`, `router.post(`. */
const adding = /^\s*@?([A-Za-z_$][\w$]*)\s*\./;
/** What is started itself needs nobody who imports it. */
const started = /__main__|\.(?:run|run_app|listen)\(|\bserve\(/;
/** What loads modules by names that are not written in it. */
const loading =
  /\b(?:import_module|__import__|pkgutil|iter_modules|walk_packages|find_modules|import_string|autodiscover\w*|autoload|readdir(?:Sync)?|glob(?:Sync)?|require\.context)\b|\b(?:require|import)\(\s*[^"'`\s)]/;

/** A module that adds routes to a router of another one, and that nothing of the workspace loads. */
export interface UnloadedModule {
  readonly file: string;
  /** Where another module with routes of the same router is loaded; null when that was not found. */
  readonly beside: Location | null;
}

/** The module that registers the matched route, where no line of the workspace imports or names it; null where one does, or may. */
export async function findUnloadedModule(
  { match, routes }: Known,
  texts: readonly Text[],
): Promise<UnloadedModule | null> {
  const { matched } = match;
  const own = texts.find(({ file }) => file === matched?.file);
  // Of a workspace that was read in part nothing is known to be absent.
  if (!matched || !own || !code.test(own.file) || texts.length >= mostFiles || started.test(own.text)) {
    return null;
  }
  const others = texts.filter((one) => one !== own && !isTest(one.file));
  const lines = own.text.split(/\r\n|\r|\n/);
  const router = adding.exec(lines[matched.line - 1] ?? "")?.[1];
  const imports = lines.filter((line) => /\b(?:import|require)\b/.test(line));
  const isBorrowed = others.some(({ file }) => code.test(file) && borrows(imports, file, router ?? ""));
  if (!isBorrowed) {
    return null;
  }
  for await (const { file, text } of inTurns(others)) {
    if ((code.test(file) && loading.test(text)) || isNamed(text, own.file)) {
      return null;
    }
  }
  const mates = routes.routes.filter(({ file, mounts }) => file !== own.file && isSame(mounts, matched.mounts));
  const files = [...new Set(mates.map(({ file }) => file))];
  return { file: own.file, beside: files.flatMap((file) => findImport(others, file))[0] ?? null };
}

/** Whether one of the lines imports a name from a file. */
function borrows(imports: readonly string[], file: string, name: string): boolean {
  const module = nameModule(file);
  const naming = imports.filter((line) => line.includes(module));
  return naming.length > 0 && readNames(naming, file).includes(name);
}

function isSame(one: readonly Location[], other: readonly Location[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ file, line }, at) => file === other[at]?.file && line === other[at]?.line)
  );
}

/** Whether a text imports a file, in whatever form, or names it as a module or path: `"shop.views"`, `./views`, `views:app`. */
export function isNamed(text: string, file: string): boolean {
  return text.includes(nameModule(file)) && wordsOf(file).test(text);
}

function wordsOf(file: string): RegExp {
  const name = nameModule(file).replace(/[.$+-]/g, "\\$&");
  const imported = `(?:\\bfrom|\\bimport|require\\()[^\\n;]*?\\b${name}\\b|\\bimport\\s*\\([^)]*\\b${name}\\b`;
  return new RegExp(`${imported}|["'\`](?:[\\w@.-]+[./])*${name}(?:\\.\\w+|:\\w+)?["'\`]`);
}

function findImport(texts: readonly Text[], file: string): readonly Location[] {
  const words = wordsOf(file);
  return texts.flatMap((one) => {
    const at = code.test(one.file) ? one.text.search(words) : -1;
    return at < 0 ? [] : [{ file: one.file, line: one.text.slice(0, at).split(/\r\n|\r|\n/).length, column: 1 }];
  });
}
