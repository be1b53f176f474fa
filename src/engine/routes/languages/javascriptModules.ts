import type { Node } from "web-tree-sitter";
import type { Expression, ImportBinding, Step, Target } from "../facts.ts";
import { readDecorators } from "./javascriptDeclarations.ts";
import { stringValue } from "./javascriptExpressions.ts";
import { childrenOf, type Reading, sourceOf, spotOf } from "./sheet.ts";

/** Reads an `import`; one of types only imports nothing. */
export function readImport(node: Node, reading: Reading, steps: Step[]): void {
  if (/^import\s+type\s+[\w${*]/.test(node.text) && !/^import\s+type\s+from\b/.test(node.text)) return;
  const assigned = childrenOf(node).find((child) => child.type === "import_require_clause");
  const source = node.childForFieldName("source") ?? assigned?.childForFieldName("source") ?? null;
  if (source === null) return;
  const specifier = stringValue(source);
  reading.sheet.imports.add(specifier);
  const bindings: ImportBinding[] = [];
  const local = assigned === undefined ? undefined : childrenOf(assigned)[0]?.text;
  if (local !== undefined) bindings.push({ imported: null, local });
  const clause = childrenOf(node).find((child) => child.type === "import_clause");
  for (const child of clause === undefined ? [] : childrenOf(clause)) readImportClause(child, bindings);
  steps.push({ kind: "import", specifier, bindings });
}

function readImportClause(node: Node, bindings: ImportBinding[]): void {
  if (node.type === "identifier") bindings.push({ imported: "default", local: node.text });
  if (node.type === "namespace_import") bindings.push({ imported: null, local: childrenOf(node)[0]?.text ?? "" });
  if (node.type !== "named_imports") return;
  for (const each of childrenOf(node)) {
    const name = each.childForFieldName("name")?.text;
    if (name !== undefined) bindings.push({ imported: name, local: each.childForFieldName("alias")?.text ?? name });
  }
}

type ReadStatement = (node: Node | null, reading: Reading, steps: Step[]) => void;

/** Reads an `export`, with what it declares as `readStatement` does. */
export function readExport(node: Node, reading: Reading, steps: Step[], readStatement: ReadStatement): void {
  const declaration = node.childForFieldName("declaration");
  const value = node.childForFieldName("value");
  const source = node.childForFieldName("source");
  if (declaration !== null) {
    readExportedDeclaration(node, declaration, reading, steps, readStatement);
    return;
  }
  if (value !== null) {
    steps.push({ kind: "export", name: "default", value: exportedValue(value, node, reading), at: spotOf(node) });
    return;
  }
  if (source !== null) {
    readReexport(node, stringValue(source), reading, steps);
    return;
  }
  const clause = childrenOf(node).find((child) => child.type === "export_clause");
  for (const each of clause === undefined ? [] : childrenOf(clause)) {
    const name = each.childForFieldName("name")?.text;
    if (name === undefined) continue;
    const alias = each.childForFieldName("alias")?.text ?? name;
    steps.push({ kind: "export", name: alias, value: { kind: "name", name }, at: spotOf(each) });
  }
  if (clause === undefined && /^export\s*=/.test(node.text)) {
    const whole = reading.expression(childrenOf(node)[0] ?? null);
    steps.push({ kind: "export", name: "export=", value: whole, at: spotOf(node) });
  }
}

function exportedValue(value: Node, node: Node, reading: Reading): Expression {
  if (value.type !== "class") return reading.expression(value);
  return { kind: "class", id: reading.declareClass(value, readDecorators(node, reading)) };
}

function readExportedDeclaration(
  node: Node,
  declaration: Node,
  reading: Reading,
  steps: Step[],
  readStatement: ReadStatement,
): void {
  const before = new Set(steps);
  readStatement(declaration, reading, steps);
  const isDefault = /^(?:@[\s\S]*?\s)?export\s+default\b/.test(node.text.slice(0, 4000));
  const added = steps.filter((step) => !before.has(step));
  if (isDefault && added.length === 0) {
    const id = /^(?:async\s+)?function/.test(sourceOf(declaration)) ? reading.declareFunction(declaration, []) : null;
    if (id !== null) steps.push({ kind: "export", name: "default", value: { kind: "function", id }, at: spotOf(node) });
  }
  for (const step of added) {
    if (step.kind !== "bind") continue;
    for (const name of namesOf(step.target)) {
      steps.push({
        kind: "export",
        name: isDefault ? "default" : name,
        value: { kind: "name", name },
        at: spotOf(declaration),
      });
    }
  }
}

function namesOf(target: Target): string[] {
  if (target.kind === "name") return [target.name];
  if (target.kind === "fields") return target.fields.flatMap((field) => namesOf(field.target));
  return target.items.flatMap((item) => (item === null ? [] : namesOf(item)));
}

function readReexport(node: Node, specifier: string, reading: Reading, steps: Step[]): void {
  reading.sheet.imports.add(specifier);
  const whole: Expression = { kind: "module", specifier };
  const children = childrenOf(node);
  const namespace = children.find((child) => child.type === "namespace_export");
  const clause = children.find((child) => child.type === "export_clause");
  if (namespace !== undefined) {
    steps.push({ kind: "export", name: childrenOf(namespace)[0]?.text ?? "", value: whole, at: spotOf(node) });
  } else if (clause !== undefined) {
    for (const each of childrenOf(clause)) {
      const name = each.childForFieldName("name")?.text;
      if (name === undefined) continue;
      const alias = each.childForFieldName("alias")?.text ?? name;
      steps.push({ kind: "export", name: alias, value: { kind: "member", of: whole, name }, at: spotOf(each) });
    }
  } else steps.push({ kind: "export-all", specifier });
}
