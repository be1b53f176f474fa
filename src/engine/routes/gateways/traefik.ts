import type { Rewrite } from "../../model/route.ts";
import type { Gateway } from "./gateway.ts";

/**
 * Traefik, by https://doc.traefik.io/traefik/middlewares/http/stripprefix/: routers with the prefixes their rules name, and the
 * middlewares that change the path, as labels of Compose files and as dynamic configuration in YAML.
 */
export const traefik: Gateway = {
  name: "traefik",
  files: /\.ya?ml$/,
  cue: /PathPrefix\(|\bPath\(/,
  readText(file: string, text: string): readonly Rewrite[] {
    const settings = text.split("\n").flatMap(readLabel);
    const all = settings.length > 0 ? settings : readDynamic(text);
    const routers = [...new Set(all.filter(({ kind }) => kind === "routers").map(({ name }) => name))];
    return routers.flatMap((name) => readRouter(name, all, file));
  },
};

/** One setting of a router or middleware, such as `stripprefix.prefixes` of `cargo-strip`, in lower case, with its line. */
interface Setting {
  readonly kind: string;
  readonly name: string;
  readonly key: string;
  readonly value: string;
  readonly line: number;
}

function readLabel(text: string, index: number): readonly Setting[] {
  const found = /\btraefik\.http\.(routers|middlewares|services)\.([\w@-]+)\.([\w.[\]]+)["']?\s*[=:]\s*(.*?)\s*$/i.exec(
    text,
  );
  const [, kind = "", name = "", key = "", value = ""] = found ?? [];
  return found
    ? [{ kind: kind.toLowerCase(), name, key: key.toLowerCase(), value: unquote(value), line: index + 1 }]
    : [];
}

/** Dynamic configuration is read by its indentation: `http` > `routers` > name > key, the keys below joined with dots. */
function readDynamic(text: string): readonly Setting[] {
  const path: { readonly depth: number; readonly key: string }[] = [];
  return text.split("\n").flatMap((line, index) => {
    const [, indent = "", dash = "", key = "", value = ""] =
      /^(\s*)(- )?(?:([\w@.-]+):(?:\s|$))?\s*(.*?)\s*$/.exec(line) ?? [];
    while ((path.at(-1)?.depth ?? -1) >= indent.length + (dash === "" ? 0 : 1)) {
      path.pop();
    }
    if (key !== "") {
      path.push({ depth: indent.length, key });
    }
    const [root, kind = "", name = "", ...keys] = path.map((one) => one.key);
    const isSaid = root === "http" && keys.length > 0 && (value !== "" || dash !== "");
    return isSaid && !line.trimStart().startsWith("#")
      ? [{ kind, name, key: keys.join(".").toLowerCase(), value: unquote(value), line: index + 1 }]
      : [];
  });
}

function unquote(text: string): string {
  return text.replace(/^["']|["'],?$/g, "");
}

function readRouter(name: string, settings: readonly Setting[], file: string): readonly Rewrite[] {
  const own = settings.filter((one) => one.kind === "routers" && one.name === name);
  const rule = own.find(({ key }) => key === "rule");
  const used = own
    .filter(({ key }) => /^middlewares/.test(key))
    .flatMap(({ value }) => value.replace(/[[\]"']/g, "").split(","))
    .map((one) => one.trim().replace(/@.*$/, ""));
  const changes = settings.filter((one) => one.kind === "middlewares" && used.includes(one.name));
  const service = own.find(({ key }) => key === "service")?.value ?? name;
  const port = settings.find((one) => one.kind === "services" && one.name === service && /server\.port$/.test(one.key));
  const origin = port ? `http://${service}:${port.value}` : "";
  return prefixesOf(rule?.value ?? "").map((prefix) => {
    let path = `${prefix}/*`;
    let line = rule?.line ?? 1;
    for (const change of changes) {
      const changed = applyChange(change, path);
      line = changed === path ? line : change.line;
      path = changed;
    }
    return { kind: "traefik-router", from: `${prefix}/*`, to: origin + path, file, line };
  });
}

function prefixesOf(rule: string): readonly string[] {
  return [...rule.matchAll(/Path(?:Prefix)?\(([^)]*)\)/g)].flatMap(([, list = ""]) =>
    [...list.matchAll(/[`"']([^`"'{]+)[`"']/g)].map(([, prefix = ""]) => prefix.replace(/\/+$/, "")),
  );
}

function applyChange({ key, value }: Setting, path: string): string {
  if (/^stripprefix\.prefixes/.test(key)) {
    const taken = value
      .replace(/[[\]"']/g, "")
      .split(",")
      .map((prefix) => prefix.trim().replace(/\/+$/, ""))
      .find((prefix) => prefix !== "" && path.startsWith(`${prefix}/`));
    return taken === undefined ? path : path.slice(taken.length);
  }
  if (key === "addprefix.prefix") {
    return value.replace(/\/+$/, "") + path;
  }
  return key === "replacepath.path" ? value : path;
}
