import type { Call } from "./engine.ts";
import { HOLE, textOf, type Value } from "./values.ts";

/** What a method of a text gives, in JavaScript or Python; undefined for one that is not followed. */
export function callOnText(text: string, name: string, call: Call): Value | undefined {
  return testText(text, name, call) ?? callText(text, name, call);
}

/** Whether a text is as a test of it wants it, as a loader of files asks of their names; undefined for other methods. */
function splitByPattern(text: string, { source, flags }: Extract<Value, { kind: "pattern" }>): Value | undefined {
  if (text.length > 500 || source.length > 100) return undefined;
  try {
    return {
      kind: "list",
      items: text.split(new RegExp(source, flags)).map((value) => ({ kind: "text", value: value ?? "" })),
    };
  } catch {
    return undefined;
  }
}

function testText(text: string, name: string, call: Call): Value | undefined {
  const [part] = call.arguments;
  if (part?.kind === "list") return testAny(text, name, part.items, call);
  if (part?.kind !== "text" || text.includes(HOLE) || part.value.includes(HOLE)) return undefined;
  if (name === "endsWith" || name === "endswith") return { kind: "truth", value: text.endsWith(part.value) };
  if (name === "startsWith" || name === "startswith") return { kind: "truth", value: text.startsWith(part.value) };
  return name === "includes" ? { kind: "truth", value: text.includes(part.value) } : undefined;
}

/** Python takes a tuple of which one is enough. */
function testAny(text: string, name: string, parts: readonly Value[], call: Call): Value | undefined {
  if (!/^(?:start|end)swith$/.test(name)) return undefined;
  const verdicts = parts.map((part) => testText(text, name, { ...call, arguments: [part] }));
  return verdicts.find((each) => each?.kind === "truth" && each.value) ?? verdicts[0];
}

/** Whether a regular expression finds a text that is known; undefined for anything else that is asked of it. */
export function testPattern(of: Extract<Value, { kind: "pattern" }>, name: string, call: Call): Value | undefined {
  const [text] = call.arguments;
  if (name !== "test" || text?.kind !== "text" || text.value.includes(HOLE)) return undefined;
  if (text.value.length > 200 || of.source.length > 100) return undefined;
  try {
    return { kind: "truth", value: new RegExp(of.source, of.flags.replace(/[gy]/g, "")).test(text.value) };
  } catch {
    return undefined;
  }
}

function callText(text: string, name: string, call: Call): Value | undefined {
  const values = call.arguments;
  if (name === "concat") return { kind: "text", value: text + values.map(textOf).join("") };
  const cut = trimmed(text, name, values[0]);
  if (cut !== undefined) return { kind: "text", value: cut };
  if (name === "toLowerCase" || name === "lower") return { kind: "text", value: text.toLowerCase() };
  if (name === "toUpperCase" || name === "upper") return { kind: "text", value: text.toUpperCase() };
  if (name === "split" && values[0]?.kind === "pattern") return splitByPattern(text, values[0]);
  if (/^r?split$/.test(name) && values[0]?.kind === "text") {
    return {
      kind: "list",
      items: split(text, name, values[0].value, values[1], call.at.file.endsWith(".py")).map((value) => ({
        kind: "text",
        value,
      })),
    };
  }
  if (name === "join" && values[0]?.kind === "list") {
    return { kind: "text", value: values[0].items.map(textOf).join(text) };
  }
  if (name === "indexOf" && values[0]?.kind === "text" && !text.includes(HOLE)) {
    return { kind: "number", value: text.indexOf(values[0].value) };
  }
  if (name === "format") return { kind: "text", value: formatText(text, call) };
  if ((name === "replace" || name === "replaceAll") && values[0]?.kind === "text" && values[1]?.kind === "text") {
    return { kind: "text", value: text.replace(values[0].value, values[1].value) };
  }
  if (/^(?:replace|replaceAll)$/.test(name) && values[0]?.kind === "pattern" && values[1]?.kind === "text") {
    return { kind: "text", value: replacePattern(text, values[0], values[1].value) };
  }
  if ((name === "slice" || name === "substring") && values[0]?.kind === "number") {
    const end = values[1]?.kind === "number" ? values[1].value : undefined;
    return {
      kind: "text",
      value: name === "slice" ? text.slice(values[0].value, end) : text.substring(values[0].value, end),
    };
  }
  return undefined;
}

/** What is left of a text without what stands at its ends: white space, or the characters or the affix that Python is given. */
function trimmed(text: string, name: string, given: Value | undefined): string | undefined {
  if (name === "toString" || name === "trim") return text.trim();
  const affix = given?.kind === "text" ? given.value : undefined;
  if (name === "removeprefix" && affix !== undefined) return text.startsWith(affix) ? text.slice(affix.length) : text;
  if (name === "removesuffix" && affix !== undefined) {
    return text.endsWith(affix) ? text.slice(0, text.length - affix.length) : text;
  }
  const side = /^(l|r)?strip$/.exec(name);
  if (side === null) return undefined;
  const isCut = (each: string | undefined) =>
    each !== undefined && (affix === undefined ? /\s/.test(each) : affix.includes(each));
  let start = 0;
  let end = text.length;
  while (side[1] !== "r" && start < end && isCut(text[start])) start += 1;
  while (side[1] !== "l" && start < end && isCut(text[end - 1])) end -= 1;
  return text.slice(start, end);
}

/** Python splits at most as often as it is told, `rsplit` from the end; JavaScript gives as many parts. */
function split(text: string, name: string, by: string, most: Value | undefined, isPython: boolean): string[] {
  const parts = text.split(by, isPython || most?.kind !== "number" ? undefined : most.value);
  const times = most?.kind === "number" && most.value >= 0 ? most.value : parts.length;
  if (parts.length <= times + 1) return parts;
  return name === "rsplit"
    ? [parts.slice(0, parts.length - times).join(by), ...parts.slice(parts.length - times)]
    : [...parts.slice(0, times), parts.slice(times).join(by)];
}

function replacePattern(
  text: string,
  { source, flags }: { source: string; flags: string },
  replacement: string,
): string {
  if (text.length > 500 || source.length > 200) return text;
  try {
    return text.replace(new RegExp(source, flags), replacement);
  } catch {
    return text;
  }
}

function formatText(text: string, call: Call): string {
  let index = 0;
  return text.replace(/\{(\w*)\}/g, (whole, key: string) => {
    const value = key === "" ? call.arguments[index++] : (call.named.get(key) ?? call.arguments[Number(key)]);
    return value === undefined ? whole : textOf(value);
  });
}
