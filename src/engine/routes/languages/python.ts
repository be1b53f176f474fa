import type { Node } from "web-tree-sitter";
import type { Expression, MemberFact, Parameter } from "../facts.ts";
import { createPathTestReader } from "./pathTests.ts";
import { readPythonArguments, readPythonExpression } from "./pythonExpressions.ts";
import { readPythonSteps, readPythonTarget } from "./pythonSteps.ts";
import { childrenOf, createSheet, type Reading, type Sheet, spotOf } from "./sheet.ts";
import { methodsIn, NO_TRAITS } from "./traits.ts";

/** Reads the syntax tree of a Python module into a sheet of facts. */
export function readPython(root: Node): Sheet {
  const sheet = createSheet();
  const { text } = root;
  const reading: Reading = {
    sheet,
    text,
    readPathTests: createPathTestReader(text),
    expression: (node) => readPythonExpression(node, reading),
    steps: (node) => readPythonSteps(node, reading),
    target: (node) => readPythonTarget(node, reading),
    declareFunction: (node, decorators) => declareFunction(node, reading, decorators),
    declareClass: (node, decorators) => declareClass(node, reading, decorators),
  };
  const whole = {
    id: 0,
    name: null,
    parameters: [],
    at: [1, 1] as const,
    endLine: root.endPosition.row + 1,
    decorators: [],
  };
  sheet.functions.push({ ...whole, body: [], traits: NO_TRAITS });
  sheet.functions[0] = { ...whole, body: reading.steps(root), traits: NO_TRAITS };
  return sheet;
}

function declareFunction(node: Node, reading: Reading, decorators: readonly Expression[]): number {
  const { sheet } = reading;
  const id = sheet.functions.length;
  const body = node.childForFieldName("body");
  const text = body?.text ?? "";
  const tests = reading.readPathTests(body, text);
  const fact = {
    ...(tests === undefined ? {} : { tests }),
    id,
    name: node.childForFieldName("name")?.text ?? null,
    parameters: readParameters(node.childForFieldName("parameters"), reading),
    at: spotOf(node),
    endLine: node.endPosition.row + 1,
    decorators,
    traits: {
      ...NO_TRAITS,
      methods: /\bmethod\b/.test(text) ? methodsIn(text) : [],
      saysNotFound: /\b404\b|not_?found/i.test(text),
    },
  };
  sheet.functions.push({ ...fact, body: [] });
  const steps =
    node.type === "lambda" ? [{ kind: "return" as const, value: reading.expression(body) }] : reading.steps(body);
  sheet.functions[id] = { ...fact, body: steps };
  return id;
}

function readParameters(list: Node | null, reading: Reading): Parameter[] {
  return (list === null ? [] : childrenOf(list)).flatMap((node) => {
    if (node.type === "keyword_separator" || node.type === "positional_separator") return [];
    const name = node.childForFieldName("name") ?? (node.type === "identifier" ? node : childrenOf(node)[0]);
    const otherwise = node.childForFieldName("value");
    const type = node.childForFieldName("type");
    const parameter: Parameter = {
      target: { kind: "name", name: name?.text.replace(/^\*+/, "") ?? "" },
      type: type?.text ?? null,
      otherwise: otherwise === null ? null : reading.expression(otherwise),
      isRest: /^\*(?!\*)/.test(node.text),
      ...(node.text.startsWith("**") ? { isNamedRest: true } : {}),
      decorators: [],
      isField: false,
    };
    return [parameter];
  });
}

/** `ModelViewSet[Order]` is `ModelViewSet` for all that routes depend on. */
function plainBase(base: Expression): Expression {
  return base.kind === "index" ? base.of : base;
}

function declareClass(node: Node, reading: Reading, decorators: readonly Expression[]): number {
  const { sheet } = reading;
  const id = sheet.classes.length;
  const bases = node.childForFieldName("superclasses");
  const fact = {
    id,
    name: node.childForFieldName("name")?.text ?? null,
    bases:
      bases === null
        ? []
        : readPythonArguments(bases, reading).flatMap(({ name, value }) =>
            name === undefined ? [plainBase(value)] : [],
          ),
    decorators,
    at: spotOf(node),
    endLine: node.endPosition.row + 1,
  };
  sheet.classes.push({ ...fact, members: [] });
  const body = node.childForFieldName("body");
  const members = body === null ? [] : childrenOf(body).flatMap((child) => readMember(child, reading));
  sheet.classes[id] = { ...fact, members };
  return id;
}

function readMember(node: Node, reading: Reading): MemberFact[] {
  if (node.type === "expression_statement") return readFields(node, reading);
  const definition = node.type === "decorated_definition" ? node.childForFieldName("definition") : node;
  if (definition === null) return [];
  const decorators = childrenOf(node)
    .filter((child) => child.type === "decorator")
    .map((child) => reading.expression(childrenOf(child)[0] ?? null));
  const name = definition.childForFieldName("name")?.text ?? "";
  const at = spotOf(definition);
  if (definition.type === "class_definition") {
    const value: Expression = { kind: "class", id: reading.declareClass(definition, decorators) };
    return [{ name, value, isStatic: true, role: "field", type: null, decorators, at }];
  }
  if (definition.type !== "function_definition") return [];
  const isNamed = (text: string) => decorators.some((each) => each.kind === "name" && each.name === text);
  const value: Expression = { kind: "function", id: reading.declareFunction(definition, decorators) };
  const role =
    name === "__init__" ? "constructor" : isNamed("property") || isNamed("cached_property") ? "getter" : "method";
  return [{ name, value, isStatic: isNamed("staticmethod"), role, type: null, decorators, at }];
}

function readFields(node: Node, reading: Reading): MemberFact[] {
  const assignment = childrenOf(node)[0];
  const left = assignment?.type === "assignment" ? assignment.childForFieldName("left") : null;
  const right = assignment?.childForFieldName("right") ?? null;
  const type = assignment?.childForFieldName("type")?.text ?? null;
  if (left?.type !== "identifier" || (right === null && type === null)) return [];
  const value: Expression = right === null ? { kind: "unknown", source: left.text } : reading.expression(right);
  return [{ name: left.text, value, isStatic: true, role: "field", type, decorators: [], at: spotOf(left) }];
}
