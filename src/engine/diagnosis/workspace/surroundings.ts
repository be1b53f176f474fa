import type { Location } from "../../model/place.ts";
import type { Files } from "../../ports.ts";
import { pause } from "../../turns.ts";
import type { Known } from "../known.ts";
import { type BuiltAsset, findBuiltAsset } from "./clients/builtAsset.ts";
import { findPassing, findPrefixLiterals, type Passing, type PathLiteral } from "./clients/pathLiterals.ts";
import { findPlaceholderSource, type PlaceholderSource } from "./clients/placeholderSource.ts";
import { builderFiles, findUrlBuilders, type UrlBuilder } from "./clients/urlBuilders.ts";
import { findVersionFields, type VersionField } from "./clients/versionFields.ts";
import { findCachingRules } from "./gateways/cachingRules.ts";
import { type FunctionHost, findFunctionHosts } from "./gateways/functionHosts.ts";
import { findMountSetting, type MountSetting } from "./gateways/mountSettings.ts";
import { findMisplacedFile, folderFiles, type MisplacedFile } from "./gateways/nginxFolders.ts";
import { findTakenLocation, type TakenLocation } from "./gateways/nginxLocations.ts";
import { findPatternRule, type PatternRule, ruleFiles } from "./gateways/patternRules.ts";
import { type AnswerWord, findAnswerWords } from "./handlers/answerWords.ts";
import { findCallerLookup, findNotedCallers } from "./handlers/callerLookup.ts";
import { type FieldReader, findFieldReaders } from "./handlers/fieldReaders.ts";
import { findHostReader } from "./handlers/hostReader.ts";
import { findKeptMiss, type KeptMiss } from "./handlers/keptMisses.ts";
import { findMisnamedRoute, type MisnamedRoute } from "./handlers/misnamedRoute.ts";
import { findNestVersions } from "./handlers/nestVersions.ts";
import { findNumberSchema } from "./handlers/numberSchema.ts";
import { findOwnSwitch, type OwnSwitch } from "./handlers/ownSwitch.ts";
import { findSwallowedFailure } from "./handlers/swallowedFailure.ts";
import { findUnloadedModule, type UnloadedModule } from "./handlers/unloadedModule.ts";
import { findUsedRouter } from "./handlers/usedRouter.ts";
import { type Alias, findAlias } from "./records/aliases.ts";
import { type ExactDigits, findExactDigits } from "./records/exactDigits.ts";
import { findFormerName } from "./records/formerNames.ts";
import { findFormerRow } from "./records/formerRows.ts";
import { findLeftOut } from "./records/leftOut.ts";
import { findMergedInto } from "./records/mergedInto.ts";
import { findPastRecord, type PastRecord } from "./records/pastRecord.ts";
import { findRenamedRow } from "./records/renamedRow.ts";
import { findStoredRecord, type StoredRecord } from "./records/storedRecord.ts";
import { listServices } from "./services.ts";
import { findStaticRoots, type StaticRoot } from "./staticRoots.ts";
import { readLines, readTexts, type Text } from "./texts.ts";

