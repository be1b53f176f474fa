import type { Rewrite } from "../../model/route.ts";
import { optionOf, textsOf } from "../frameworks/options.ts";
import { type Engine, placeIn } from "../graph/engine.ts";
import { force } from "../graph/members.ts";
import { textOf, type Value } from "../graph/values.ts";
import { type EntryPlace, lineOfKey } from "./entryPlaces.ts";
import { applyPathRewrite, pathsBelow, sentTo } from "./proxied.ts";

/** A proxy option as a development server takes it, and where it is written. */
export interface ProxyOption {
  readonly kind: string;
  readonly file: string;
  /** The line of the option itself. */
  readonly line: number;
  readonly places: readonly EntryPlace[];
  /** The one option by which the server rewrites paths: under the other's name it does nothing. Absent where it knows both. */
  readonly rewriting?: "rewrite" | "pathRewrite";
}

/** The rewrites of a table of prefixes (`{ "/api": "http://…" | { target, rewrite, pathRewrite } }`) or of a list with contexts. */
export function readProxyTable(value: Value | undefined, option: ProxyOption, engine: Engine): readonly Rewrite[] {
  if (value?.kind === "list") return value.items.flatMap((each) => readListed(each, option, engine));
  if (value?.kind !== "object") return [];
  return [...value.entries].map(([prefix, entry]) => {
    const line = lineOfKey(option.places, prefix, option.line);
    return toRewrite(prefix, force(entry), { ...option, line }, engine);
  });
}

function readListed(value: Value, option: ProxyOption, engine: Engine): readonly Rewrite[] {
  const contexts = textsOf(optionOf(value, "context") ?? optionOf(value, "path") ?? optionOf(value, "pathFilter"));
  const place = option.places.find(
    (each) => each.at[0] >= option.line && each.text !== null && contexts.includes(each.text),
  );
  const named = option.places.find(
    (each) => each.at[0] >= option.line && /^(?:context|path|pathFilter)$/.test(each.key),
  );
  const line = (place ?? named)?.at[0] ?? option.line;
  return contexts.map((prefix) => toRewrite(prefix, value, { ...option, line }, engine));
}

/** The rewrite of one prefix. */
export function toRewrite(prefix: string, value: Value, option: ProxyOption, engine: Engine): Rewrite {
  const { kind, file, line } = option;
  const names = option.rewriting === undefined ? (["rewrite", "pathRewrite"] as const) : [option.rewriting];
  const rewrite = names.map((name) => optionOf(value, name)).find((given) => given !== undefined);
  const from = pathsBelow(prefix);
  const target = value.kind === "object" ? (optionOf(value, "target") ?? optionOf(value, "router")) : value;
  const path = rewritten(rewrite, from, file, engine);
  return { kind, from, to: sentTo(target === undefined ? "" : textOf(target), path), file, line };
}

/** The path after `rewrite(path)`, or after `pathRewrite` as a table or a function. */
function rewritten(rewrite: Value | undefined, path: string, file: string, engine: Engine): string {
  if (rewrite?.kind === "function") {
    return textOf(engine.run(rewrite, [{ kind: "text", value: path }], placeIn({ file }, rewrite.fact.at)));
  }
  if (rewrite?.kind !== "object") return path;
  return applyPathRewrite(
    [...rewrite.entries].map(([pattern, entry]) => [pattern, textOf(force(entry))] as const),
    path,
  );
}
