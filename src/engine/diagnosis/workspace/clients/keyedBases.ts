import { isLoopbackHost } from "../../../exchange/connect/hostName.ts";
import type { Location } from "../../../model/place.ts";
import type { ResolvedRequest } from "../../../model/request.ts";
import { parseTargetUri } from "../../../targetUri.ts";
import { inTurns } from "../../../turns.ts";
import { isEnvironmentName } from "../../scopeNames.ts";
import type { Enclosing } from "../records/enclosing.ts";
import type { Text } from "../texts.ts";
import { type OtherBase, withoutCredentials } from "./otherBases.ts";
import { isOfSite } from "./ownSite.ts";

/** A base URL that a file writes, and the keys that it stands under, the nearest first. */
interface KeyedUrl {
  readonly url: string;
  readonly keys: readonly string[];
  /** True for an item of a list. */
  readonly isItem: boolean;
  readonly location: Location;
}

/** The names of files that may list base URLs. */
export const listing = /\.(?:[cm]?[jt]s|py|json|ya?ml|toml|ini)$/;
const apart = /(?:^|\/)http-client[\w.]*\.env\.json$|openapi|swagger/i;
const mostBases = 2;

/**
 * The base URLs that a file of the workspace lists beside the request's own under one of the `scopes`, the names under which data holds the thing:
 * `eu: http://…` beside `us: http://…`, where data has it in `eu: { … }`; or in one list with it, as shards are. Only what runs on this machine, or on the
 * request's own site, is asked: `eu.shop.example` beside `us.shop.example`. Whom a URL names besides its host is left alone.
 */
export async function findKeyedBases(
  request: ResolvedRequest,
  scopes: readonly Enclosing[],
  texts: readonly Text[],
): Promise<readonly OtherBase[]> {
  const target = parseTargetUri(request.url);
  const found = new Map<string, OtherBase>();
  if (!target) {
    return [];
  }
  for await (const { file, text } of inTurns(texts)) {
    const listed = listing.test(file) && !apart.test(file) ? listKeyedUrls(file, text) : [];
    const own = listed.find(({ url }) => isSameOrigin(parseTargetUri(url)?.origin ?? "", target.origin));
    for (const other of own ? listed : []) {
      const { origin, authority } = parseTargetUri(other.url) ?? { origin: "", authority: "@" };
      const keyed = scopes.find(({ value }) => has(other, value) && !has(own, value))?.value;
      const scope = keyed ?? (own && areItems(own, other) ? parseTargetUri(other.url)?.host : undefined);
      const isOther = !authority.includes("@") && !isSameOrigin(origin, target.origin);
      if (own && scope && isOther && isOfSite(other.url, target.host)) {
        found.set(origin, toBase(request, own, other, scope));
      }
    }
  }
  return [...found.values()].slice(0, mostBases);
}

/** Whether two URLs are items of one list, which is none of those that may call. */
function areItems(one: KeyedUrl, other: KeyedUrl): boolean {
  const isOne = one.isItem && other.isItem && JSON.stringify(one.keys) === JSON.stringify(other.keys);
  return isOne && !one.keys.some((key) => /origin|cors|allow|trust|callback|redirect/i.test(key));
}

/** Whether a URL stands under a name, be it written in capitals as constants are. */
function has(one: KeyedUrl | undefined, name: string): boolean {
  return one?.keys.some((key) => key.toLowerCase() === name.toLowerCase()) ?? false;
}

function toBase(request: ResolvedRequest, own: KeyedUrl, other: KeyedUrl, scope: string): OtherBase {
  const [from, to] = [own.url, other.url].map((url) => url.replace(/\/+$/, "")) as [string, string];
  const rest = request.url.startsWith(from)
    ? request.url.slice(from.length)
    : request.url.replace(/^\w+:\/\/[^/?#]*/, "");
  const base = request.url.startsWith(from) ? to : (parseTargetUri(to)?.origin ?? to);
  return {
    own: own.keys[0] ?? own.url,
    name: scope,
    ownLabel: from,
    label: `${scope} (${to})`,
    differsIn: isEnvironmentName(scope) ? "environment" : "region",
    location: other.location,
    request: { ...request, headers: withoutCredentials(request), url: base + rest },
  };
}

function isSameOrigin(one: string, other: string): boolean {
  const plain = (origin: string) => {
    const { scheme = "", host = "" } = parseTargetUri(origin) ?? {};
    const port = /:\d+$/.exec(host)?.[0] ?? "";
    return isLoopbackHost(host.replace(/:\d+$/, "")) ? `${scheme}://loopback${port}` : origin;
  };
  return one !== "" && plain(one) === plain(other);
}

/** Every absolute URL of a text with the keys before it on its line, of the blocks that it is indented in, or of its section. */
function listKeyedUrls(file: string, text: string): readonly KeyedUrl[] {
  const lines = text.split(/\r\n|\r|\n/);
  return lines.flatMap((line, index) =>
    [...line.matchAll(/https?:\/\/[^\s"'`,;)}\]<>#]+/g)].map(({ 0: url, index: at }) => ({
      url,
      keys: [...keysBefore(line.slice(Math.max(0, at - longestLead), at)), ...keysAround(lines, index)],
      isItem: /(?:^|[[,]|^\s*-)\s*["'`]?$/.test(line.slice(Math.max(0, at - longestLead), at)),
      location: { file, line: index + 1, column: at + 1 },
    })),
  );
}

/** How far before a URL its keys are looked for, in characters. */
const longestLead = 200;

function keysBefore(before: string): readonly string[] {
  return [...before.matchAll(/["'`]?([\w.-]+)["'`]?\s*(?:[:=]|=>)\s*(?:["'`{[(]|$)/g)]
    .map(([, key = ""]) => key)
    .concat(
      /^\s*(?:export\s+)?(?:(?:const|let|var)\s+)?(\w+)\s*(?::\s*\w+\s*)?=\s*(?:new\s+)?[\w.]+\(/.exec(before)?.[1] ??
        [],
    )
    .toReversed();
}

const mostLinesUp = 30;

function keysAround(lines: readonly string[], index: number): readonly string[] {
  const keys: string[] = [];
  let depth = (lines[index] ?? "").search(/\S/);
  for (let at = index - 1; at >= Math.max(0, index - mostLinesUp); at -= 1) {
    const line = lines[at] ?? "";
    const section = /^\s*\[+([\w."'-]+)\]+\s*$/.exec(line)?.[1];
    if (section !== undefined) {
      return [...keys, ...section.replace(/["']/g, "").split(".").toReversed()];
    }
    const indent = line.search(/\S/);
    const key = /^\s*(?:-\s+)?["'`]?([\w.-]+)["'`]?\s*(?:[:=]|=>)\s*(?:[[{(].*)?$/.exec(line)?.[1];
    if (indent >= 0 && indent < depth && key !== undefined) {
      keys.push(key);
      depth = indent;
    }
  }
  return keys;
}
