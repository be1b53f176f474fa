import type { Case, Expression, ImportBinding, Step, Target, TargetField } from "../facts.ts";
import { itemsOf } from "./collections.ts";
import type { Engine, Frame } from "./engine.ts";
import { setFunctionProperty } from "./functionProperties.ts";
import { leaveForLater } from "./later.ts";
import { force } from "./members.ts";
import { throughEnvironment } from "./settings.ts";
import { countsAsTrue, performSwitch, performTurn } from "./switches.ts";
import { ABSENT, isKnown, objectValue, type Scope, textOf, unknownValue, type Value } from "./values.ts";

/** Performs the steps of a body in order, as far as they can be followed. */
export function perform(steps: readonly Step[], scope: Scope, frame: Frame, engine: Engine): void {
  for (const [at, step] of steps.entries()) {
    if (!engine.spend()) return;
    if (step.kind !== "branch" || !step.isSwitch) performStep(step, scope, frame, engine);
    else if (!performSwitch(step, steps.slice(at + 1), scope, frame, engine)) return;
  }
}

function performStep(step: Step, scope: Scope, frame: Frame, engine: Engine): void {
  switch (step.kind) {
    case "bind":
      bindTarget(step.target, engine.evaluate(step.value, scope), scope, engine);
      return;
    case "assign":
      assign(step.to, engine.evaluate(step.value, scope), step.adds, scope, engine);
      return;
    case "do":
      if (!leaveForLater(step.value, scope, engine)) engine.evaluate(step.value, scope);
      return;
    case "return":
      frame.returns.push(engine.evaluate(step.value, scope));
      return;
    case "yield":
      performYield(step, scope, frame, engine);
      return;
    case "loop":
      performLoop(step, scope, frame, engine);
      return;
    case "branch":
      for (const each of chosenCases(step, scope, engine)) perform(each.body, scope, frame, engine);
      return;
    case "import":
      // A module is run where it is imported for what it does.
      if (step.bindings.length === 0) engine.importModule(step.specifier, scope.file);
      for (const { imported, local } of step.bindings) bindImport(step.specifier, imported, local, scope, engine);
      for (const each of step.bindings) if (each.isUnused) runUnused(step.specifier, each, scope, engine);
      return;
    case "export":
      performExport(step.name, step.value, scope, engine);
      return;
    case "export-all":
      exportAll(step.specifier, scope, engine);
      return;
  }
}

function performYield(
  { value, isEach }: Extract<Step, { kind: "yield" }>,
  scope: Scope,
  frame: Frame,
  engine: Engine,
): void {
  const given = engine.evaluate(value, scope);
  if (isEach && given.kind === "list") frame.yields.push(...given.items);
  else frame.yields.push(given);
}

function namesOf(target: Target): readonly string[] {
  if (target.kind === "name") return [target.name];
  if (target.kind === "fields") return target.fields.flatMap((field) => namesOf(field.target));
  return target.items.flatMap((item) => (item === null ? [] : namesOf(item)));
}

function performLoop(step: Extract<Step, { kind: "loop" }>, scope: Scope, frame: Frame, engine: Engine): void {
  const of = itemsOf(engine.evaluate(step.of, scope), engine);
  // What a call has just given is whole; a list by its name may be filled where nobody sees it.
  const isListed = of !== undefined && (of.items.length > 0 || of.isWhole || step.of.kind === "call");
  const items = isListed ? [...of.items] : [unknownValue("element")];
  const before = new Set(scope.names.keys());
  const around = scope.looped ?? [];
  for (const item of items) {
    // Nothing of the turn before is kept, not even where this one gives nothing.
    for (const name of scope.names.keys()) if (!before.has(name)) scope.names.delete(name);
    for (const name of namesOf(step.target)) scope.names.delete(name);
    bindTarget(step.target, item, scope, engine);
    scope.looped = [{ target: step.target, body: step.body, item }, ...around];
    performTurn(scope, () => perform(step.body, scope, frame, engine), engine);
  }
}

