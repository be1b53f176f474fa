import { type Call, type Engine, placeIn } from "../graph/engine.ts";
import { force } from "../graph/members.ts";
import { djangoSettings } from "../graph/settings.ts";
import { type ClassValue, objectValue, type Value } from "../graph/values.ts";
import { folderOf } from "../reading/resolveModule.ts";
import { optionOf, textsOf } from "./options.ts";

/**
 * The configuration that `apps.get_app_config("label")` gives, by https://docs.djangoproject.com/en/stable/ref/applications: an
 * instance of a class of some `apps.py`; its `urls` are what its `get_urls` returns, a convention of larger applications.
 */
export function appConfig(label: Value | undefined, call: Call): Value | undefined {
  const { engine } = call;
  if (label?.kind !== "text") return undefined;
  for (const file of engine.filesBelow("")) {
    if (!/(?:^|\/)apps\.py$/.test(file)) continue;
    const module = engine.module(file);
    if (module === undefined) engine.needed.add(file);
    for (const entry of module?.scope.names.values() ?? []) {
      const value = force(entry);
      if (value.kind === "class" && isLabelled(value, label.value, call)) return instanceOf(value, call);
    }
  }
  return undefined;
}

/** What `apps.get_app_configs()` gives: one configuration for each of the settings' `INSTALLED_APPS`, by its name. */
export function appConfigs(call: Call): Value {
  const settings = djangoSettings(call.at.file, call.engine);
  const names = textsOf(optionOf(settings ?? undefined, "INSTALLED_APPS"));
  const items = names.map((named): Value => {
    // An application may be named by the class that configures it.
    const value = named.replace(/\.apps\.\w+$/, "");
    const label = value.slice(value.lastIndexOf(".") + 1);
    return objectValue(
      [
        ["name", { kind: "text", value }],
        ["label", { kind: "text", value: label }],
      ],
      true,
    );
  });
  return { kind: "list", items };
}

const slashes = new WeakMap<Engine, Map<string, boolean>>();
const COMMON = "django.middleware.common.CommonMiddleware";

/**
 * Whether a path without its last slash is redirected to the one with it, by https://docs.djangoproject.com/en/stable/ref/settings/#append-slash:
 * the settings beside a file may turn that off, or leave out the middleware that does it.
 */
export function appendsSlash(file: string, engine: Engine): boolean {
  const known = slashes.get(engine) ?? new Map<string, boolean>();
  slashes.set(engine, known);
  const folder = folderOf(file);
  const found = known.get(folder) ?? readAppendsSlash(file, engine);
  known.set(folder, found);
  return found;
}

function readAppendsSlash(file: string, engine: Engine): boolean {
  const settings = djangoSettings(file, engine) ?? undefined;
  const isOn = optionOf(settings, "APPEND_SLASH");
  if (isOn?.kind === "truth" && !isOn.value) return false;
  const middleware = optionOf(settings, "MIDDLEWARE");
  if (middleware?.kind !== "list" || middleware.items.some(({ kind }) => kind !== "text")) return true;
  return textsOf(middleware).includes(COMMON);
}

function isLabelled(of: ClassValue, label: string, call: Call): boolean {
  const text = (name: string) => {
    const member = of.fact.members.find((each) => each.name === name);
    const value = member === undefined ? undefined : call.engine.evaluate(member.value, of.scope);
    return value?.kind === "text" ? value.value : undefined;
  };
  return (text("label") ?? text("name")?.split(".").at(-1)) === label;
}

function instanceOf(of: ClassValue, call: Call): Value {
  const { engine } = call;
  const at = placeIn(of.scope, of.fact.at);
  const made = engine.instances.get(of.fact) ?? engine.run(of, [], at);
  if (made.kind !== "object" || made.entries.has("urls")) return made;
  const method = (name: string) => of.fact.members.some((each) => each.name === name);
  made.entries.set("urls", { kind: "list", items: [] });
  if (method("ready")) engine.run(engine.member(made, "ready"), [], at);
  if (method("get_urls")) {
    made.entries.set("urls", { kind: "list", items: [engine.run(engine.member(made, "get_urls"), [], at)] });
  } else made.entries.delete("urls");
  return made;
}
