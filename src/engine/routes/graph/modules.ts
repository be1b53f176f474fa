import type { FileFacts } from "../facts.ts";
import type { PathValues } from "../reading/pathValues.ts";
import { folderOf } from "../reading/resolveModule.ts";
import type { Engine, ModuleRecord } from "./engine.ts";
import { force } from "./members.ts";
import { dottedName, packagePath } from "./pythonLibrary.ts";
import { valueOfData } from "./settings.ts";
import { ABSENT, type ObjectValue, objectValue, type Scope, unknownValue, type Value } from "./values.ts";

/** Makes the record of a module whose body has not run. */
export function createModule({ facts, body }: Pick<ModuleRecord, "facts" | "body">): ModuleRecord {
  const names: Scope["names"] = new Map();
  const scope: Scope = { file: facts.file, names, parent: null, self: null, home: null };
  const isPython = facts.language === "python";
  // The names of a Python module are its exports.
  const exports: ObjectValue = isPython
    ? { kind: "object", entries: names, of: null, isOpen: false, file: facts.file }
    : objectValue();
  const whole = facts.language === "data" ? contentOf(facts) : null;
  const record: ModuleRecord = { facts, body, scope, exports, whole, state: "new" };
  if (!isPython) {
    const holder = objectValue([], true);
    holder.entries.set("exports", () => record.whole ?? record.exports);
    names.set("module", holder);
    names.set("exports", record.exports);
    const folder: Value = { kind: "text", value: folderOf(facts.file) };
    const file: Value = { kind: "text", value: facts.file };
    names.set("__dirname", folder);
    names.set("__filename", file);
    const meta = objectValue(
      [
        ["dirname", folder],
        ["dir", folder],
        ["filename", file],
        ["url", file],
        ["env", unknownValue("import.meta.env")],
      ],
      true,
    );
    names.set("import.meta", meta);
  } else {
    names.set("__file__", { kind: "text", value: facts.file });
    names.set("__name__", { kind: "text", value: dottedName(facts.file) });
    const folders = packagePath(facts.file);
    if (folders !== undefined) names.set("__path__", folders);
  }
  return record;
}

/** What an import of a data file gives; of one that is a text as a whole, its places are those of the file. */
function contentOf({ file, data }: FileFacts): Value {
  if (typeof data !== "string") return valueOfData(data as PathValues, file);
  return { kind: "text", value: data, written: { file, at: [1, 0], keepsLines: true } };
}

/** Runs the body of a module once. */
export function runModule(record: ModuleRecord, engine: Engine): void {
  if (record.state !== "new") return;
  record.state = "running";
  const outer = bodies.get(engine) ?? null;
  bodies.set(engine, record);
  engine.perform(record.body, record.scope, { returns: [], yields: [] });
  bodies.set(engine, outer);
  record.state = "done";
}

const bodies = new WeakMap<Engine, ModuleRecord | null>();

/** The module whose body runs now, be it through functions of others; null outside of all. */
export function runningModule(engine: Engine): ModuleRecord | null {
  return bodies.get(engine) ?? null;
}

/** The value of a whole module. */
export function moduleValue(record: ModuleRecord): Value {
  return record.whole ?? record.exports;
}

/** The value of one export: of ESM by its name, of CommonJS also as a property of what was exported. */
export function exportOf(record: ModuleRecord, imported: string, engine: Engine): Value {
  const entry = record.exports.entries.get(imported);
  if (entry !== undefined) return force(entry);
  const { whole } = record;
  if (record.facts.language === "python") {
    return (
      engine.submodule(record.facts.file, imported) ?? (record.state === "running" ? unknownValue(imported) : ABSENT)
    );
  }
  if (imported === "default") return whole ?? (hasEsmExports(record) ? ABSENT : record.exports);
  if (whole !== null) return engine.member(whole, imported);
  if (record.state === "running" || record.exports.isOpen) return unknownValue(imported);
  return ABSENT;
}

function hasEsmExports(record: ModuleRecord): boolean {
  return record.body.some((step) => step.kind === "export" || step.kind === "export-all");
}
