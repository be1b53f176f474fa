import type { Location } from "../../../model/place.ts";
import type { ResolvedRequest } from "../../../model/request.ts";
import type { Files } from "../../../ports.ts";
import { parseHttpFile } from "../../../requests/grammar/parseHttpFile.ts";
import { isCredentialField } from "../../../secrets.ts";
import { parseTargetUri } from "../../../targetUri.ts";
import { isEnvironmentName, isRegionName } from "../../scopeNames.ts";

/** Another base URL of the request's file: the variables of both, what they differ in, and the request with the other one, without credentials. */
export interface OtherBase {
  readonly own: string;
  readonly name: string;
  readonly differsIn: "region" | "environment";
  readonly location: Location;
  readonly request: ResolvedRequest;
}

const mostBases = 3;

/** The other base URLs that the file of a request sets for other regions or environments (`@api_eu`, `@api_us`); none where its own is no such one. Never rejects. */
export async function findOtherBases(request: ResolvedRequest, files: Files): Promise<readonly OtherBase[]> {
  const base = request.urlParts[0];
  const bytes =
    base?.from.kind === "file-variable" && request.file !== null ? await files.read(request.file) : undefined;
  const origin = parseTargetUri(base?.text ?? "")?.origin;
  if (base?.from.kind !== "file-variable" || request.file === null || !bytes || origin === undefined) {
    return [];
  }
  const { file } = request;
  const { name: own } = base.from;
  const headers = request.headers.filter(([name]) => !isCredentialField(name) && name.toLowerCase() !== "host");
  const { variables } = parseHttpFile(new TextDecoder().decode(bytes));
  return variables
    .flatMap(({ name, value, line }) => {
      const other = parseTargetUri(value.trim())?.origin;
      const differsIn = compareNames(own, name);
      return other === undefined || other === origin || differsIn === null
        ? []
        : [
            {
              own,
              name,
              differsIn,
              location: { file, line, column: 1 },
              request: { ...request, headers, url: value.trim() + request.url.slice(base.text.length) },
            },
          ];
    })
    .slice(0, mostBases);
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
