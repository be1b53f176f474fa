import type { Response } from "../../model/exchange.ts";
import { parseTargetUri, splitPath, type TargetUri } from "../../targetUri.ts";
import { rootBehindMethod } from "./responseMask.ts";
import { isFilePath } from "./soughtFile.ts";

/** How the path that the answering application names relates to the path that was sent. */
export type Passage = "as-sent" | "stripped" | "glued" | "prefixed" | "replaced";

/** The path that the answer says was looked up, and what the way to the application made of it. */
export interface ReceivedPath {
  readonly path: string;
  readonly passage: Passage;
  /** The leading segments that were sent and did not arrive, such as `/api`; empty when none were lost. */
  readonly lost: string;
  /** True when an encoded slash was sent and a slash arrived. */
  readonly isSlashDecoded?: boolean;
}

const readAtMost = 8192;
const encodedSlash = /%2f/i;
/** A file of the server's disk is no path that was looked up: `ENOENT: no such file or directory, stat '/srv/dist/app.js'`. */
const fileRoot =
  /^\/(?:home|srv|app|opt|usr|var|tmp|mnt|etc|root|Users|private|workspace|work|code|data|data\d*|builds?)\//;
const fileError = /\b(?:ENOENT|ENOTDIR|EISDIR|no such file or directory|FileNotFoundError)\b/i;

/**
 * Reads the path that an answer says was looked up, as most frameworks name it in their own 404 ("Cannot GET /orders") and
 * Next.js in `x-middleware-rewrite`. Null when the answer names no path that shares its end with the one that was sent.
 */
export function readReceivedPath(response: Response, sentUrl: string): ReceivedPath | null {
  const sent = parseTargetUri(sentUrl);
  if (!sent || sent.path.length < 2) {
    return null;
  }
  const isOfFile = fileError.test(response.text.slice(0, readAtMost));
  const named = listPaths(response, sent).filter((path) => path.length > 1 && !(isOfFile && fileRoot.test(path)));
  const same = named.filter((path) => areSame(path, sent.path));
  if (same.length > 0) {
    const isDecoded = encodedSlash.test(sent.path) && !same.some((path) => encodedSlash.test(path));
    return { path: sent.path, passage: "as-sent", lost: "", ...(isDecoded ? { isSlashDecoded: true } : {}) };
  }
  for (const path of named) {
    const relation = relate(path, sent.path) ?? relateDecoded(path, sent.path);
    if (relation) {
      return relation;
    }
  }
  // A slash alone stands for the path only behind a method.
  return response.text.slice(0, readAtMost).search(rootBehindMethod) >= 0
    ? { path: "/", passage: "replaced", lost: sent.path }
    : null;
}

/** The relation to what was sent with its encoded slashes decoded. */
function relateDecoded(path: string, sentPath: string): ReceivedPath | null {
  const decoded = sentPath.replace(/%2f/gi, "/");
  const relation = decoded === sentPath || encodedSlash.test(path) ? null : relate(path, decoded);
  return relation && { ...relation, isSlashDecoded: true };
}

/** Every path in the texts of an answer, in their order; a URL counts by its path, one of another site and that of a file not at all. */
function listPaths(response: Response, sent: TargetUri): readonly string[] {
  const rewritten = response.headers.filter(([name]) => name.toLowerCase() === "x-middleware-rewrite");
  const text = plainText(response.text.slice(0, readAtMost));
  const bare = [...text.matchAll(/\b(?:The route|current path,)\s+([\w.~%@:-]+(?:\/[\w.~%@:-]*)*)/g)];
  const found = text.matchAll(/(?<![\w./%-])(?<!\w:(?=\/\/))(?:https?:\/\/([^\s"'<>/]+))?(\/[^\s"'<>()[\]{},;`\\]*)/g);
  return [
    ...rewritten.map(([, value]) => value.replace(/^https?:\/\/[^/]*/i, "")),
    ...bare.map(([, path]) => `/${path}`),
    ...[...found].flatMap(({ 1: host, 2: path = "", index }) => {
      const isFile = host === undefined && path !== sent.path && isFilePath(path, text.slice(0, index));
      return isFile || (host && !isOwnHost(host, sent)) ? [] : [path];
    }),
  ].map((path) => path.replace(/[?#].*$/, "").replace(/[.:!]+$/, ""));
}

/** What a proxy asks behind it has the host that was asked, or one that only it can reach. */
function isOwnHost(host: string, sent: TargetUri): boolean {
  const name = host.replace(/:\d+$/, "").toLowerCase();
  return host.toLowerCase() === sent.host.toLowerCase() || /^[\d.]+$|^\[/.test(name) || !name.includes(".");
}

/** The text without its tags and with the few entities that frameworks write into paths. */
function plainText(text: string): string {
  return text
    .replace(/<[^<>]*>/g, " ")
    .replace(/&#(?:x2f|47);/gi, "/")
    .replace(/&(?:quot|#34|#x22|#39|#x27);/gi, '"')
    .replace(/&amp;/g, "&")
    .replaceAll("\\/", "/");
}

function relate(path: string, sentPath: string): ReceivedPath | null {
  const received = splitPath(path).map(decode);
  const sent = splitPath(sentPath).map(decode);
  let tail = 0;
  while (tail < Math.min(received.length, sent.length) && received.at(-1 - tail) === sent.at(-1 - tail)) {
    tail += 1;
  }
  const [left, right] = [received.slice(0, received.length - tail), sent.slice(0, sent.length - tail)];
  const shared = sent.slice(sent.length - tail).filter((segment) => segment !== "");
  const passage = readPassage(left, right, shared);
  return passage && { path, passage, lost: right.map((segment) => `/${segment}`).join("") };
}

/** `received` and `sent` are what stands before the end that both share. */
function readPassage(received: readonly string[], sent: readonly string[], shared: readonly string[]): Passage | null {
  const [glued, own] = [received.at(-1), sent.at(-1)];
  // `/api` and `/users` glued without a slash: the end of one segment is the whole of the one that was sent.
  if (glued !== undefined && own !== undefined && own.length > 2 && glued.length > own.length && glued.endsWith(own)) {
    return "glued";
  }
  if (shared.length === 0) {
    return null;
  }
  if (received.some((segment) => segment === "") && !sent.some((segment) => segment === "")) {
    return "glued";
  }
  if (received.length === 0) {
    return "stripped";
  }
  if (sent.length === 0) {
    return "prefixed";
  }
  // A short number at the end is shared by many paths that have nothing else in common.
  const [only = "", ...more] = shared;
  const isTelling = more.length > 0 || /[a-z]{3}/i.test(only) || (/\d/.test(only) && only.length > 3);
  return isTelling || received.length === sent.length ? "replaced" : null;
}

function areSame(one: string, other: string): boolean {
  const [first, second] = [one, other].map((path) => decode(path).replace(/\/$/, ""));
  return first === second;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
