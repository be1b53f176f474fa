import type { FileFacts } from "../facts.ts";
import type { Framework, UnboundParameter } from "../frameworks/framework.ts";
import { isTestFile } from "../table/testFile.ts";
import type { Engine } from "./engine.ts";
import type { FunctionValue, RouterValue } from "./values.ts";

const announcing = new WeakMap<Engine, Map<string, boolean>>();

/** Whether a package is one of a framework. */
export function announces(module: string, engine: Engine): boolean {
  const found = announcing.get(engine) ?? new Map<string, boolean>();
  announcing.set(engine, found);
  const known = found.get(module) ?? engine.frameworks.some(({ cue }) => cue.test(module));
  found.set(module, known);
  return known;
}

/** The frameworks that have an application, in a workspace whose modules have all run. */
interface Guesses {
  readonly apps: ReadonlySet<string>;
  readonly appNames: string;
}

/** The framework that claims a parameter. It depends on what its file imports, and on what the key says, so that it outlasts one linking. */
const claims = new WeakMap<FileFacts["imports"], Map<string, Framework | null>>();

const guessesOfEngine = new WeakMap<Engine, Guesses>();

/** Asked only when every module has run. */
function guessesOf(engine: Engine): Guesses {
  const known = guessesOfEngine.get(engine);
  if (known !== undefined) return known;
  const nodes = engine.nodes.filter((node) => node.isApp && !isTestFile(node.at.file));
  const apps = new Set(nodes.map((node) => node.framework));
  const guesses: Guesses = { apps, appNames: [...apps].sort().join() };
  guessesOfEngine.set(engine, guesses);
  return guesses;
}

/** A stand-in for a parameter of a function that nobody was seen to pass, when some framework claims it by its name or type. */
export function guess(
  callee: FunctionValue,
  parameter: FunctionValue["fact"]["parameters"][number],
  engine: Engine,
): RouterValue | undefined {
  const file = engine.factsOf(callee.scope.file);
  if (file === undefined || parameter.target.kind !== "name") return undefined;
  // What is used when nothing is passed says more than a name: `init(app = new Koa())`.
  const otherwise = parameter.otherwise?.kind === "call" ? engine.evaluate(parameter.otherwise, callee.scope) : null;
  if (otherwise?.kind === "router") return otherwise;
  const { apps, appNames } = guessesOf(engine);
  const { name } = parameter.target;
  const unbound: UnboundParameter = { name, type: parameter.type, file, apps };
  const known = claims.get(file.imports) ?? new Map<string, Framework | null>();
  claims.set(file.imports, known);
  const key = `${file.language} ${name}: ${parameter.type ?? ""} ${appNames}`;
  let claim = known.get(key);
  if (claim === undefined) {
    claim = engine.frameworks.find((each) => each.guess?.(unbound) !== undefined) ?? null;
    known.set(key, claim);
  }
  const value = claim?.guess?.(unbound);
  if (value !== undefined) engine.nodes.push(value.node);
  return value;
}
