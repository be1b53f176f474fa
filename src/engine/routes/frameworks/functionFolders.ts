import { addRouter, type Engine, type ModuleRecord, placeIn } from "../graph/engine.ts";
import { createNode, PLAIN_ROUTE, type RouteEntry, type RouterNode } from "../graph/routers.ts";
import { readExpressPath } from "./expressPath.ts";
import {
  bracketPattern,
  exportsOf,
  findRoots,
  handlerFact,
  handlerOf,
  moduleOf,
  type NamedExport,
  type ProjectRoot,
} from "./fileRoutes.ts";
import type { Framework } from "./framework.ts";
import { optionOf, textsOf } from "./options.ts";

/** One platform that makes a function of each file of a folder. */
interface Platform extends Pick<Framework, "name" | "cue"> {
  /** The files that set the platform up, and the packages that a project for it depends on. */
  readonly configuration: RegExp;
  readonly packages: RegExp;
  /** The folder of the functions, below that of the project. */
  folderOf(root: ProjectRoot, engine: Engine): string;
  /** The segments of the path that a file has by its place in the folder, `index` left out; null for a file that is no function. */
  segmentsOf(parts: readonly string[]): readonly string[] | null;
  readonly exports: RegExp;
  routesOf(found: NamedExport, module: ModuleRecord, segments: readonly string[]): readonly Served[];
}

type Served = Pick<RouteEntry, "methods" | "paths"> & Partial<Pick<RouteEntry, "handler" | "impliesHead">>;

const SOURCE = /^(.*)\.[cm]?[jt]sx?$/;

/**
 * Vercel, by https://vercel.com/docs/functions: files below `api/`, with a default export or one for each method. `[...name]` takes one segment, for
 * only Next.js knows more.
 */
const vercel: Platform = {
  name: "vercel",
  cue: /["']@vercel\/node["']|\bVercelRe(?:quest|sponse)\b/,
  configuration: /^vercel\.json$/,
  packages: /^(?:vercel|@vercel\/node)$/,
  folderOf: () => "api",
  segmentsOf: (parts) =>
    parts.some((part) => /^[_.]/.test(part))
      ? null
      : ["api", ...parts.map((part) => part.replace(/^\[\.{3}(\w+)\]$/, "[$1]"))],
  exports: /^(?:default|GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/,
  routesOf({ name, value }, module, segments) {
    const paths = [bracketPattern(segments)];
    if (name !== "default") return [{ methods: [name], paths }];
    const fact = handlerFact(value, module);
    const isHandler = value.kind === "unknown" || optionOf(value, "fetch") !== undefined;
    if (fact === null) return isHandler ? [{ methods: ["ANY"], paths }] : [];
    const methods = fact.traits.methods.length === 0 ? ["ANY"] : fact.traits.methods;
    return [{ methods, paths, handler: placeIn(module.scope, fact.at), impliesHead: methods.includes("HEAD") }];
  },
};

/** Netlify, by https://docs.netlify.com/build/functions/get-started: one function a file or folder, below a path of its own or at its name. */
const netlify: Platform = {
  name: "netlify",
  cue: /["']@netlify\/functions["']/,
  configuration: /^netlify\.toml$/,
  packages: /^(?:netlify-cli|@netlify\/functions)$/,
  folderOf({ folder }, engine) {
    const data = engine.factsOf(folder === "" ? "netlify.toml" : `${folder}/netlify.toml`)?.data;
    const given = entryOf(entryOf(data, "functions"), "directory") ?? entryOf(entryOf(data, "build"), "functions");
    return typeof given === "string" ? given.replace(/^\.?\/|\/$/g, "") : "netlify/functions";
  },
  segmentsOf([name = "", inner, ...others]) {
    // A folder is the function that its file of the same name is, or its index, which is left out here.
    if (others.length > 0 || (inner !== undefined && inner !== name)) return null;
    return [".netlify", "functions", name];
  },
  exports: /^(?:default|handler)$/,
  routesOf({ value }, module, segments) {
    const [config] = exportsOf(module, /^config$/).map((each) => each.value);
    if (value.kind !== "function" || optionOf(config, "schedule") !== undefined) return [];
    const methods = textsOf(optionOf(config, "method")).map((each) => each.toUpperCase());
    const given = textsOf(optionOf(config, "path")).flatMap((path) => readExpressPath(path));
    const paths = given.length > 0 ? given : [bracketPattern(segments)];
    return [{ methods: methods.length === 0 ? ["ANY"] : methods, paths }];
  },
};

/** Cloudflare Pages, by https://developers.cloudflare.com/pages/functions/routing: files below `functions/`, a function for each method. */
const cloudflarePages: Platform = {
  name: "cloudflare-pages",
  cue: /\bonRequest(?:Get|Post|Put|Patch|Delete|Head|Options)?\b|\bPagesFunction\b/,
  configuration: /^wrangler\.(?:toml|jsonc?)$/,
  packages: /^(?:wrangler|@cloudflare\/workers-types)$/,
  folderOf: () => "functions",
  segmentsOf: (parts) =>
    parts.at(-1) === "_middleware" ? null : parts.map((part) => part.replace(/^\[\[(\w+)\]\]$/, "[[...$1]]")),
  exports: /^onRequest(?:Get|Post|Put|Patch|Delete|Head|Options)?$/,
  routesOf({ name }, _module, segments) {
    const method = name.slice("onRequest".length).toUpperCase() || "ANY";
    return [{ methods: [method], paths: [bracketPattern(segments)], impliesHead: false }];
  },
};

function entryOf(of: unknown, name: string): unknown {
  return typeof of === "object" && of !== null ? (of as Readonly<Record<string, unknown>>)[name] : undefined;
}

function register(platform: Platform, root: ProjectRoot, engine: Engine): void {
  const folder = [root.folder, platform.folderOf(root, engine)].filter((each) => each !== "").join("/");
  const files = engine.filesBelow(folder);
  if (files.length === 0) return;
  const at = { file: root.file, line: 1, column: 1 };
  const node = createNode(platform.name, at, { isApp: true, caseSensitive: true });
  addRouter(engine, node, "app");
  for (const file of files) registerFile(platform, file, file.slice(folder.length + 1), node, engine);
}

function registerFile(platform: Platform, file: string, inside: string, node: RouterNode, engine: Engine): void {
  const parts = SOURCE.exec(inside)?.[1]?.split("/") ?? [];
  const last = parts.at(-1) ?? "";
  if (parts.length === 0 || /\.(?:d|test|spec)$/.test(last)) return;
  const segments = platform.segmentsOf(last === "index" ? parts.slice(0, -1) : parts);
  const module = segments === null ? null : moduleOf(file, engine);
  // Where a file makes an application of its own, that one says what it serves.
  if (segments === null || module === null || engine.nodes.some((each) => each.at.file === file)) return;
  for (const found of exportsOf(module, platform.exports)) {
    if (found.value.kind === "router") continue;
    const handler = handlerOf(found);
    for (const served of platform.routesOf(found, module, segments))
      node.entries.push({ ...PLAIN_ROUTE, at: found.at, handler, ...served });
  }
}

/** The platforms that make a function of each file of a folder, where the project says that it is for them. */
export const functionFolders: readonly Framework[] = [vercel, netlify, cloudflarePages].map((platform) => ({
  name: platform.name,
  languages: ["javascript", "typescript", "tsx"],
  cue: platform.cue,
  files: new RegExp(`(?:^|/)${platform.configuration.source.slice(1)}`),
  finish(engine) {
    for (const root of findRoots(engine, platform.configuration, platform.packages)) register(platform, root, engine);
  },
}));
