import type { Rewrite } from "../../model/route.ts";
import type { Gateway } from "./gateway.ts";

/**
 * Apache's mod_proxy, by https://httpd.apache.org/docs/2.4/mod/mod_proxy.html#proxypass: the text of the path is replaced by the text
 * of the target, slashes and all, and the first rule that takes the path wins.
 */
export const apache: Gateway = {
  name: "apache",
  files: /\.(?:conf|vhost)(?:\.template)?$|(?:^|\/)sites-(?:available|enabled)\/[^/]+$/,
  readText(file: string, text: string): readonly Rewrite[] {
    if (!/^[ \t]*ProxyPass\s/im.test(text)) {
      return [];
    }
    let location: string | null = null;
    return text.split("\n").flatMap((line, index) => {
      const opened = /^\s*<Location\s+["']?([^"'\s>]+)/i.exec(line)?.[1];
      location = opened ?? (/^\s*<\/Location>/i.test(line) ? null : location);
      const [, first = "", second] =
        /^\s*ProxyPass\s+["']?([^"'\s]+)["']?(?:\s+["']?(https?:\/\/[^"'\s]+))?/i.exec(line) ?? [];
      const from = second === undefined ? location : first;
      const to = second ?? first;
      return from !== null && /^https?:\/\/[^/$%]+/.test(to) && from.startsWith("/")
        ? [{ kind: "apache-proxy", ...spell(from, to), file, line: index + 1 }]
        : [];
    });
  },
};

/** A target without a path of its own gets what follows the path that it replaces. */
function spell(from: string, to: string): Pick<Rewrite, "from" | "to"> {
  return /^https?:\/\/[^/]+$/.test(to)
    ? { from: `${from.replace(/\/$/, "")}/*`, to: `${to}/*` }
    : { from: `${from}*`, to: `${to}*` };
}
