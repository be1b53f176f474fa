/**
 * The facts of one file: what it binds, calls, exports and declares, as plain data that outlives the syntax tree.
 *
 * A file is read once into functions (the module body is function 0), classes and steps, in the terms that all languages
 * share. Frameworks are recognised later, on values: whether `x.get("/a", f)` is a route depends on what `x` is, and that
 * may be decided in another file. Nothing here names a framework, and nothing here looks at another file.
 */

import type { Rewrite } from "../model/route.ts";
import type { Requirements } from "./reading/requirements.ts";

/** A language that a grammar reads, or `data` for files read without one. */
export type Language = "javascript" | "typescript" | "tsx" | "python" | "data";

/** Line and column in the file that holds the fact, 1-based. */
export type Spot = readonly [line: number, column: number];

/** One argument of a call; `name` is set for keyword arguments, `spread` for `...list` and `*list`. */
export interface Argument {
  readonly name?: string;
  readonly spread?: true;
  readonly value: Expression;
}

/** One entry of an object or dictionary literal; a null key is a spread of the value. */
export interface ObjectEntry {
  readonly key: Expression | null;
  readonly value: Expression;
  readonly at: Spot;
}

/** A call, `new` included. */
export interface CallExpression {
  readonly kind: "call";
  readonly callee: Expression;
  readonly arguments: readonly Argument[];
  readonly isNew: boolean;
  readonly at: Spot;
}

/** An expression, reduced to what may carry a path, a router, a handler or a way to one. */
export type Expression =
  | {
      readonly kind: "text";
      readonly value: string;
      readonly at?: Spot;
      /** True where it goes over several lines of the file, and each of its lines is one of these. */
      readonly keepsLines?: true;
    }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "truth"; readonly value: boolean }
  | { readonly kind: "nothing" }
  | { readonly kind: "pattern"; readonly source: string; readonly flags: string; readonly at: Spot }
  | { readonly kind: "name"; readonly name: string; readonly at?: Spot }
  | { readonly kind: "self" }
  | { readonly kind: "base" }
  | { readonly kind: "member"; readonly of: Expression; readonly name: string; readonly at?: Spot }
  | { readonly kind: "index"; readonly of: Expression; readonly key: Expression }
  | CallExpression
  | { readonly kind: "join"; readonly parts: readonly Expression[] }
  | {
      readonly kind: "either";
      readonly options: readonly Expression[];
      /** What decides between the first option and the second, where it may be known. */
      readonly on?: Expression;
    }
  | {
      readonly kind: "test";
      /** Of how many parts it must hold, or that they are the same. */
      readonly holds: "all" | "any" | "none" | "same";
      readonly parts: readonly Expression[];
    }
  | { readonly kind: "list"; readonly items: readonly Argument[] }
  | { readonly kind: "object"; readonly entries: readonly ObjectEntry[] }
  | { readonly kind: "function"; readonly id: number }
  | { readonly kind: "class"; readonly id: number }
  | { readonly kind: "module"; readonly specifier: string }
  | {
      readonly kind: "each";
      readonly target: Target;
      readonly of: Expression;
      readonly value: Expression;
      /** True where each gives a list of what is meant. */
      readonly isFlat?: true;
      /** What decides which items are left out, where it may be known: those it is false for. */
      readonly on?: Expression;
    }
  | { readonly kind: "unknown"; readonly source: string };

/** What a binding names: one name, or the parts of a destructured value. */
export type Target =
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "fields"; readonly fields: readonly TargetField[]; readonly rest: string | null }
  | { readonly kind: "items"; readonly items: readonly (Target | null)[] };

/** One destructured field: the key it is read from, the target it is bound to, and its default. */
export interface TargetField {
  readonly key: string;
  readonly target: Target;
  readonly otherwise: Expression | null;
}

/** One step of a body, in the order of the text; the branches of a condition follow one another. */
export type Step =
  | { readonly kind: "bind"; readonly target: Target; readonly value: Expression }
  | { readonly kind: "assign"; readonly to: Expression; readonly value: Expression; readonly adds: boolean }
  | { readonly kind: "do"; readonly value: Expression }
  | { readonly kind: "return"; readonly value: Expression }
  | { readonly kind: "yield"; readonly value: Expression; readonly isEach: boolean }
  | { readonly kind: "loop"; readonly target: Target; readonly of: Expression; readonly body: readonly Step[] }
  | {
      readonly kind: "branch";
      readonly on: Expression;
      readonly cases: readonly Case[];
      /** True for an `if` about what an application is set to: the first case is for what counts as true, the second for the rest. */
      readonly isSwitch?: true;
    }
  | { readonly kind: "import"; readonly specifier: string; readonly bindings: readonly ImportBinding[] }
  | { readonly kind: "export"; readonly name: string; readonly value: Expression; readonly at: Spot }
  | { readonly kind: "export-all"; readonly specifier: string };

