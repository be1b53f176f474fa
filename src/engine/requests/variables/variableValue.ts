import type { Location } from "../../model/place.ts";
import type { Provenance, UnresolvedVariable } from "../../model/request.ts";
import { dotenvEnvironment, sharedEnvironment } from "../environments/environmentSet.ts";
import type { Expansion } from "./expandText.ts";
import { evaluateReference } from "./requestReference.ts";
import { generateValue } from "./systemVariables.ts";
import type { Definition } from "./variableScope.ts";

/** What an expression stands for: a text whose own variables are put in next, a text that is final, or nothing and why. */
export type Value =
  | {
      readonly kind: "text";
      readonly text: string;
      readonly from: Provenance;
      readonly location: Location | null;
      readonly secret: boolean;
    }
  | { readonly kind: "final"; readonly text: string; readonly from: Provenance; readonly secret: boolean }
  | {
      readonly kind: "missing";
      readonly code: string;
      /** Null when nothing more than the missing definition is to be said. */
      readonly message: string | null;
      readonly needs?: NonNullable<UnresolvedVariable["needs"]>;
    };

const PROCESS = /^\$(?:processEnv|env)(?:\s+|\.)(%?[\w.-]+)$/;
const DOTENV = /^\$dotenv(?:\s+|\.)(%?[\w.-]+)$/;
const SHARED = /^\$shared(?:\s+|\.)([\w.-]+)$/;
const PROMPT = /^\$(input|prompt|password)(?:\s+(.*))?$/;
const UNDEFINED: Value = { kind: "missing", code: "unresolved-variable", message: null };

/** Finds what the expression between `{{` and `}}` stands for; scripts are never run. */
export function evaluate(expansion: Expansion, expression: string): Value {
  if (expression.startsWith("$")) return evaluateSystem(expansion, expression);
  const definitions = expansion.scope.find(expression);
  const outer = expansion.stack.filter((name) => name === expression).length;
  const definition = definitions[outer];
  if (definition !== undefined) return textOf(definition);
  if (outer > 0) return cycle(expansion.stack, expression);
  if (expansion.prompts.has(expression)) return askFor(expression, "open");
  const referenced = evaluateReference(expansion, expression);
  if (referenced !== null) return referenced;
  return isName(expression) ? UNDEFINED : notRun(expression);
}

/** A variable in its own value means the next outer definition; without one it defines itself. */
function cycle(stack: readonly string[], name: string): Value {
  const way = [...stack.slice(stack.lastIndexOf(name)), name].map((each) => `{{${each}}}`).join(" → ");
  return { kind: "missing", code: "variable-cycle", message: `The variable defines itself: ${way}.` };
}

function textOf({ value, from, location, secret }: Definition): Value {
  return { kind: "text", text: value, from, location, secret };
}

function evaluateSystem(expansion: Expansion, expression: string): Value {
  const { scope, context } = expansion;
  const shared = SHARED.exec(expression)?.[1];
  if (shared !== undefined) return definedOr(scope.findIn(sharedEnvironment, shared));
  const dotenv = nameMeant(expansion, DOTENV.exec(expression)?.[1]);
  if (dotenv !== undefined) return definedOr(scope.given(dotenv) ?? scope.findIn(dotenvEnvironment, dotenv));
  const process = nameMeant(expansion, PROCESS.exec(expression)?.[1]);
  if (process !== undefined) return processValue(expansion, expression, process);
  const prompt = PROMPT.exec(expression);
  if (prompt !== null) return promptValue(expansion, prompt[1] as string, prompt[2] ?? "");
  const text = generateValue(expression, context.clock.now());
  if (text !== null) return { kind: "final", text, from: { kind: "generated", name: expression }, secret: false };
  return definedOr(scope.find(expression)[0] ?? null);
}

/** After REST Client's `%` stands a variable of the environment whose value is the name to look up. */
function nameMeant({ scope }: Expansion, written: string | undefined): string | undefined {
  if (!written?.startsWith("%")) return written;
  const name = written.slice(1);
  const own = scope.environment === null ? null : scope.findIn(scope.environment, name);
  return (own ?? scope.findIn(sharedEnvironment, name))?.value ?? name;
}

function definedOr(definition: Definition | null): Value {
  return definition === null ? UNDEFINED : textOf(definition);
}

/** The host lends no environment of its process, so that a workspace cannot read it; a person may give single values. */
function processValue(expansion: Expansion, expression: string, name: string): Value {
  const given = expansion.scope.given(name) ?? expansion.scope.given(expression);
  if (given !== null) return textOf({ ...given, secret: true });
  const message = `{{${expression}}} asks for a variable of the process, which is never read; give ${name} a value instead.`;
  return { kind: "missing", code: "unresolved-variable", message };
}

/** The text after `$input` or `$password`, up to its first ` $option:`, is what the answer is given under. */
function promptValue(expansion: Expansion, kind: string, written: string): Value {
  const prompt = (written.split(/\s\$/)[0] ?? "").trim();
  const given = expansion.scope.given(prompt) ?? expansion.scope.given(`$${kind}`);
  const secret = kind === "password";
  if (given === null) return askFor(prompt === "" ? kind : prompt, secret ? "secret" : "open");
  return { kind: "final", text: given.value, from: given.from, secret: secret || given.secret };
}

function askFor(prompt: string, kind: "secret" | "open"): Value {
  const message = `The value of ${prompt} is asked for when the request is sent; give it with --var.`;
  return {
    kind: "missing",
    code: "needs-answer",
    message,
    needs: { kind: "answer", prompt, secret: kind === "secret" },
  };
}

function isName(expression: string): boolean {
  return /^[\p{L}\p{N}_$@-][\p{L}\p{N}_.@[\]\- ]*$/u.test(expression);
}

function notRun(expression: string): Value {
  const message = `{{${expression}}} is a script, and scripts are never run here; define a variable instead.`;
  return { kind: "missing", code: "unresolved-variable", message };
}
