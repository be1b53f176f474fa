import { addRouter, type Engine } from "../graph/engine.ts";
import { createNode, type PathPattern, PLAIN_ROUTE, type RouterNode } from "../graph/routers.ts";
import {
  bracketPattern,
  exportsOf,
  findRoots,
  handlerOf,
  moduleOf,
  type ProjectRoot,
  settingsOf,
} from "./fileRoutes.ts";
import type { Framework } from "./framework.ts";
import { optionOf } from "./options.ts";

const CONFIGURATION = /^svelte\.config\.[cm]?[jt]s$/;
const VERBS = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|fallback)$/;

/** SvelteKit, by https://svelte.dev/docs/kit/routing: `+server` files answer, `+page` files render, `actions` take forms. */
export const svelteKit: Framework = {
  name: "sveltekit",
  languages: ["javascript", "typescript"],
  cue: /@sveltejs\/kit/,
  files: /(?:^|\/)\+(?:server|page\.server)\.[jt]s$|(?:^|\/)svelte\.config\.[cm]?[jt]s$/,
  finish,
};

function finish(engine: Engine): void {
  for (const root of findRoots(engine, CONFIGURATION, /^@sveltejs\/kit$/)) registerProject(root, engine);
}

function registerProject(root: ProjectRoot, engine: Engine): void {
  const kit = optionOf(settingsOf(root, CONFIGURATION, engine), "kit");
  const base = optionOf(optionOf(kit, "paths"), "base");
  const given = optionOf(optionOf(kit, "files"), "routes");
  const node = createNode("sveltekit", { file: root.file, line: 1, column: 1 }, { isApp: true, caseSensitive: true });
  if (base?.kind === "text" && base.value !== "") node.prefix = bracketPattern(base.value.split("/").filter(Boolean));
  addRouter(engine, node, "app");
  const folder = given?.kind === "text" ? given.value.replace(/^\.?\/|\/$/g, "") : "src/routes";
  const routes = [root.folder, folder].filter((each) => each !== "").join("/");
  const params = [root.folder, "src/params"].filter((each) => each !== "").join("/");
  for (const file of engine.filesBelow(routes)) registerFile(file, file.slice(routes.length + 1), params, node, engine);
}

function registerFile(file: string, inside: string, params: string, node: RouterNode, engine: Engine): void {
  const found = /^(?:(.*)\/)?\+(server\.[jt]s|page(?:@[^/]*)?\.svelte|page\.server\.[jt]s)$/.exec(inside);
  if (found === null) return;
  const paths = [constrained(found[1] ?? "", params, engine)];
  const kind = found[2] ?? "";
  if (kind.endsWith(".svelte")) {
    const at = { file, line: 1, column: 1 };
    node.entries.push({
      ...PLAIN_ROUTE,
      methods: ["GET"],
      paths,
      at,
      handler: at,
      isPage: true,
      impliesOptions: true,
    });
    return;
  }
  const module = moduleOf(file, engine);
  if (module === null) return;
  for (const found of exportsOf(module, kind.startsWith("server") ? VERBS : /^actions$/)) {
    const { name, at } = found;
    const method = name === "actions" ? "POST" : name === "fallback" ? "ANY" : name;
    node.entries.push({ ...PLAIN_ROUTE, methods: [method], paths, at, handler: handlerOf(found) });
  }
}

/** A matcher of `src/params` that tests one regular expression constrains its parameters. */
function constrained(path: string, params: string, engine: Engine): PathPattern {
  const pattern = bracketPattern(segmentsOf(path));
  const named = [...path.matchAll(/\[(?:\.\.\.)?(\w+)=(\w+)\]/g)].flatMap(([whole, name = "", matcher = ""]) => {
    const source = matcherOf(`${params}/${matcher}`, engine);
    const optional = path.includes(`[${whole}]`) || whole.startsWith("[...");
    return source === null ? [] : [{ name, pattern: source, optional }];
  });
  const isNamed = (name: string) => named.some((each) => each.name === name);
  return { ...pattern, parameters: [...pattern.parameters.filter(({ name }) => !isNamed(name)), ...named] };
}

/** The expression that `export const match = (text) => /…/.test(text)` tests; null when it does anything else. */
function matcherOf(stem: string, engine: Engine): string | null {
  const file = [".ts", ".js"].map((each) => stem + each).find((each) => engine.hasFile(each));
  const module = file === undefined ? null : moduleOf(file, engine);
  const [found] = module === null ? [] : exportsOf(module, /^match$/);
  const body = found?.value.kind === "function" ? engine.lookedAt.bodyOf(found.value.fact) : [];
  const value = body.length === 1 && body[0]?.kind === "return" ? body[0].value : undefined;
  if (value?.kind !== "call" || value.callee.kind !== "member" || value.callee.name !== "test") return null;
  return value.callee.of.kind === "pattern" ? value.callee.of.source : null;
}

/** Groups leave no trace; `[...rest]` takes nothing too; `[x+2f]` stands for a character that a file name cannot hold. */
function segmentsOf(path: string): string[] {
  const parts = path === "" ? [] : path.split("/");
  return parts
    .filter((part) => !/^\(.*\)$/.test(part))
    .map((part) =>
      part
        .replace(/^\[\.\.\.(\w+)(?:=\w+)?\]$/, "[[...$1]]")
        .replace(/\[x\+([0-9a-f]{2})\]/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
        .replace(/^\[\[(\w+)=\w+\]\]$/, "[[$1]]"),
    );
}