const METHOD = /^(?:get|post|put|patch|delete|head|options|all)$/i;

/** All cases of a branch, for what it is about is rarely known; of one that tells methods apart, the case of a method that is known. */
function chosenCases({ on, cases }: Extract<Step, { kind: "branch" }>, scope: Scope, engine: Engine): readonly Case[] {
  const named = cases.map(({ value }) => (value?.kind === "text" ? value.value : null));
  const isTest = cases[0]?.value?.kind === "truth";
  if (!isTest && !named.every((each, at) => cases[at]?.value === null || METHOD.test(each ?? ""))) return cases;
  const known = engine.evaluate(on, scope);
  const verdict = isTest ? countsAsTrue(known) : undefined;
  if (verdict !== undefined) return cases.slice(verdict ? 0 : 1, verdict ? 1 : 2);
  if (known.kind !== "text" || !METHOD.test(known.value)) return cases;
  const found = named.indexOf(known.value);
  if (found < 0) return cases.filter(({ value }) => value === null);
  // A case without a body falls through to the next.
  const last = cases.findIndex(({ body }, at) => at >= found && body.length > 0);
  return cases.slice(found, last + 1);
}

function bindImport(specifier: string, imported: string | null, local: string, scope: Scope, engine: Engine): void {
  if (imported === "*") {
    const module = engine.importModule(specifier, scope.file);
    if (module.kind !== "object") return;
    for (const [name, value] of module.entries) if (!name.startsWith("__")) scope.names.set(name, value);
    return;
  }
  if (imported === null && local === specifier && local.includes(".")) bindDotted(specifier, scope, engine);
  else scope.names.set(local, engine.importLater(specifier, scope.file, imported));
}

/** `from . import views` and `import views` run the module, which may register on what the importing one has made. */
function runUnused(specifier: string, { imported }: ImportBinding, scope: Scope, engine: Engine): void {
  if (imported === "*") return;
  if (imported === null) return void engine.importModule(specifier, scope.file);
  const whole = specifier.endsWith(".") ? specifier + imported : `${specifier}.${imported}`;
  const file = engine.resolve(whole, scope.file);
  if (file !== null && file !== scope.file) engine.importModule(whole, scope.file);
}

/** `import a.b.c` binds `a`, through which `b` and `c` are reached. */
function bindDotted(specifier: string, scope: Scope, engine: Engine): void {
  const [first = "", ...others] = specifier.split(".");
  const known = scope.names.get(first);
  const root = known === undefined ? engine.importModule(first, scope.file) : force(known);
  let holder = root.kind === "object" ? root : objectValue([], true);
  if (root.kind === "external" && engine.importModule(specifier, scope.file).kind === "external") {
    scope.names.set(first, root);
    return;
  }
  scope.names.set(first, holder);
  for (const [index, name] of others.entries()) {
    if (index === others.length - 1) {
      holder.entries.set(name, () => engine.importModule(specifier, scope.file));
      return;
    }
    const entry = holder.entries.get(name);
    const inner = entry === undefined ? undefined : force(entry);
    const next = inner?.kind === "object" ? inner : objectValue([], true);
    holder.entries.set(name, next);
    holder = next;
  }
}

function performExport(name: string, value: Expression, scope: Scope, engine: Engine): void {
  const module = engine.module(scope.file);
  if (module === undefined) return;
  if (name === "export=") module.whole = engine.evaluate(value, scope);
  else if (value.kind === "name") module.exports.entries.set(name, () => engine.evaluate(value, scope));
  else if (value.kind === "member" && value.of.kind === "module") {
    const { specifier } = value.of;
    module.exports.entries.set(name, engine.importLater(specifier, scope.file, value.name));
  } else module.exports.entries.set(name, engine.evaluate(value, scope));
}

