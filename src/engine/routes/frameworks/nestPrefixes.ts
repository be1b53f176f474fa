import { ABSENT, type RouterValue, textOf, type Value } from "../graph/values.ts";
import type { AppliedDecorator, DecoratedMethod } from "./nestDecorators.ts";
import type { NestModule } from "./nestModules.ts";
import { optionOf, textsOf } from "./options.ts";

/** What a controller stands in: the application that was set up, and the module that lists it; null where none was seen. */
export interface Surroundings {
  readonly settings: RouterValue | null;
  readonly module: NestModule | null;
}

/** What the version of a route makes of it: nothing, one that no request can choose, or one that a header chooses. */
export type VersionStanding = "plain" | "unreachable" | "by-header";

/** What the version that a route asks for makes of it in an application. */
export function versionStanding(
  method: DecoratedMethod,
  controller: AppliedDecorator,
  settings: RouterValue | null,
): VersionStanding {
  const asked = askedVersion(method, controller);
  if (asked === undefined || asked.kind === "absent" || asked.kind === "external" || settings === null) return "plain";
  const versioning = settings.properties.get("versioning");
  if (versioning === undefined) return "unreachable";
  return isByPath(versioning) ? "plain" : "by-header";
}

function askedVersion(method: DecoratedMethod, controller: AppliedDecorator): Value | undefined {
  const own = method.decorators.find(({ made }) => made.role === "version")?.made.data["version"];
  return own ?? controller.made.data["version"];
}

/** The paths that an argument of a decorator names; one empty path where it names none. */
export function pathsOf(value: Value | undefined): string[] {
  if (value === undefined || value.kind === "absent") return [""];
  if (value.kind === "list") return value.items.flatMap(pathsOf);
  return [textOf(value)];
}

/** Joins two paths with one slash, without one at the end. */
export function joinTexts(prefix: string, path: string): string {
  const head = prefix.replace(/\/+$/, "");
  const tail = path.replace(/^\/+|\/+$/g, "");
  return tail === "" ? head : `${head}/${tail}`;
}

/** The global prefix and the versions that go before a route; one text for each version. */
export function prefixesFor(
  method: DecoratedMethod,
  controller: AppliedDecorator,
  base: string,
  route: AppliedDecorator,
  { settings }: Surroundings,
): string[] {
  const prefix = settings?.properties.get("prefix");
  const global = prefix === undefined || prefix.kind === "absent" ? "" : joinTexts("", textOf(prefix));
  const path = joinTexts(base, pathsOf(route.made.data["path"])[0] ?? "");
  const verb = textOf(route.made.data["method"] ?? ABSENT);
  const lead = isExcluded(settings?.properties.get("exclude"), path, verb) ? "" : global;
  return versionsFor(method, controller, settings).map((version) => joinTexts(lead, version));
}

function versionsFor(method: DecoratedMethod, controller: AppliedDecorator, settings: RouterValue | null): string[] {
  const versioning = settings?.properties.get("versioning");
  const asked = askedVersion(method, controller);
  // Where no application is seen, a version that a controller asks for is taken to go by the path, as it does unless said otherwise.
  const isAssumed = settings === null && asked !== undefined && asked.kind !== "absent";
  if (!isAssumed && (versioning === undefined || !isByPath(versioning))) return [""];
  const value = asked === undefined || asked.kind === "absent" ? optionOf(versioning, "defaultVersion") : asked;
  const written = optionOf(versioning, "prefix");
  const letter = written === undefined ? "v" : written.kind === "truth" ? "" : textOf(written);
  const values = value?.kind === "list" ? value.items : value === undefined ? [] : [value];
  const versions = values.map((each) =>
    each.kind === "external" ? "" : `${letter}${textsOf(each)[0] ?? textOf(each)}`,
  );
  return versions.length === 0 ? [""] : versions;
}

function isByPath(versioning: Value): boolean {
  const type = optionOf(versioning, "type");
  return (
    type === undefined ||
    (type.kind === "external" && type.path.at(-1) === "URI") ||
    (type.kind === "number" && type.value === 0)
  );
}

function isExcluded(exclude: Value | undefined, path: string, verb: string): boolean {
  if (exclude?.kind !== "list") return false;
  return exclude.items.some((item) => {
    const text = item.kind === "text" ? item.value : textOf(optionOf(item, "path") ?? ABSENT);
    const method = optionOf(item, "method");
    const named = method?.kind === "external" ? method.path.at(-1) : undefined;
    if (named !== undefined && named !== "ALL" && named !== verb) return false;
    const plain = joinTexts("", text);
    const wild = /^(.*?)\/?(?:\(\.\*\)|\{?\/?\*\w*\}?)$/.exec(plain);
    return wild === null ? plain === path : path === wild[1] || path.startsWith(`${wild[1]}/`);
  });
}
