import { type ParseError, parse as parseJson } from "jsonc-parser";
import type { FileFacts, Language } from "../facts.ts";
import { frameworks } from "../frameworks/index.ts";
import { mayHold } from "../gateways/gateway.ts";
import { gateways } from "../gateways/index.ts";
import { blankHandlers } from "../languages/blankHandlers.ts";
import { readJavaScript } from "../languages/javascript.ts";
import { readPython } from "../languages/python.ts";
import { isSchemaFile } from "../specs/graphqlSchema.ts";
import { isOpenApi, readOpenApi } from "../specs/openapi.ts";
import { isServerless, readServerless } from "../specs/serverless.ts";
import { createCueTest } from "./cues.ts";
import type { Grammars } from "./grammars.ts";
import { holdsValues, isEnvironment, readPathValues } from "./pathValues.ts";
import { holdsRequirements, readRequirements } from "./requirements.ts";

/** Changes whenever the facts of an unchanged file, or the table made of them, may change; both are cached under it. */
export const READER_VERSION = 62;

const LANGUAGES: Readonly<Record<string, Language>> = {
  js: "javascript",
  mjs: "javascript",
  cjs: "javascript",
  jsx: "javascript",
  ts: "typescript",
  mts: "typescript",
  cts: "typescript",
  tsx: "tsx",
  py: "python",
};

/** False for folders that hold what tools made: installed packages, bundles, caches. */
export function isSourceFolder(file: string): boolean {
  return !/(?:^|\/)(?:node_modules|bower_components|dist|coverage|\.git|\.next|\.nuxt|\.output|\.svelte-kit|\.turbo|\.vercel|\.serverless|\.yarn|__pycache__|site-packages|\.venv|venv|\.tox)\//.test(
    file,
  );
}

/** The language of a file by its name; undefined when the product does not read it. */
export function languageOf(file: string): Language | undefined {
  if (/\.d\.[cm]?ts$/.test(file)) return undefined;
  if (isConfiguration(file) || isDocument(file) || isEnvironment(file) || holdsRequirements(file)) return "data";
  return LANGUAGES[file.slice(file.lastIndexOf(".") + 1)] ?? (isGatewayText(file) ? "data" : undefined);
}

/** The configuration of a proxy has a suffix of its own, or none. */
function isGatewayText(file: string): boolean {
  return gateways.some(({ files, readText }) => readText !== undefined && files.test(file));
}

function isDocument(file: string): boolean {
  return (
    (/\.(?:ya?ml|json5?|toml)$/.test(file) || isSchemaFile(file)) &&
    !/(?:^|\/)(?:package-lock|pnpm-lock|composer|angular)\.\w+$/.test(file)
  );
}

function isConfiguration(file: string): boolean {
  return /(?:^|\/)(?:package|[jt]sconfig[\w.-]*)\.json$/.test(file);
}

const holdsCue = createCueTest(frameworks);

/**
 * Whether a text holds what announces a framework, so that its facts are wanted; configuration always does. A bundle that holds
 * it is `minified`: its routes stand in the sources it was made of.
 */
export function concernOf(file: string, text: string): "routes" | "minified" | "nothing" {
  const language = languageOf(file);
  if (language === undefined) return "nothing";
  const isNamed =
    frameworks.some((each) => each.files?.test(file)) || gateways.some((each) => mayHold(each, file, text));
  if (language === "data" && !isConfiguration(file))
    return isNamed || isOpenApi(text) || isServerless(file, text) ? "routes" : "nothing";
  if (language === "data" || isNamed) return "routes";
  if (!holdsCue(language, text)) return "nothing";
  return isMinified(text) ? "minified" : "routes";
}

/** Long lines everywhere; one long literal in a source that people write does not make it a bundle. */
function isMinified(text: string): boolean {
  if (text.length < 20_000) return false;
  const lines = text.split("\n");
  const longest = lines.reduce((most, line) => Math.max(most, line.length), 0);
  return (text.length - longest) / lines.length > 300 || (lines.length < 5 && longest > 20_000);
}

/** Facts of a file of which nothing is known. */
export function emptyFacts(file: string, language: Language): FileFacts {
  return {
    file,
    language,
    functions: [],
    classes: [],
    imports: [],
    loadsDynamically: false,
    stated: [],
    parsed: false,
  };
}

/** Reads the facts of one file; its language must be prepared, and a text that no grammar can read gives empty facts. */
export function readFacts(file: string, text: string, grammars: Grammars): FileFacts {
  const language = languageOf(file) ?? "data";
  return language === "data" ? readData(file, text) : readSource(file, text, language, grammars);
}

function readData(file: string, text: string): FileFacts {
  const rewrites = gateways.flatMap((each) => (mayHold(each, file, text) ? (each.readText?.(file, text) ?? []) : []));
  const empty = {
    ...emptyFacts(file, "data"),
    ...(rewrites.length > 0 ? { rewrites } : {}),
    ...(holdsRequirements(file) ? { requirements: readRequirements(file, text) } : {}),
  };
  if (!isConfiguration(file)) {
    if (isSchemaFile(file)) return { ...empty, data: text };
    if (isOpenApi(text)) return { ...empty, stated: readOpenApi(text) };
    if (isServerless(file, text)) return { ...empty, stated: readServerless(text) };
    const values = holdsValues(file) ? readPathValues(file, text) : undefined;
    return values === undefined ? empty : { ...empty, data: values };
  }
  const errors: ParseError[] = [];
  const data: unknown = parseJson(text, errors, { allowTrailingComma: true });
  return { ...empty, data };
}

function readSource(file: string, text: string, language: Language, grammars: Grammars): FileFacts {
  // Imports lead to bundles too; the sources they were made of say more, and sooner.
  if (language !== "python" && isMinified(text)) return emptyFacts(file, language);
  const tree = grammars.parse(language, language === "python" ? text : blankHandlers(text));
  if (tree === null) return emptyFacts(file, language);
  try {
    const sheet = language === "python" ? readPython(tree.rootNode) : readJavaScript(tree.rootNode, text);
    return {
      file,
      language,
      functions: sheet.functions,
      classes: sheet.classes,
      imports: [...sheet.imports],
      loadsDynamically: sheet.loadsDynamically,
      stated: [],
      parsed: true,
    };
  } finally {
    tree.delete();
  }
}
