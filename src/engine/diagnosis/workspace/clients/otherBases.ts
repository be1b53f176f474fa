import type { Location } from "../../../model/place.ts";
import type { ResolvedRequest } from "../../../model/request.ts";
import type { Files } from "../../../ports.ts";
import { readDotenv } from "../../../requests/environments/dotenv.ts";
import { dotenvEnvironment } from "../../../requests/environments/environmentSet.ts";
import { parseHttpFile } from "../../../requests/grammar/parseHttpFile.ts";
import { isCredentialField } from "../../../secrets.ts";
import { parseTargetUri } from "../../../targetUri.ts";
import { isEnvironmentName, isRegionName } from "../../scopeNames.ts";
import { isOfSite } from "./ownSite.ts";

/**
 * Another base URL of the request's file, or of another `.env` beside the one it is taken from: the variables of both and how people call them, what
 * they differ in, and the request with the other one, without credentials.
 */
export interface OtherBase {
  readonly own: string;
  readonly name: string;
  readonly ownLabel: string;
  readonly label: string;
  readonly differsIn: "region" | "environment";
  /** True where another request asks there and nothing names it as a place of the same data: it may be another service. */
  readonly isAsked?: boolean;
  readonly location: Location;
  readonly request: ResolvedRequest;
}

const mostBases = 3;
const mostFiles = 20;

/** The other base URLs that the file of a request, or another `.env`, sets for other regions or environments; none where its own is no such one. Never rejects. */
export async function findOtherBases(request: ResolvedRequest, files: Files): Promise<readonly OtherBase[]> {
  return [...(await findInFile(request, files)), ...(await findInDotenv(request, files))].slice(0, mostBases);
}

const another =
  /(?:^|\/)(?:\.env\.(?!.*(?:example|sample|template|dist|default))([\w.-]+)|(?!example|sample|template)([\w-]+)\.env)$/;
const largest = 64 * 1024;

/** A variable of a `.env` file, with the beginning of the URL that it holds. */
interface Source {
  readonly own: string;
  readonly file: string;
  readonly text: string;
}

