import type { Location, Problem, Range } from "../../model/place.ts";
import type { FileVariable, Provenance, RequestFile } from "../../model/request.ts";
import { isSecretName } from "../../secrets.ts";
import {
  defaultEnvironment,
  dotenvEnvironment,
  type EnvironmentValue,
  sharedEnvironment,
} from "../environments/environmentSet.ts";
import { createLineIndex, indexLines, type LineIndex } from "../grammar/lineIndex.ts";
import type { Dialect } from "../resolve/dialect.ts";
import { type ResolveContext, usedEnvironment } from "../resolve/resolveContext.ts";
import { isOpenValue } from "./openValue.ts";
import { findScriptVariables } from "./scriptVariables.ts";

/** The value of a variable before its own variables are resolved, and the place that defines it. */
export interface Definition {
  readonly value: string;
  readonly from: Provenance;
  readonly location: Location | null;
  /** The stretch of the request file that holds the value; null when it stands elsewhere. */
  readonly range: Range | null;
  /** The string of JSON that holds the value, in the file of `location`; absent where it stands otherwise. */
  readonly written?: { readonly range: Range; readonly text: string };
  readonly secret: boolean;
}

/** All variables that a request can see. */
export interface VariableScope {
  readonly environment: string | null;
  readonly lines: LineIndex;
  /** The problems of reading the file that change what a request's URL is. */
  readonly misplacedVersions: readonly Problem[];
  /** Every definition of a name, the one that wins first; empty when nothing defines it. */
  find(name: string): readonly Definition[];
  /** The value that one named environment gives, without regard to the chosen one. */
  findIn(environment: string, name: string): Definition | null;
  given(name: string): Definition | null;
  names(): readonly string[];
  /** The line of the file where a script gives the name a value, or null. */
  setByScript(name: string): number | null;
  /** The environments that would define a name if they were chosen. */
  definedBy(name: string): readonly string[];
}

/** Orders what a request can see by the rules of the dialect; given values win, `$shared` and `.env` come last. */
export function createScope(context: ResolveContext): VariableScope {
  const dialect = context.dialect ?? "auto";
  const environment = usedEnvironment(context);
  const { lines, ofFile, misplacedVersions, scripted } = indexFile(context);
  const environments = context.environments.environments;
  const findIn = (name: string, variable: string): Definition | null => {
    const value = environments.get(name)?.get(variable);
    return value === undefined ? null : environmentDefinition(variable, name, value, dialect);
  };
  const findInFile = (name: string): Definition | null => {
    const variable = ofFile.get(name);
    return variable === undefined ? null : fileDefinition(variable, context.file, lines, dialect);
  };
  const given = (name: string): Definition | null => givenDefinition(context, name);
  return {
    environment,
    lines,
    misplacedVersions,
    findIn,
    given,
    find(name) {
      const own = environment === null ? null : findIn(environment, name);
      const ordered = isEnvironmentFirst(dialect) ? [own, findInFile(name)] : [findInFile(name), own];
      const unchosen = environment === null ? findIn(defaultEnvironment, name) : null;
      const shared = [unchosen, findIn(sharedEnvironment, name), findIn(dotenvEnvironment, name)];
      return [given(name), ...ordered, ...shared].filter((definition) => definition !== null);
    },
    names() {
      const visible = [environment ?? defaultEnvironment, sharedEnvironment, dotenvEnvironment];
      return [
        ...Object.keys(context.given),
        ...ofFile.keys(),
        ...visible.flatMap((name) => [...(environments.get(name)?.keys() ?? [])]),
      ];
    },
    setByScript(name) {
      const at = scripted().get(name);
      return at === undefined ? null : lines.positionAt(at).line;
    },
    definedBy: (name) => context.environments.names.filter((candidate) => environments.get(candidate)?.has(name)),
  };
}

/** What all requests of a file share: the places of its lines and its variables by name. */
interface FileIndex {
  readonly text: string;
  readonly lines: LineIndex;
  readonly ofFile: ReadonlyMap<string, FileVariable>;
  readonly misplacedVersions: readonly Problem[];
  /** What the scripts of the file set, found when first asked for. */
  scripted(): ReadonlyMap<string, number>;
}

const indexed = new WeakMap<RequestFile, FileIndex>();

function indexFile({ parsed, text }: ResolveContext): FileIndex {
  const known = indexed.get(parsed);
  if (known?.text === text) return known;
  const ofFile = new Map(parsed.variables.map((variable) => [variable.name, variable]));
  const misplacedVersions = parsed.problems.filter((problem) => problem.code === "version-before-query");
  let found: ReadonlyMap<string, number> | null = null;
  const scripted = (): ReadonlyMap<string, number> => {
    found ??= findScriptVariables(text);
    return found;
  };
  const lines = parsed.lineStarts === undefined ? createLineIndex(text) : indexLines(parsed.lineStarts, text.length);
  const index = { text, lines, ofFile, misplacedVersions, scripted };
  indexed.set(parsed, index);
  return index;
}

function isEnvironmentFirst(dialect: Dialect): boolean {
  return dialect === "jetbrains";
}

function givenDefinition(context: ResolveContext, name: string): Definition | null {
  if (!Object.hasOwn(context.given, name)) return null;
  const value = context.given[name] as string;
  return { value, from: { kind: "given", name }, location: null, range: null, secret: isSecretName(name) };
}

function fileDefinition(variable: FileVariable, file: string | null, lines: LineIndex, dialect: Dialect): Definition {
  const location = { file: file ?? "", ...lines.positionAt(variable.valueRange.start) };
  const value = dialect === "auto" || dialect === "rest-client" ? unescapeValue(variable.value) : variable.value;
  const from = { kind: "file-variable", name: variable.name, location } as const;
  return { value, from, location, range: variable.valueRange, secret: isSecretName(variable.name) };
}

/** REST Client reads `\n`, `\r`, `\t` in a value as control characters, and drops every other single backslash. */
function unescapeValue(value: string): string {
  if (!value.includes("\\")) return value;
  return value.replace(/\\(.)/gs, (_, escaped: string) => ({ n: "\n", r: "\r", t: "\t" })[escaped] ?? escaped);
}

function environmentDefinition(
  name: string,
  environment: string,
  value: EnvironmentValue,
  dialect: Dialect,
): Definition {
  const used = dialect === "jetbrains" ? (value.shadows ?? value) : value;
  return {
    value: used.value,
    from: { kind: "environment", name, environment, location: used.location },
    location: used.location,
    range: null,
    ...(used.written === undefined ? {} : { written: used.written }),
    secret: isSecretName(name) || (used.secret && !isOpenValue(name, used.value)),
  };
}
