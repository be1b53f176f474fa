import type { Range, TextFix } from "../../model/place.ts";
import type { Expansion } from "../variables/expandText.ts";
import type { Definition } from "../variables/variableScope.ts";

/** Says once for each variable in use that its value is empty, stands in quotes, or differs from one that other tools would prefer. */
export function reportDefinition(expansion: Expansion, name: string, range: Range): void {
  if (expansion.judged.has(name)) return;
  expansion.judged.add(name);
  const definitions = expansion.scope.find(name);
  const [definition] = definitions;
  if (definition === undefined) return;
  const report = (code: string, message: string, at: Range, fix: TextFix | null = null): void => {
    const { line } = expansion.scope.lines.positionAt(at.start);
    expansion.problems.push({ code, message, range: at, line, ...(fix === null ? {} : { fix }) });
  };
  const own = definition.range ?? range;
  const place = describePlace(definition);
  if (definition.value.trim() === "") report("empty-variable", `The variable ${name} is empty${place}.`, own);
  if (/^(?:".*"|'.*')$/s.test(definition.value) && definition.value.length > 1) {
    const fix = rewrite(definition, `Remove the quotes of ${name}`, definition.value.slice(1, -1));
    report("quoted-variable", `The value of ${name} has quotes around it${place}, and they are sent too.`, own, fix);
  }
  if (definition.value !== definition.value.trim() && definition.value.trim() !== "") {
    const message = `The value of ${name} starts or ends with white space${place}, which is sent too.`;
    const fix = rewrite(definition, `Remove the white space around ${name}`, definition.value.trim());
    report("spaced-variable", message, own, fix);
  }
  const other = definitions.find((candidate) => candidate.value !== definition.value);
  if (other !== undefined && definition.from.kind !== "given") {
    const message = `${name} is defined twice with different values: the one${place} is used, not the one${describePlace(other)}.`;
    report("variable-shadowed", message, range);
  }
}

/** Writes another value where the definition stands; null where that cannot be edited safely. */
function rewrite({ range, written, location, value }: Definition, title: string, better: string): TextFix | null {
  if (range !== null) return value.includes("\\") ? null : { title, newText: better, range };
  if (written === undefined || location === null) return null;
  const newText = JSON.stringify(better).slice(1, -1);
  return { title, newText, range: written.range, other: { file: location.file, text: written.text } };
}

function describePlace({ from, location }: Definition): string {
  const where = location === null || location.file === "" ? "" : ` at ${location.file}:${location.line}`;
  return from.kind === "environment" ? ` in environment ${from.environment}${where}` : where;
}
