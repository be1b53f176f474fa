/** The parts of a flat route name (`users.$id_.edit`), what is written in brackets kept as it is. */
function partsOf(name: string): string[] {
  const parts: string[] = [""];
  let isEscaped = false;
  for (const character of name) {
    if (character === "[" && !isEscaped) isEscaped = true;
    else if (character === "]" && isEscaped) isEscaped = false;
    else if (character === "." && !isEscaped) parts.push("");
    else parts[parts.length - 1] += isEscaped && /[.$_()]/.test(character) ? `\\${character}` : character;
  }
  return parts;
}

function unescaped(part: string): string {
  return part.replace(/\\(.)/g, "$1");
}

/** One part as a segment in the spelling of file names with brackets; null when it adds nothing to the path. */
function segmentOf(part: string): string | null {
  if (part.startsWith("_")) return null;
  if (part === "$") return "[[...splat]]";
  const plain = part.replace(/(?<!\\)_$/, "");
  // Behind a parameter may stand what is written in brackets: `$id[.]json`.
  const named = /^\$(\w*)(.*)$/.exec(plain);
  return named === null ? unescaped(plain) : `[${named[1]}]${unescaped(named[2] ?? "")}`;
}

/** The ways in which a flat route name is a path, one with and one without each part in parentheses. */
export function withOptionalParts(name: string): readonly (readonly string[])[] {
  let ways: string[][] = [[]];
  for (const part of partsOf(name)) {
    const optional = /^\((.*)\)$/.exec(part)?.[1];
    const segment = segmentOf(optional ?? part);
    if (segment === null) continue;
    const longer = ways.map((way) => [...way, segment]);
    ways = optional === undefined ? longer : [...longer, ...ways];
  }
  return ways;
}

/** The names that answer for themselves: neither layouts without a path nor those whose index answers in their place. */
export function withLayoutsLeftOut(names: readonly string[]): readonly string[] {
  return names.filter((name) => {
    const parts = partsOf(name);
    const isPathless = parts.at(-1)?.startsWith("_") && parts.at(-1) !== "_index";
    return !isPathless && !names.includes(`${name}._index`);
  });
}