/** What data and descriptions of the workspace say of the very thing that misses; null where they say nothing. */
export interface Surroundings {
  /** The built file of the same stem and another hash. */
  readonly asset: BuiltAsset | null;
  /** The state in which data holds the identifier, such as `state` `archived`. */
  readonly record: PastRecord | null;
  /** Where data stores it among records of the same kind, whatever their state. */
  readonly stored: StoredRecord | null;
  /** The numbers that lost their last digits on the way to being this one. */
  readonly digits: readonly ExactDigits[];
  /** The function that looks it up for the caller only. */
  readonly callerLookup: Location | null;
  /** The properties of a request under which code keeps who sent it. */
  readonly callers: readonly string[];
  /** The line that chooses by the host of a request. */
  readonly hostReader: Location | null;
  /** What takes away that which the framework would serve at this path by itself. */
  readonly ownSwitch: OwnSwitch | null;
  /** The line by which the lookup keeps what it found, and what it did not. */
  readonly keptMiss: KeptMiss | null;
  /** The line by which the lookup takes the failure of another service for a thing that is not there. */
  readonly swallowedFailure: Location | null;
  /** The line of a schema that makes a number of the last identifier. */
  readonly numberSchema: Location | null;
  /** The lines that read the fields which say whose data is meant. */
  readonly fieldReaders: readonly FieldReader[];
  /** What a record of merges, or a table of redirects or former names, leads the identifier to. */
  readonly alias: Alias | null;
  /** The operation of a description that no code is named after, while others of it are. */
  readonly operation: { readonly name: string; readonly location: Location } | null;
  /** What code and configuration write that the path may lack a part of. */
  readonly prefixes: readonly PathLiteral[];
  readonly passing: Passing;
  readonly words: readonly AnswerWord[];
  /** The client code, pages and mails that build the URL. */
  readonly builders: readonly UrlBuilder[];
  /** What of them put a placeholder into it. */
  readonly placeholder: PlaceholderSource | null;
  /** The lines that let caches keep a 404. */
  readonly cachingRules: readonly Location[];
  /** The hosts of cloud functions. */
  readonly functionHosts: readonly FunctionHost[];
  /** The index document of the folder that the path names. */
  readonly indexFile: string | null;
  /** The location of nginx that looks for the named file elsewhere. */
  readonly misplaced: MisplacedFile | null;
  /** The rule of a regular expression that takes the path, or nearly does. */
  readonly patternRule: PatternRule | null;
  /** The mount of the matched route whose prefix is a setting. */
  readonly mountSetting: MountSetting | null;
  /** The location of nginx that takes the path from the one that would pass it on. */
  readonly taken: TakenLocation | null;
  /** The folders that code serves as they are. */
  readonly roots: readonly StaticRoot[];
  /** The folders that hold a program of their own. */
  readonly services: readonly string[];
  /** A handler for the path in a file whose name makes no route of it. */
  readonly misnamed: MisnamedRoute | null;
  /** Where something is done with the router that nothing is seen to mount. */
  readonly usedRouter: Location | null;
  /** The module of the matched route, where nothing loads it. */
  readonly unloaded: UnloadedModule | null;
  /** The versions that another value of a field may select. */
  readonly versions: readonly VersionField[];
}

export const noSurroundings: Surroundings = {
  asset: null,
  record: null,
  stored: null,
  digits: [],
  alias: null,
  callerLookup: null,
  callers: [],
  hostReader: null,
  ownSwitch: null,
  keptMiss: null,
  swallowedFailure: null,
  numberSchema: null,
  fieldReaders: [],
  operation: null,
  prefixes: [],
  passing: { rules: [], code: [] },
  words: [],
  builders: [],
  placeholder: null,
  cachingRules: [],
  functionHosts: [],
  indexFile: null,
  misnamed: null,
  misplaced: null,
  patternRule: null,
  taken: null,
  mountSetting: null,
  roots: [],
  services: [],
  unloaded: null,
  usedRouter: null,
  versions: [],
};