/** The variable that the URL is taken from or, where it is written out, the first that holds its beginning. */
async function findSource({ url, urlParts }: ResolvedRequest, files: Files): Promise<Source | null> {
  const [base] = urlParts;
  const from = base?.from;
  if (base && from?.kind === "environment" && from.environment === dotenvEnvironment) {
    return { own: from.name.replace(/^\$dotenv[\s.]+%?/, ""), file: from.location.file, text: base.text };
  }
  const isWritten = base === undefined || from?.kind === "written" || from?.kind === "file-variable";
  const listed = isWritten ? await files.list() : [];
  const named = listed.filter(
    ({ file, size }) => size < largest && (another.test(file) || /(?:^|\/)\.env$/.test(file)),
  );
  for (const { file } of named.slice(0, mostFiles)) {
    const bytes = await files.read(file);
    const values = bytes ? readDotenv(new TextDecoder().decode(bytes), file) : new Map<string, never>();
    for (const [own, { value }] of values) {
      const isBase =
        parseTargetUri(value) !== null && url.startsWith(value) && /^(?:[/?#]|$)/.test(url.slice(value.length));
      if (isBase) {
        return { own, file, text: value };
      }
    }
  }
  return null;
}

/** The values that other `.env` files of the same folder give the variable which the URL begins with (`.env`, `.env.staging`). */
async function findInDotenv(request: ResolvedRequest, files: Files): Promise<readonly OtherBase[]> {
  const source = await findSource(request, files);
  if (source === null) {
    return [];
  }
  const { own, text } = source;
  const headers = withoutCredentials(request);
  const { host = "" } = parseTargetUri(request.url) ?? {};
  const folder = source.file.replace(/[^/]*$/, "");
  const beside = (await files.list()).filter(
    ({ file, size }) => isIn(folder, file) && file !== source.file && size < largest && another.test(file),
  );
  const found: OtherBase[] = [];
  for (const { file } of [{ file: source.file }, ...beside]) {
    const bytes = await files.read(file);
    const values = bytes ? readDotenv(new TextDecoder().decode(bytes), file) : new Map<string, never>();
    for (const [name, { value, location }] of values) {
      const isMeant = file === source.file ? isOfFamily(own, name) && isOfSite(value, host) : name === own;
      const other = isMeant ? parseTargetUri(value) : null;
      // Whom a URL names besides its host is a credential, which is nobody's to send.
      const isOther = other !== null && other.origin !== parseTargetUri(text)?.origin && !other.authority.includes("@");
      if (location && isOther) {
        const url = value + request.url.slice(text.length);
        found.push({ ...nameBase(source, name, file), location, request: { ...request, headers, url } });
      }
    }
  }
  return found;
}

/** Whether two variables of one file are called alike but for one word, which names a place: the last, `PLANT_LINZ` and `PLANT_DONAWITZ`, or a region, `TOWER_EU_URL` and `TOWER_US_URL`. */
function isOfFamily(own: string, name: string): boolean {
  const [words, others] = [own, name].map((one) => one.split("_")) as [string[], string[]];
  const differing = words.flatMap((word, at) => (word === others[at] ? [] : [at]));
  const [at = 0, ...more] = differing;
  const pair = [words[at] ?? "", others[at] ?? ""];
  const isPlace = pair.every(isRegionName) || (at === words.length - 1 && !pair.some((word) => use.test(word)));
  return words.length > 1 && words.length === others.length && differing.length > 0 && more.length === 0 && isPlace;
}

/** What a URL is for, and not where it leads to. */
const use = /^(?:URLS?|URI|HOST|BASE|ORIGIN|ENDPOINT|API|DOCS|WS|UI|WEB|ADMIN|AUTH)$/i;

function nameBase(
  { own, file: from }: Source,
  name: string,
  file: string,
): Pick<OtherBase, "own" | "name" | "ownLabel" | "label" | "differsIn"> {
  const [, dotted, named] = another.exec(file) ?? [];
  const isPlace = file === from;
  return {
    own,
    name: isPlace ? name : (dotted ?? named ?? file),
    ownLabel: `${own} of ${from}`,
    label: `${name} of ${file}`,
    differsIn: isPlace ? "region" : "environment",
  };
}

function isIn(folder: string, file: string): boolean {
  return file.startsWith(folder) && !file.slice(folder.length).includes("/");
}

/** The fields of a request that another origin may see. */
export function withoutCredentials({ headers }: ResolvedRequest): ResolvedRequest["headers"] {
  return headers.filter(([name]) => !isCredentialField(name) && name.toLowerCase() !== "host");
}

/** Those that its own file sets (`@api_eu`, `@api_us`). */
async function findInFile(request: ResolvedRequest, files: Files): Promise<readonly OtherBase[]> {
  const base = request.urlParts[0];
  const bytes =
    base?.from.kind === "file-variable" && request.file !== null ? await files.read(request.file) : undefined;
  const origin = parseTargetUri(base?.text ?? "")?.origin;
  if (base?.from.kind !== "file-variable" || request.file === null || !bytes || origin === undefined) {
    return [];
  }
  const { file } = request;
  const { name: own } = base.from;
  const headers = withoutCredentials(request);
  const { variables } = parseHttpFile(new TextDecoder().decode(bytes));
  return variables.flatMap(({ name, value, line }) => {
    const other = parseTargetUri(value.trim())?.origin;
    const differsIn = compareNames(own, name);
    return other === undefined || other === origin || differsIn === null
      ? []
      : [
          {
            own,
            name,
            ownLabel: `{{${own}}}`,
            label: `{{${name}}}`,
            differsIn,
            location: { file, line, column: 1 },
            request: { ...request, headers, url: value.trim() + request.url.slice(base.text.length) },
          },
        ];
  });
}

/** What two names of variables differ in, the words that both have left aside; null where that is neither a region nor an environment. */
function compareNames(one: string, other: string): OtherBase["differsIn"] | null {
  const words = (name: string) =>
    name
      .replace(/([a-z])([A-Z])/g, "$1_$2")
      .toLowerCase()
      .split(/[_.-]/);
  const rest = (name: string, than: string) =>
    words(name)
      .filter((word) => !words(than).includes(word))
      .join("_");
  const names = [rest(one, other), rest(other, one)];
  const whole = [one, other].map((name) => words(name).join("_"));
  if (one === other) {
    return null;
  }
  if (names.every(isRegionName) || whole.every(isRegionName)) {
    return "region";
  }
  return names.some(isEnvironmentName) && names.every((name) => name === "" || isEnvironmentName(name))
    ? "environment"
    : null;
}