/** One case of a `switch`; a null value is the default. */
export interface Case {
  readonly value: Expression | null;
  readonly body: readonly Step[];
}

/** One imported name: `imported` is null for the whole module, `*` for everything into the scope. */
export interface ImportBinding {
  readonly imported: string | null;
  readonly local: string;
  /** True where nothing else in the file names it, so that it may be there for what its module does when it is run. */
  readonly isUnused?: true;
}

/** One parameter of a function. */
export interface Parameter {
  readonly target: Target;
  readonly type: string | null;
  readonly otherwise: Expression | null;
  readonly isRest: boolean;
  /** True when it takes the keyword arguments that no other parameter does (`**options`). */
  readonly isNamedRest?: true;
  readonly decorators: readonly Expression[];
  /** True for a constructor parameter that is stored under its own name (`private readonly service: Service`). */
  readonly isField: boolean;
}

/** What the text of a function body says it does with a request, by the names of its own parameters. */
export interface Traits {
  /** It hands the request on to whatever comes next. */
  readonly passesOn: boolean;
  /** It ends the response that is its second parameter. */
  readonly ends: boolean;
  /** It answers through its first parameter, a context (`ctx.body = …`, `c.json(…)`). */
  readonly answersAlone: boolean;
  /** The methods it tells apart (`req.method === "GET"`, `case "GET"`). */
  readonly methods: readonly string[];
  /** It speaks of "not found" or 404. */
  readonly saysNotFound: boolean;
}

/** One path that a function compares the path of a request with, where there is no router that would. */
export interface PathTest {
  readonly text: string;
  /** `whole`: that path; `prefix`: everything that starts with it; `pattern`: a regular expression; `template`: of a `URLPattern`. */
  readonly kind: "whole" | "prefix" | "pattern" | "template";
  /** The methods the comparison is made for; empty for any. */
  readonly methods: readonly string[];
  readonly at: Spot;
}

/** One function, method, arrow function or module body. */
export interface FunctionFact {
  readonly id: number;
  readonly name: string | null;
  readonly parameters: readonly Parameter[];
  readonly body: readonly Step[];
  readonly at: Spot;
  readonly endLine: number;
  readonly decorators: readonly Expression[];
  readonly traits: Traits;
  /** Absent when it compares with none. */
  readonly tests?: readonly PathTest[];
}

/** One member of a class: a method (its value is a function) or a field. */
export interface MemberFact {
  readonly name: string;
  readonly value: Expression;
  readonly isStatic: boolean;
  readonly role: "method" | "getter" | "constructor" | "field";
  readonly type: string | null;
  readonly decorators: readonly Expression[];
  readonly at: Spot;
}

/** One class or interface. */
export interface ClassFact {
  readonly id: number;
  readonly name: string | null;
  readonly bases: readonly Expression[];
  readonly members: readonly MemberFact[];
  readonly decorators: readonly Expression[];
  readonly at: Spot;
  readonly endLine: number;
}

/** A route that a data file (a specification) states outright. */
export interface StatedRoute {
  readonly framework: string;
  readonly method: string;
  readonly path: string;
  readonly at: Spot;
  readonly deprecated: boolean;
  readonly unresolved: string | null;
  /** What answers, as `path/of/the/module.function` from the folder of the file. */
  readonly handler?: string;
}

/** Everything that is kept of one file; plain JSON. */
export interface FileFacts {
  readonly file: string;
  readonly language: Language;
  /** Function 0 is the body of the module. */
  readonly functions: readonly FunctionFact[];
  readonly classes: readonly ClassFact[];
  /** Literal specifiers that the file imports or requires, in order and without repetition. */
  readonly imports: readonly string[];
  /** True when the file loads modules whose names are computed. */
  readonly loadsDynamically: boolean;
  readonly stated: readonly StatedRoute[];
  /** The rewrites that a data file states outright. */
  readonly rewrites?: readonly Rewrite[];
  /** The content of a configuration or JSON file, when it is one the linker asks for. */
  readonly data?: unknown;
  /** The packages that a Python project says it takes, each with its range of versions. */
  readonly requirements?: Requirements;
  /** True when a syntax tree was built for it. */
  readonly parsed: boolean;
}