/** Reads the surroundings of a miss; bounded, and it never rejects. */
export async function readSurroundings(known: Known, files: Files): Promise<Surroundings> {
  const texts = await readTexts(files, read);
  const asking = [...texts, ...(await readTexts(files, builderFiles))];
  const folders = await readTexts(files, folderFiles);
  const builders = await findUrlBuilders(known, asking);
  const callers = findNotedCallers(texts);
  const leftOut = await findLeftOut(known, texts);
  return {
    asset: await findBuiltAsset(known, files),
    record: (await findPastRecord(known, texts)) ?? leftOut.record,
    stored: await findStoredRecord(known, texts),
    digits: await inTurn(() => findExactDigits(known, texts)),
    callerLookup: await inTurn(() => findCallerLookup(known, texts, callers)),
    callers,
    hostReader: await inTurn(() => findHostReader(texts)),
    ownSwitch: await inTurn(() => findOwnSwitch(known, texts)),
    keptMiss: await inTurn(() => findKeptMiss(known, texts)),
    swallowedFailure: await inTurn(() => findSwallowedFailure(known, texts)),
    numberSchema: await inTurn(() => findNumberSchema(known, texts)),
    fieldReaders: await inTurn(() => findFieldReaders(known, texts)),
    alias:
      (await findMergedInto(known, texts)) ??
      (await findFormerName(known, texts)) ??
      (await findFormerRow(known, texts)) ??
      (await findAlias(known, texts)) ??
      (await findRenamedRow(known, [...texts, ...(await readTexts(files, separatedByTabs))])) ??
      leftOut.into,
    operation: await findOperation(known, files, texts),
    prefixes: await findPrefixLiterals(known, texts),
    passing: await findPassing(known, texts),
    words: await findAnswerWords(known, texts),
    builders,
    placeholder: await inTurn(() => findPlaceholderSource(known, builders, asking)),
    cachingRules: findCachingRules([...texts, ...(await readTexts(files, ofCaches))]),
    functionHosts: await inTurn(() => findFunctionHosts(texts)),
    indexFile: await findIndexFile(known, files),
    misplaced: await inTurn(() => findMisplacedFile(known, folders)),
    patternRule: findPatternRule(known.target.path, [...texts, ...(await readTexts(files, ruleFiles))]),
    mountSetting: findMountSetting(known.match.matched, texts),
    taken: await inTurn(() => findTakenLocation(known.target.path, folders)),
    roots: known.named === null ? [] : await findStaticRoots(texts),
    services: await listServices(files),
    misnamed: await inTurn(() => findMisnamedRoute(known, texts)),
    usedRouter: await inTurn(() => findUsedRouter(known, texts)),
    unloaded: await findUnloadedModule(known, texts),
    versions: [
      ...findNestVersions(known, texts),
      ...findVersionFields(known, [...texts, ...(await readTexts(files, described))]),
    ],
  };
}

/** What a reader finds that goes through many texts without a pause of its own, once other work has had its turn. */
async function inTurn<Found>(find: () => Found): Promise<Found> {
  await pause();
  return find();
}

const read = /\.(?:[cm]?[jt]sx?|py|rb|go|java|cs|php|json|jsonl|ndjson|ya?ml|csv|sql|toml|ini|conf|properties)$/;
const separatedByTabs = /\.tsv$/;
const ofCaches = /\.(?:vcl|tf|hcl)$/;
const described = /\.(?:mdx?|http|rest)$/;
const source = /\.(?:[cm]?[jt]sx?|py)$/;

/** The shortest path to an `index.html` in a folder that ends as the path does. */
async function findIndexFile({ target }: Known, files: Files): Promise<string | null> {
  const wanted = `/${target.segments.filter((segment) => segment !== "").join("/")}/index.html`;
  const found = (await files.list()).filter(({ file }) => `/${file}`.endsWith(wanted)).map(({ file }) => file);
  return target.path === "/" ? null : (found.toSorted((one, other) => one.length - other.length)[0] ?? null);
}

async function findOperation(known: Known, files: Files, all: readonly Text[]): Promise<Surroundings["operation"]> {
  const { matched, near } = known.match;
  const route = matched ?? near.find(({ differs }) => differs.length === 0)?.route ?? null;
  if (route?.framework !== "openapi") {
    return null;
  }
  const lines = await readLines(files, route.file);
  const named = lines.flatMap((line, index) => {
    // Connexion and its like name a function of a module: `berths.list_berths`, `berths:list_berths`.
    const name = /["']?operationId["']?\s*:\s*["']?(?:[A-Za-z_][\w.:#]*[.:#])?([A-Za-z_]\w{2,})/.exec(line)?.[1];
    return name === undefined
      ? []
      : [{ name, location: { file: route.file, line: index + 1, column: line.search(/\S/) + 1 } }];
  });
  const own = named.find(({ location }) => location.line >= route.line);
  if (!own || named.length < 2) {
    return null;
  }
  const texts = all.filter(({ file }) => source.test(file));
  const isWritten = ({ name }: { readonly name: string }) => {
    const snake = name.replace(/(?<=[a-z\d])[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
    return texts.some(({ text }) => new RegExp(`\\b(?:${name}|${snake})\\b`).test(text));
  };
  return !isWritten(own) && named.some(isWritten) ? own : null;
}