function exportAll(specifier: string, scope: Scope, engine: Engine): void {
  const module = engine.module(scope.file);
  const from = engine.importModule(specifier, scope.file);
  if (module === undefined) return;
  if (from.kind !== "object") module.exports.isOpen = true;
  else {
    if (from.isOpen) module.exports.isOpen = true;
    for (const [name, value] of from.entries) {
      if (name !== "default" && !module.exports.entries.has(name)) module.exports.entries.set(name, value);
    }
  }
}

/** Binds a value, or its parts, to the names of a target. */
export function bindTarget(target: Target, value: Value, scope: Scope, engine: Engine): void {
  if (target.kind === "name") {
    const known = scope.names.get(target.name);
    if (isKnown(value) || known === undefined) scope.names.set(target.name, value);
    return;
  }
  if (target.kind === "fields") {
    for (const field of target.fields) {
      const read = throughEnvironment(engine.member(value, field.key), scope.file, engine);
      const part = isKnown(read) || field.otherwise === null ? read : engine.evaluate(field.otherwise, scope);
      bindTarget(field.target, part, scope, engine);
    }
    if (target.rest !== null) scope.names.set(target.rest, restOf(value, target.fields));
    return;
  }
  target.items.forEach((item, index) => {
    if (item === null) return;
    const part = value.kind === "list" ? (value.items[index] ?? ABSENT) : unknownValue("element");
    bindTarget(item, part, scope, engine);
  });
}

/** What a destructured object holds beside the fields that are named. */
function restOf(value: Value, fields: readonly TargetField[]): Value {
  if (value.kind !== "object") return value;
  const taken = new Set(fields.map(({ key }) => key));
  return { ...value, entries: new Map([...value.entries].filter(([key]) => !taken.has(key))) };
}

function assign(to: Expression, value: Value, adds: boolean, scope: Scope, engine: Engine): void {
  if (to.kind === "name") {
    assignName(to.name, value, adds, scope);
    return;
  }
  if (to.kind === "index") {
    const of = engine.evaluate(to.of, scope);
    const key = engine.evaluate(to.key, scope);
    if (key.kind === "text") assignMember(of, key.value, value);
    else if (of.kind === "object") of.isOpen = true;
    return;
  }
  if (to.kind !== "member") return;
  if (!assignExports(to, value, scope, engine)) assignMember(engine.evaluate(to.of, scope), to.name, value);
}

function assignMember(of: Value, name: string, value: Value): void {
  if (of.kind === "object") of.entries.set(name, value);
  else if (of.kind === "router") of.properties.set(name, value);
  else if (of.kind === "class") of.statics.set(name, value);
  else if (of.kind === "function") setFunctionProperty(of, name, value);
}

function assignName(name: string, value: Value, adds: boolean, scope: Scope): void {
  for (let each: Scope | null = scope; each !== null; each = each.parent) {
    const known = each.names.get(name);
    if (known === undefined) continue;
    const before = typeof known === "function" ? known() : known;
    if (adds && before.kind === "list") before.items.push(...(value.kind === "list" ? value.items : [value]));
    else if (adds) each.names.set(name, { kind: "text", value: textOf(before) + textOf(value) });
    else if (isKnown(value) || !isKnown(before)) each.names.set(name, value);
    return;
  }
  scope.names.set(name, value);
}

function assignExports(
  to: Extract<Expression, { kind: "member" }>,
  value: Value,
  scope: Scope,
  engine: Engine,
): boolean {
  const module = engine.module(scope.file);
  if (module === undefined) return false;
  if (to.of.kind === "name" && to.of.name === "module" && to.name === "exports") {
    module.whole = value;
    return true;
  }
  const isExports =
    (to.of.kind === "name" && to.of.name === "exports") ||
    (to.of.kind === "member" && to.of.of.kind === "name" && to.of.of.name === "module" && to.of.name === "exports");
  if (!isExports) return false;
  if (module.whole?.kind === "object") module.whole.entries.set(to.name, value);
  else {
    module.exports.entries.set(to.name, value);
    if (module.whole?.kind === "router") module.whole.properties.set(to.name, value);
  }
  return true;
}
