import type { Location } from "../../model/place.ts";
import type { ClassFact, FunctionFact, ObjectEntry, Spot, Step } from "../facts.ts";
import type { Call } from "./engine.ts";
import type { RouterNode } from "./routers.ts";

/** Names visible at one place; a binding may be a thunk, because imports are looked at only when they are used. */
export interface Scope {
  readonly file: string;
  readonly names: Map<string, Value | (() => Value)>;
  readonly parent: Scope | null;
  readonly self: Value | null;
  /** The class whose method is running, for `super`. */
  readonly home: ClassValue | null;
  /** The function that runs in it, the call that runs it, and how many parameters come before the arguments as they are written. */
  readonly run?: { readonly fact: FunctionFact; readonly call: Call; readonly shift: number };
  /** The loops that are walked in it. */
  looped?: readonly Loop[];
}

/** A loop at one of its turns: what it binds the item to, the item, and what it does with it. */
interface Loop extends Pick<Extract<Step, { kind: "loop" }>, "target" | "body"> {
  readonly item: Value;
}

/** A text; a part that could not be known stands as `hole(name)`. */
interface TextValue {
  readonly kind: "text";
  readonly value: string;
  /** The literal it was written as, when it was. */
  readonly written?: { readonly file: string; readonly at: Spot; readonly keepsLines?: boolean };
}

/** An ordered list that code may still push to. */
export interface ListValue {
  readonly kind: "list";
  readonly items: Value[];
  /** True when nothing can have been added that was not seen, such as the arguments of one call. */
  readonly isWhole?: boolean;
  /** The names that its items have as well, as those of a named tuple do. */
  readonly fields?: ReadonlyMap<string, Value>;
}

/** An object, dictionary, module namespace or instance; `isOpen` when it may have entries that were not seen. */
export interface ObjectValue {
  readonly kind: "object";
  readonly entries: Map<string, Value | (() => Value)>;
  readonly of: ClassValue | null;
  isOpen: boolean;
  /** True for a `Map` of JavaScript, whose entries are what is set. */
  readonly isMap?: true;
  /** The file of a module whose submodules are its members too. */
  readonly file?: string;
  /** The literal it was written as, when it was; `isMade` where a function made it. */
  readonly written?: { readonly file: string; readonly entries: readonly ObjectEntry[]; readonly isMade: boolean };
}

/** A function of the workspace with the scope it closes over. */
export interface FunctionValue {
  readonly kind: "function";
  readonly fact: FunctionFact;
  readonly scope: Scope;
  readonly self: Value | null;
  readonly home: ClassValue | null;
  /** True for methods of languages that pass the instance as the first argument. */
  readonly takesSelf?: boolean;
}

/** A class of the workspace. */
export interface ClassValue {
  readonly kind: "class";
  readonly fact: ClassFact;
  readonly scope: Scope;
  readonly base: Value | null;
  readonly statics: Map<string, Value>;
}

/** Something a package outside the workspace exports, such as `Router` of `express`. */
export interface ExternalValue {
  readonly kind: "external";
  readonly module: string;
  readonly path: readonly string[];
}

/** An application, router, blueprint or group of a framework; several values may share one node. */
export interface RouterValue {
  readonly kind: "router";
  readonly framework: string;
  /** What it is to its framework: `app`, `router`, `route`, `group` and the like. */
  readonly role: string;
  readonly node: RouterNode;
  /** A path that this value puts before every path it registers. */
  readonly base: string;
  readonly properties: Map<string, Value>;
  readonly of: ClassValue | null;
}

/** Anything else that a framework makes and later recognises, such as one entry of `urlpatterns`. */
export interface MadeValue {
  readonly kind: "made";
  readonly framework: string;
  readonly role: string;
  readonly at: Location;
  readonly data: Readonly<Record<string, Value>>;
}

/** The abstract value of an expression. */
export type Value =
  | TextValue
  | ListValue
  | ObjectValue
  | FunctionValue
  | ClassValue
  | ExternalValue
  | RouterValue
  | MadeValue
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "truth"; readonly value: boolean }
  | { readonly kind: "pattern"; readonly source: string; readonly flags: string; readonly at: Location }
  | { readonly kind: "bound"; readonly of: Value; readonly name: string }
  | { readonly kind: "absent" }
  | {
      readonly kind: "unknown";
      readonly source: string;
      /** True for a parameter that a call written out in full leaves out. */
      readonly isMissing?: true;
    };

/** The value of what is certainly not there. */
export const ABSENT: Value = { kind: "absent" };

/** The value of what cannot be known from the text, with the words that stand for it. */
export function unknownValue(source: string): Value {
  return { kind: "unknown", source };
}

/** A fresh object value. */
export function objectValue(entries: Iterable<[string, Value]> = [], isOpen = false): ObjectValue {
  return { kind: "object", entries: new Map(entries), of: null, isOpen };
}

/** The mark of a text that stands for a symbol; a private-use character, so that nothing else is called so. */
export const SYMBOL = "\uE001";

/** The mark that encloses an unknown part; a private-use character, so that no path holds it. */
export const HOLE = "\uE000";

/** The mark of an unknown part within a text. */
export function hole(name: string): string {
  const plain = name.replace(/[^\w.$-]+/g, "_").slice(0, 40);
  return `${HOLE}${plain || "unknown"}${HOLE}`;
}

/** Splits a text into its known stretches and the names of its unknown parts. */
export function splitHoles(text: string): readonly { readonly text: string; readonly isHole: boolean }[] {
  return text
    .split(HOLE)
    .map((part, index) => ({ text: part, isHole: index % 2 === 1 }))
    .filter((part) => part.isHole || part.text !== "");
}

/** The text of a value as it would be joined into a path, unknown parts marked. */
export function textOf(value: Value): string {
  if (value.kind === "text") return value.value;
  if (value.kind === "number" || value.kind === "truth") return String(value.value);
  if (value.kind === "absent") return "";
  if (value.kind === "unknown") return hole(value.source);
  if (value.kind === "external") return hole([value.module, ...value.path].join("."));
  return hole(value.kind);
}

/** True when the value says something; alternatives prefer such values. */
export function isKnown(value: Value): boolean {
  return value.kind !== "unknown" && value.kind !== "absent";
}
