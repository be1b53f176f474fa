import type { Node } from "web-tree-sitter";
import { declareClass, declareFunction, readTarget } from "./javascriptDeclarations.ts";
import { readExpression } from "./javascriptExpressions.ts";
import { readSteps } from "./javascriptSteps.ts";
import { createPathTestReader } from "./pathTests.ts";
import { createSheet, type Reading, type Sheet } from "./sheet.ts";
import { createTraitsReader, NO_TRAITS } from "./traits.ts";

/**
 * Reads the syntax tree of a JavaScript or TypeScript module into a sheet of facts. `text` is the whole text of the module, of which
 * the tree may lack the bodies of handlers.
 */
export function readJavaScript(root: Node, text: string): Sheet {
  const sheet = createSheet();
  const readTraits = createTraitsReader(text);
  const reading: Reading = {
    sheet,
    text,
    readPathTests: createPathTestReader(text),
    expression: (node) => readExpression(node, reading),
    steps: (node) => readSteps(node, reading),
    target: (node) => readTarget(node, reading),
    declareFunction: (node, decorators) => declareFunction(node, reading, readTraits, decorators),
    declareClass: (node, decorators) => declareClass(node, reading, decorators),
  };
  const whole = {
    id: 0,
    name: null,
    parameters: [],
    at: [1, 1] as const,
    endLine: root.endPosition.row + 1,
    decorators: [],
    traits: NO_TRAITS,
  };
  sheet.functions.push({ ...whole, body: [] });
  sheet.functions[0] = { ...whole, body: reading.steps(root) };
  return sheet;
}
