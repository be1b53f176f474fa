import type { Rewrite } from "../../model/route.ts";
import type { Gateway } from "./gateway.ts";

/**
 * Caddy, by https://caddyserver.com/docs/caddyfile/directives: `handle_path` and `uri strip_prefix` take a prefix away before
 * `reverse_proxy`, `handle` and `route` do not.
 */
export const caddy: Gateway = {
  name: "caddy",
  files: /(?:^|\/)Caddyfile(?:\.\w+)?$|\.caddy(?:file)?$/,
  readText(file: string, text: string): readonly Rewrite[] {
    return walk(parse(text), { file, from: "/*", strip: "", line: null, matchers: new Map() });
  },
};

interface Directive {
  readonly words: readonly string[];
  readonly line: number;
  readonly block: Directive[];
}

const deepest = 32;

/** Directives end with their line; a `{` at the end of a line opens a block. */
function parse(text: string): readonly Directive[] {
  const root: Directive = { words: [], line: 0, block: [] };
  const open = [root];
  for (const [index, raw] of text.split("\n").entries()) {
    const line = raw.replace(/(?:^|\s)#.*$/, "").trim();
    if (line === "}") {
      open.splice(Math.max(1, open.length - 1));
    } else if (line !== "") {
      const isOpening = line.endsWith("{");
      const words = line.replace(/\{$/, "").split(/\s+/).filter(Boolean);
      const directive: Directive = { words, line: index + 1, block: [] };
      open.at(-1)?.block.push(directive);
      if (isOpening && open.length < deepest) {
        open.push(directive);
      }
    }
  }
  return root.block;
}

interface Scope {
  readonly file: string;
  /** The paths that come here, and the prefix that was taken from them, with the line that did. */
  readonly from: string;
  readonly strip: string;
  readonly line: number | null;
  readonly matchers: ReadonlyMap<string, string>;
}

function walk(directives: readonly Directive[], outer: Scope): readonly Rewrite[] {
  const matchers = new Map(outer.matchers);
  for (const { words } of directives) {
    const [name = "", kind, path] = words;
    if (name.startsWith("@") && kind === "path" && path) {
      matchers.set(name, path);
    }
  }
  let scope: Scope = { ...outer, matchers };
  return directives.flatMap((directive): readonly Rewrite[] => {
    const [name = "", ...rest] = directive.words;
    if (name === "uri" && rest[0] === "strip_prefix") {
      scope = { ...scope, strip: rest[1] ?? "", line: directive.line };
      return [];
    }
    if (name === "reverse_proxy") {
      return pass(directive, rest, scope);
    }
    const inner = matcherOf(rest[0], scope);
    if (name === "handle_path" && inner) {
      return walk(directive.block, { ...scope, from: inner, strip: inner.replace(/\/?\*$/, ""), line: directive.line });
    }
    return walk(directive.block, inner && /^(?:handle|route)$/.test(name) ? { ...scope, from: inner } : scope);
  });
}

function matcherOf(word: string | undefined, scope: Scope): string | null {
  const path = word?.startsWith("@") ? scope.matchers.get(word) : word;
  return path?.startsWith("/") ? path : null;
}

function pass({ line }: Directive, words: readonly string[], scope: Scope): readonly Rewrite[] {
  const own = matcherOf(words[0], scope);
  const upstream = (own || words[0]?.startsWith("@") || words[0] === "*" ? words.slice(1) : words)[0];
  if (upstream === undefined || upstream.includes("$") || upstream.includes("{")) {
    return [];
  }
  const from = own ?? scope.from;
  const to = from.startsWith(scope.strip) ? from.slice(scope.strip.length) : from;
  const origin = /^https?:\/\//.test(upstream)
    ? upstream.replace(/\/$/, "")
    : `http://${upstream.replace(/^:/, "localhost:")}`;
  return [
    {
      kind: "caddy-proxy",
      from,
      to: origin + (to.startsWith("/") ? to : `/${to}`),
      file: scope.file,
      line: scope.line ?? line,
    },
  ];
}
