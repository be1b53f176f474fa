import type { Route } from "../../../model/route.ts";
import type { Files } from "../../../ports.ts";
import { readLines, readTexts } from "../texts.ts";
import { readNames } from "./importedNames.ts";
import { findSetSwitch } from "./switchState.ts";
import type { EntryCondition } from "./tableConditions.ts";

const source = /\.(?:[cm]?[jt]s|py)$/;
/** A loop over the keys of a table with their values: the two names, and the table. */
const header =
  /\bfor\s*\(\s*(?:const|let)\s*\[\s*(\w+)\s*,\s*(\w+)\s*\]\s+of\s+(?:Object\.entries\(\s*)?([\w.]+)|^\s*for\s+(\w+)\s*,\s*(\w+)\s+in\s+([^:]+?)\.items\(\)/;
const mostLines = 8;

interface Loop {
  readonly key: string;
  readonly value: string;
  readonly table: string;
  readonly at: number;
  /** The lines of the loop that follow its first one. */
  readonly body: readonly string[];
}

/**
 * The condition of a loop that asks for each key of a table whether it is switched on before it registers what is called so: the value of the key itself
 * (`for name, on in switches.items(): if on: …import_module(f"shop.{name}")`) or another table's (`if (switches[name]) register(app)`). Null where no such
 * loop registers the route, or nothing of the workspace sets its key. Never rejects.
 */
export async function findKeyedSwitch(route: Route, files: Files): Promise<EntryCondition | null> {
  const places = new Set(route.mounts.map(({ file }) => file));
  const texts = (await readTexts(files, source)).filter(({ text }) =>
    /\.items\(\)|\bof\s+(?:Object\.entries\(|\w)/.test(text),
  );
  const own = await readLines(files, route.file);
  for (const { file, text } of texts) {
    const lines = text.split(/\r\n|\r|\n/);
    const names = readNames(lines, route.file);
    for (const loop of places.has(file) || names.length > 0 ? listLoops(lines) : []) {
      const key = names.includes(loop.table)
        ? nameExport(own, route.line - 1)
        : loadsByName(loop)
          ? stemOf(route)
          : null;
      const asked = key === null ? null : readAsked(loop, key);
      if (asked && (await findSetSwitch(asked.switches[0], files))) {
        return { ...asked, file, lines };
      }
    }
  }
  return null;
}

function listLoops(lines: readonly string[]): readonly Loop[] {
  return lines.flatMap((line, at) => {
    const [, one, two, of, key = one, value = two, table = of] = header.exec(line) ?? [];
    const depth = line.search(/\S/);
    const rest = lines.slice(at + 1, at + 1 + mostLines);
    const end = rest.findIndex((next) => next.trim() !== "" && next.search(/\S/) <= depth);
    return key && value && table ? [{ key, value, table, at, body: end < 0 ? rest : rest.slice(0, end) }] : [];
  });
}

/** Whether the loop loads the module that each key names. */
function loadsByName({ key, body }: Loop): boolean {
  return body.some(
    (line) =>
      /\b(?:import_module|__import__|import|require)\(/.test(line) &&
      new RegExp(`\\{${key}\\}|\\+\\s*${key}\\b`).test(line),
  );
}

/** The exported function in which a line stands: the key under which a loop over the exports of its module has it. */
function nameExport(lines: readonly string[], at: number): string | null {
  const above = lines.slice(0, at + 1).findLast((line) => /^(?:export\b|exports\.|def\s)/.test(line)) ?? "";
  return /\b(?:function|const|let|var|def|exports\.)\s*([A-Za-z_$][\w$]*)/.exec(above)?.[1] ?? null;
}

function stemOf({ file }: Route): string {
  return file.replace(/(?:\/(?:index|__init__))?\.\w+$/, "").replace(/^.*\//, "");
}

/** The `if` of the loop that asks the value of the key, or what another table holds under it. */
function readAsked({ key, value, at, body }: Loop, name: string) {
  const asking = new RegExp(
    `^\\s*if\\b\\s*\\(?\\s*(not\\s+|!)?(?:${value}\\b|(?:[\\w$]+\\.)*?([\\w$]+)(?:\\?\\.)?(?:\\[\\s*${key}\\s*\\]|\\.get\\(\\s*${key}\\b[^()]*\\)))\\s*[):{]`,
  );
  for (const [index, line] of body.entries()) {
    const [whole, negation, table] = asking.exec(line) ?? [];
    if (whole !== undefined) {
      const isLeaving = /\bcontinue\b/.test(`${line} ${body[index + 1] ?? ""}`);
      const isOn = (negation !== undefined) === isLeaving;
      const keys = table === undefined ? [name] : [table, name];
      return { index: at + 1 + index, switches: [{ keys, holdsWhen: isOn ? "on" : "off" }] as const };
    }
  }
  return null;
}
