import type { Range } from "../model/place.ts";
import type { Expansion } from "./expandText.ts";
import type { Definition } from "./variableScope.ts";

/** Says once for each variable in use that its value is empty, stands in quotes, or differs from one that other tools would prefer. */
export function reportDefinition(expansion: Expansion, name: string, range: Range): void {
  if (expansion.judged.has(name)) return;
  expansion.judged.add(name);
  const definitions = expansion.scope.find(name);
  const [definition] = definitions;
  if (definition === undefined) return;
  const report = (code: string, message: string, at: Range): void => {
    const { line } = expansion.scope.lines.positionAt(at.start);
    expansion.problems.push({ code, message, range: at, line });
  };
  const own = definition.range ?? range;
  const place = describePlace(definition);
  if (definition.value.trim() === "") report("empty-variable", `The variable ${name} is empty${place}.`, own);
  if (/^(?:".*"|'.*')$/s.test(definition.value) && definition.value.length > 1) {
    report("quoted-variable", `The value of ${name} has quotes around it${place}, and they are sent too.`, own);
  }
  if (definition.value !== definition.value.trim() && definition.value.trim() !== "") {
    report("spaced-variable", `The value of ${name} starts or ends with white space${place}, which is sent too.`, own);
  }
  const other = definitions.find((candidate) => candidate.value !== definition.value);
  if (other !== undefined && definition.from.kind !== "given") {
    const message = `${name} is defined twice with different values: the one${place} is used, not the one${describePlace(other)}.`;
    report("variable-shadowed", message, range);
  }
}

function describePlace({ from, location }: Definition): string {
  const where = location === null || location.file === "" ? "" : ` at ${location.file}:${location.line}`;
  return from.kind === "environment" ? ` in environment ${from.environment}${where}` : where;
}
