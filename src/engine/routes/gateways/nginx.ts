import type { Rewrite } from "../../model/route.ts";
import type { Gateway } from "./gateway.ts";
import { type NginxDirective, parseNginx } from "./nginxSyntax.ts";

/**
 * nginx, by https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_pass: where `proxy_pass` has a path of its own, that takes
 * the place of the very text of the location, slashes and all; where it has none, the path goes on as it came.
 */
export const nginx: Gateway = {
  name: "nginx",
  files: /\.(?:conf|nginx)(?:\.template|\.j2|\.tpl)?$|(?:^|\/)sites-(?:available|enabled)\/[^/]+$/,
  readText(file: string, text: string): readonly Rewrite[] {
    if (!/\blocation\b[^\n]*\{/.test(text)) {
      return [];
    }
    const directives = parseNginx(text);
    const upstreams = new Map(
      blocksOf(directives, "upstream").map((block) => [block.words[1] ?? "", addressOf(block)]),
    );
    const servers = blocksOf(directives, "server");
    // A file of locations alone is one that a server includes.
    const holders = servers.length > 0 ? servers.map(({ block }) => block ?? []) : [directives];
    return holders.flatMap((holder) => readLocations(holder, { file, upstreams }));
  },
};

interface Source {
  readonly file: string;
  /** The address of the first server of each upstream; null where it names none. */
  readonly upstreams: ReadonlyMap<string, string | null>;
}

/** The blocks of one name, at any depth. */
function blocksOf(directives: readonly NginxDirective[], name: string): readonly NginxDirective[] {
  return directives.flatMap((one) => (one.words[0] === name && one.block ? [one] : blocksOf(one.block ?? [], name)));
}

function addressOf({ block }: NginxDirective): string | null {
  const server = block?.find(({ words }) => words[0] === "server")?.words[1];
  return server === undefined || server.startsWith("unix:") ? null : server;
}

function readLocations(directives: readonly NginxDirective[], source: Source): readonly Rewrite[] {
  return directives.flatMap((one) => {
    if (one.words[0] !== "location" || !one.block) {
      return [];
    }
    return [...readLocation(one, one.block, source), ...readLocations(one.block, source)];
  });
}

function readLocation(location: NginxDirective, block: readonly NginxDirective[], source: Source): readonly Rewrite[] {
  const refusal = block.find(
    ({ words: [name, what = ""] }) =>
      (name === "return" && /^4\d\d$/.test(what)) || (name === "deny" && what === "all"),
  );
  const passing = block.find(({ words }) => words[0] === "proxy_pass");
  const [, modifierOrPath = "", path] = location.words;
  const prefix = path ?? modifierOrPath;
  const modifier = path === undefined ? "" : modifierOrPath;
  const target = splitTarget(passing?.words[1] ?? "", source);
  if (!passing && refusal && !prefix.startsWith("@")) {
    const [name, what = ""] = refusal.words;
    const from = modifier.startsWith("~") ? `${modifier} ${prefix}` : modifier === "=" ? prefix : `${prefix}*`;
    return [{ kind: "nginx-refuse", from, to: name === "deny" ? "403" : what, file: source.file, line: location.line }];
  }
  if (!passing || !target || modifier.startsWith("~") || prefix.startsWith("@")) {
    return [];
  }
  const isExact = modifier === "=";
  const kind = isExact ? "nginx-exact" : "nginx-proxy";
  const from = isExact ? prefix : `${prefix}*`;
  const rest = isExact ? "" : "*";
  const inner = block.find(({ words }) => words[0] === "rewrite" && /^(?:break|last)?$/.test(words[3] ?? ""));
  const rewritten = inner && target.path === "" ? spellRewrite(inner.words[1] ?? "", inner.words[2] ?? "") : null;
  if (rewritten) {
    return [
      {
        kind,
        from: rewritten.from,
        to: target.origin + rewritten.to,
        file: source.file,
        line: inner?.line ?? location.line,
      },
    ];
  }
  const to = target.path === "" ? prefix + rest : target.path + rest;
  return [{ kind, from, to: target.origin + to, file: source.file, line: passing.line }];
}

/** The origin and the own path of a target; null where variables decide it. `$request_uri` is the path as it came. */
function splitTarget(target: string, { upstreams }: Source): { readonly origin: string; readonly path: string } | null {
  const plain = target.replace(/\$(?:request_uri|uri)(?:\$is_args\$args)?$/, "");
  const [, scheme = "", authority = "", path = ""] = /^(https?:\/\/)([^/]+)(\/.*)?$/i.exec(plain) ?? [];
  if (scheme === "" || path.includes("$")) {
    return null;
  }
  const address = upstreams.get(authority);
  const host = address ?? authority;
  return { origin: host.includes("$") ? "" : scheme + host, path };
}

/** `^/api/(.*)$ /$1` in the spelling of rewrites; null for expressions that are more than a beginning and a rest. */
function spellRewrite(pattern: string, replacement: string): { readonly from: string; readonly to: string } | null {
  const [, lead, group] = /^\^?(\/[\w/.-]*?)\/?(\(\/?\.[*+]\)|\(\/\|\$\)\(\.\*\))\$?$/.exec(pattern) ?? [];
  if (lead === undefined || group === undefined) {
    return null;
  }
  const isWithSlash = group.startsWith("(/.");
  const last = group.startsWith("(/|") ? "$2" : "$1";
  const to = replacement.replace(/\?.*$/, "").replace(last, "*");
  return to.includes("$") ? null : { from: isWithSlash ? `${lead}*` : `${lead.replace(/\/$/, "")}/*`, to };
}
