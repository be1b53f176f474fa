import type { FileFacts, Language } from "../facts.ts";
import type { Call, Engine } from "../graph/engine.ts";
import type { ExternalValue, MadeValue, RouterValue, Value } from "../graph/values.ts";

/** What a parameter that nobody was seen to pass is called and typed. */
export interface UnboundParameter {
  readonly name: string;
  readonly type: string | null;
  readonly file: FileFacts;
  /** The frameworks of which this workspace makes an application, its tests aside. */
  readonly apps: ReadonlySet<string>;
}

/** Everything the product knows of one web framework; all parts but the first three are optional. */
export interface Framework {
  readonly name: string;
  readonly languages: readonly Language[];
  /** Tokens without which a file cannot concern this framework. */
  readonly cue: RegExp;
  /** What calling something of a package makes: an application, a router, a decorator; undefined when it is not ours. */
  construct?(callee: ExternalValue, call: Call): Value | undefined;
  /** What calling a method of one of our routers does and gives. */
  invoke?(router: RouterValue, method: string, call: Call): Value | undefined;
  /** What calling something we made does, such as a decorator with what it decorates. */
  apply?(made: MadeValue, call: Call): Value | undefined;
  /** What reading a property of one of our routers gives. */
  property?(router: RouterValue, name: string): Value | undefined;
  /** Asked once when all modules have run, for what is declared by classes and their decorators. */
  finish?(engine: Engine): void;
  /** Tells from the arguments alone that a call of something unknown registers a route of ours; undefined when nothing says so. */
  recognise?(callee: string, call: Call): Value | undefined;
  /** A stand-in for a parameter that nobody was seen to pass, when its name or type says it is ours. */
  guess?(parameter: UnboundParameter): RouterValue | undefined;
  /** Names of files that concern the framework whatever they hold, for routers whose routes are files. */
  readonly files?: RegExp;
}
