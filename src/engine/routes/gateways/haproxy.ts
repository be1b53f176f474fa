import type { Rewrite } from "../../model/route.ts";
import type { Gateway } from "./gateway.ts";

/**
 * HAProxy, by https://docs.haproxy.org/3.0/configuration.html#4.2-use_backend: the first `use_backend` whose condition names a path takes it, else the default; a backend
 * hands the path on as it came, unless `replace-path` or `set-path` changes it.
 */
export const haproxy: Gateway = {
  name: "haproxy",
  files: /\.cfg(?:\.(?:j2|tpl|template))?$/,
  readText(file: string, text: string): readonly Rewrite[] {
    if (!/^[ \t]*(?:use|default)_backend\s/m.test(text)) {
      return [];
    }
    const sections = readSections(text);
    const backends = new Map(sections.map((section) => [section.name, section]));
    return sections.flatMap((section) => readFront(section, backends, file));
  },
};

interface Line {
  readonly words: readonly string[];
  readonly text: string;
  readonly line: number;
}

interface Section {
  readonly name: string;
  readonly lines: readonly Line[];
}

/** The sections that have a name, each with its lines; a comment ends a line. */
function readSections(text: string): readonly Section[] {
  const sections: { readonly name: string; readonly lines: Line[] }[] = [];
  for (const [index, written] of text.split(/\r\n|\r|\n/).entries()) {
    const plain = written.replace(/(?:^|\s)#.*$/, "").trim();
    const words = plain.split(/\s+/);
    const opened = /^(?:frontend|backend|listen|defaults|global)$/.test(words[0] ?? "");
    if (opened) {
      sections.push({ name: words[1] ?? "", lines: [] });
    } else if (plain !== "") {
      sections.at(-1)?.lines.push({ words, text: plain, line: index + 1 });
    }
  }
  return sections;
}

function readFront({ lines }: Section, backends: ReadonlyMap<string, Section>, file: string): readonly Rewrite[] {
  const tests = new Map<string, string>();
  for (const { words, text } of lines.filter(({ words: [first] }) => first === "acl")) {
    tests.set(words[1] ?? "", `${tests.get(words[1] ?? "") ?? ""} ${text}`);
  }
  const chosen = lines.filter(({ words: [first] }) => first === "use_backend");
  const rest = lines.filter(({ words: [first] }) => first === "default_backend");
  return [...chosen, ...rest].flatMap(({ words: [first, name = ""], text, line }) => {
    const backend = backends.get(name);
    const origin = backend === undefined ? null : readOrigin(backend);
    const condition = /\s(?:if|unless)\s+(.*)$/.exec(text)?.[1] ?? "";
    const paths = first === "default_backend" ? [""] : listPaths(condition, tests);
    return backend === undefined || origin === null
      ? []
      : paths.flatMap((path) => spell(path, backend, origin, { file, line }));
  });
}

/** The beginnings of paths that a condition asks for, an exact one behind `=`; none where it asks for none, or for the contrary. */
function listPaths(condition: string, tests: ReadonlyMap<string, string>): readonly string[] {
  const named = condition.split(/\s+/).map((word) => tests.get(word) ?? "");
  const whole = /(?:^|\s)!/.test(condition) ? "" : [condition, ...named].join(" ");
  return [...whole.matchAll(/\b(path|path_beg|path_dir)((?:\s+(?:-\w+|\/[^\s}]*))+)/g)].flatMap(([, how, given = ""]) =>
    (given.match(/(?<=\s)\/[^\s}]*/g) ?? []).map((path) => (how === "path" ? `=${path}` : path.replace(/\/$/, ""))),
  );
}

function readOrigin({ lines }: Section): string | null {
  const address = lines.find(({ words: [first] }) => first === "server")?.words[2];
  return address === undefined || !/^[\w.-]+:\d+$/.test(address) ? null : `http://${address}`;
}

// Private use: no path holds it.
const rest = "\uE404";

/** The rule of one path; none where what changes it is not understood. */
function spell(
  path: string,
  { lines }: Section,
  origin: string,
  place: { readonly file: string; readonly line: number },
): readonly Rewrite[] {
  const isExact = path.startsWith("=");
  const from = isExact ? path.slice(1) : `${path}/*`;
  const changes = lines.filter(({ text }) => /^http-request\s+(?:replace-path|set-path)\s/.test(text));
  let to: string | null = from.replace("*", rest);
  for (const { text } of changes) {
    to = to === null ? null : change(to, text);
  }
  return to === null
    ? []
    : [{ kind: isExact ? "haproxy-exact" : "haproxy-proxy", from, to: origin + to.replace(rest, "*"), ...place }];
}

function change(path: string, text: string): string | null {
  const [, pattern, replacement] =
    /\breplace-path\s+(\S+)\s+(\S+)/.exec(text) ?? /\bset-path\s+%\[path,regsub\(([^,]+),([^,)]*)/.exec(text) ?? [];
  if (pattern === undefined || replacement === undefined) {
    return null;
  }
  try {
    return path.replace(new RegExp(pattern), replacement.replace(/\\(\d)/g, "$$$1"));
  } catch {
    return null;
  }
}
