import type { ModuleResolver } from "../reading/resolveModule.ts";
import type { Engine } from "./engine.ts";
import { exportOf, moduleValue } from "./modules.ts";
import { djangoSettings, packagedSettings } from "./settings.ts";
import { unknownValue, type Value } from "./values.ts";

const MOST_TIMES_AROUND = 3;

type Importing = Pick<Engine, "resolve" | "importModule" | "importName" | "importLater" | "submodule">;

/** How an engine finds what a file imports: in the files that `resolver` knows, else outside the workspace. */
export function createImporting(resolver: ModuleResolver, self: () => Engine): Importing {
  return {
    resolve: (specifier, from) => resolver.resolve(specifier, from, languageOfFile(self(), from)),
    importModule: (specifier, from) => importModule(self(), resolver, specifier, from),
    importName: (specifier, from, imported) => importName(self(), resolver, specifier, from, imported),
    importLater(specifier, from, imported) {
      /** How often this import is being followed right now: two modules may take the same name from each other. */
      let times = 0;
      return () => {
        if (times === MOST_TIMES_AROUND) return unknownValue(imported ?? specifier);
        times += 1;
        const value = importName(self(), resolver, specifier, from, imported);
        times -= 1;
        return value;
      };
    },
    submodule(file, name) {
      if (!/(?:^|\/)__init__\.py$/.test(file)) return null;
      const value = importModule(self(), resolver, `.${name}`, file);
      return value.kind === "object" ? value : null;
    },
  };
}

/** `from package import module` where the package has no file of its own. */
function submoduleOf(
  engine: Engine,
  resolver: ModuleResolver,
  specifier: string,
  from: string,
  imported: string,
): Value | null {
  const whole = specifier.endsWith(".") ? specifier + imported : `${specifier}.${imported}`;
  const value = importModule(engine, resolver, whole, from);
  return value.kind === "external" ? null : value;
}

function languageOfFile(engine: Engine, file: string) {
  return engine.factsOf(file)?.language ?? "javascript";
}

function importModule(engine: Engine, resolver: ModuleResolver, specifier: string, from: string): Value {
  const file = resolver.resolve(specifier, from, languageOfFile(engine, from));
  if (file === null) return foreign(specifier, from, engine);
  const module = engine.module(file);
  if (module !== undefined) return moduleValue(module);
  engine.needed.add(file);
  return unknownValue(specifier);
}

function foreign(specifier: string, from: string, engine: Engine): Value {
  if (specifier.startsWith(".")) return unknownValue(specifier);
  const settings = specifier === "config" ? packagedSettings(from, engine) : null;
  if (settings !== null) return settings;
  return { kind: "external", module: specifier.replace(/^node:/, ""), path: [] };
}

function importName(
  engine: Engine,
  resolver: ModuleResolver,
  specifier: string,
  from: string,
  imported: string | null,
): Value {
  const language = languageOfFile(engine, from);
  const file = resolver.resolve(specifier, from, language);
  if (file === null) {
    const settings = specifier === "django.conf" && imported === "settings" ? djangoSettings(from, engine) : null;
    if (settings !== null) return settings;
    const inner =
      imported === null || language !== "python" ? null : submoduleOf(engine, resolver, specifier, from, imported);
    if (inner !== null) return inner;
    const value = foreign(specifier, from, engine);
    if (value.kind === "object" && imported === "default") return value;
    return imported === null ? value : engine.member(value, imported);
  }
  const module = engine.module(file);
  if (module === undefined) {
    engine.needed.add(file);
    return unknownValue(imported ?? specifier);
  }
  // `from . import part` in a package's own file means the submodule, whose name this very import binds.
  if (file === from && imported !== null) return engine.submodule(file, imported) ?? unknownValue(imported);
  return imported === null ? moduleValue(module) : exportOf(module, imported, engine);
}
