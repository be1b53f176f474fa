import { parseXml, type XmlElement } from "./xmlTree.ts";

const STEP = /^(\/\/?)(?:(@)?([\w.:*-]+)(?:\(\))?)((?:\[[^\]]*\])*)/;
const LARGEST_TEXT = 4 * 1024 * 1024;

/** One step of an XPath: `/name`, `//name`, `/@name`, `/text()`, each with its predicates. */
interface Step {
  readonly isDeep: boolean;
  readonly isAttribute: boolean;
  readonly name: string;
  readonly predicates: readonly string[];
}

/**
 * The text of the first node that an XPath such as `//order[@state='new']/id/text()` finds in an XML text; prefixes of names may be
 * left out. Null when the path cannot be read or finds nothing.
 */
export function findByXPath(text: string, path: string): string | null {
  const steps = readSteps(path.trim().replace(/^string\((.*)\)$/, "$1"));
  if (steps === null || text.length > LARGEST_TEXT) return null;
  let found: readonly XmlElement[] = [parseXml(text)];
  for (const step of steps) {
    if (step.isAttribute) return attributeOf(step.isDeep ? found.flatMap(withDescendants) : found, step.name);
    if (step.name === "text") return found[0]?.text.trim() ?? null;
    found = takeStep(found, step);
  }
  return found[0] === undefined ? null : textOf(found[0]).trim();
}

function readSteps(path: string): readonly Step[] | null {
  const steps: Step[] = [];
  for (let rest = path; rest !== ""; ) {
    const match = STEP.exec(rest);
    if (match === null || steps.length > 50) return null;
    const predicates = [...(match[4] ?? "").matchAll(/\[([^\]]*)\]/g)].map(([, inner]) => (inner as string).trim());
    steps.push({ isDeep: match[1] === "//", isAttribute: match[2] === "@", name: match[3] as string, predicates });
    rest = rest.slice(match[0].length);
  }
  return steps.length === 0 ? null : steps;
}

function takeStep(elements: readonly XmlElement[], step: Step): readonly XmlElement[] {
  const parents = step.isDeep ? elements.flatMap(withDescendants) : elements;
  return parents.flatMap((parent) => {
    const named = parent.children.filter((child) => isNamed(child.name, step.name));
    return step.predicates.reduce<readonly XmlElement[]>(filterBy, named);
  });
}

function filterBy(elements: readonly XmlElement[], predicate: string): readonly XmlElement[] {
  if (/^\d+$/.test(predicate)) return elements.slice(Number(predicate) - 1, Number(predicate));
  if (predicate === "last()") return elements.slice(-1);
  const match = /^(@?)([\w.:-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?$/.exec(predicate);
  if (match === null) return [];
  const [, at, name, double, single] = match;
  const wanted = double ?? single;
  return elements.filter((element) => {
    const values = at === "@" ? [attributeOf([element], name as string)] : childTexts(element, name as string);
    return values.some((value) => value !== null && (wanted === undefined || value === wanted));
  });
}

function childTexts(element: XmlElement, name: string): readonly string[] {
  return element.children.filter((child) => isNamed(child.name, name)).map((child) => textOf(child).trim());
}

function attributeOf(elements: readonly XmlElement[], name: string): string | null {
  for (const element of elements) {
    for (const [key, value] of element.attributes) if (isNamed(key, name)) return value;
  }
  return null;
}

function isNamed(name: string, wanted: string): boolean {
  return wanted === "*" || name === wanted || name.slice(name.indexOf(":") + 1) === wanted;
}

function withDescendants(element: XmlElement): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const waiting = [element];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    found.push(next);
    for (const child of next.children.toReversed()) waiting.push(child);
  }
  return found;
}

function textOf(element: XmlElement): string {
  return withDescendants(element)
    .map((each) => each.text)
    .join("");
}
