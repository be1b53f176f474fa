import { INVISIBLE } from "../../requests/findings/pathFindings.ts";
import { decodeSegment } from "../../routes/match/segmentLikeness.ts";
import { joinPath, parseTargetUri } from "../../targetUri.ts";
import { areVersions } from "../identifiers/identifiers.ts";
import type { Experiment, Known } from "../known.ts";
import type { CauseKind } from "../verdict/causes.ts";
import { askOtherPath, type OtherPath } from "./otherPath.ts";

type PathVariant = Pick<OtherPath, "path" | "varies" | "why" | "answers" | "claim" | "value"> & {
  readonly tests: CauseKind;
};

/** Probes of the same path with one flaw removed: a repeated run, stray characters, double slashes, the last slash, a lost prefix. */
export function planPathVariants(known: Known): readonly Experiment[] {
  const variants = [
    ...unrepeat(known),
    ...trimStray(known),
    ...mergeSlashes(known),
    ...decodeOnce(known),
    ...toggleSlash(known),
    ...spellAsFile(known),
    ...lowerCase(known),
    ...borrowPrefix(known),
    ...addIndex(known),
  ];
  return variants.map(({ tests, ...variant }) =>
    askOtherPath(known, {
      ...variant,
      id: `path:${variant.path}`,
      tests: isRedirected(known) ? [tests, "rewrite-mismatch/redirect-drops-path"] : [tests],
      shown: ` (${variant.why})`,
    }),
  );
}

/** A path that is not redirected is what cures a redirect that loses a part of it. */
function isRedirected({ replay }: Known): boolean {
  return (replay?.exchange.hops.length ?? 0) > 1;
}

function unrepeat({ target: { segments } }: Known): readonly PathVariant[] {
  const collapsed = collapseRepeats(segments);
  if (collapsed !== null) {
    const why = "a run of segments is repeated, here it stands once";
    const claim = `"${collapsed.run}" stands twice in the path, most likely because base URL and path both hold it`;
    return [repeatedOnce(collapsed.path, why, claim)];
  }
  const at = segments.findIndex((segment, index) => areVersions(segment, segments[index + 1]));
  const [first, second] = segments.slice(at, at + 2);
  const claim = `The path names two versions in a row, ${first} and ${second}, most likely because base URL and path each hold one`;
  return at < 0
    ? []
    : [at + 1, at].map((surplus) =>
        repeatedOnce(
          joinPath(segments.toSpliced(surplus, 1)),
          `two versions in a row, here ${segments[surplus]} is left out`,
          claim,
        ),
      );
}

function repeatedOnce(path: string, why: string, claim: string): PathVariant {
  return {
    path,
    varies: "path",
    why,
    tests: "request-built-wrong/duplicated-segment",
    answers: "repeated-segments-answers",
    claim,
    value: 2.5,
  };
}

/** The path with its first repeated run of segments (`/v1/v1`, `/api/x/api/x`) written once, and the run; null when none repeats. */
function collapseRepeats(segments: readonly string[]): { readonly path: string; readonly run: string } | null {
  for (let length = Math.floor(segments.length / 2); length > 0; length -= 1) {
    for (let start = 0; start + 2 * length <= segments.length; start += 1) {
      const run = segments.slice(start, start + length);
      const isWord = run.every((segment) => /[a-z]/i.test(segment));
      if (isWord && run.every((segment, index) => segment === segments[start + length + index])) {
        return { path: joinPath([...segments.slice(0, start), ...segments.slice(start + length)]), run: joinPath(run) };
      }
    }
  }
  return null;
}

// White space and NUL as well, raw or percent-encoded.
const strayShape = new RegExp(`%(?:20|00)|\\s|${INVISIBLE.source}`, "gi");

/** The path without stray characters, or null when it holds none. */
function removeStrayCharacters(path: string): string | null {
  const clean = path.replace(strayShape, "");
  return clean === path ? null : clean;
}

const names: Readonly<Record<string, string>> = {
  " ": "a space",
  "\n": "a line feed",
  "\r": "a carriage return",
  "\t": "a tab",
  "\u00a0": "a no-break space",
  "\u00ad": "a soft hyphen",
  "\u200b": "a zero width space",
  "\ufeff": "a byte order mark",
};

/** The first stray character of a path in words, with its code point. */
function nameStray(path: string): string {
  const found = decodeSegment(path.match(strayShape)?.[0] ?? " ");
  const code = `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
  return names[found] === undefined ? `an invisible character (${code})` : `${names[found]} (${code})`;
}

function trimStray(known: Known): readonly PathVariant[] {
  const path = removeStrayCharacters(known.target.path);
  return path === null
    ? []
    : [
        {
          path,
          varies: "encoding",
          why: "without the white space or invisible characters",
          tests: "request-built-wrong/stray-characters",
          answers: "stray-characters-answers",
          claim: `The path holds ${nameStray(known.target.path)}, which is sent and looked up too`,
          value: 2.5,
        },
      ];
}

function mergeSlashes(known: Known): readonly PathVariant[] {
  const path = known.target.path.replace(/\/{2,}/g, "/");
  return path === known.target.path
    ? []
    : [
        {
          path,
          varies: "slash",
          why: "double slashes merged",
          tests: "rewrite-mismatch/proxy-joins-wrong",
          answers: "slashes-merged-answers",
          claim: "Two pieces of the URL are glued with two slashes",
          value: 2.5,
        },
      ];
}

/** An identifier that was encoded twice. */
function decodeOnce({ target }: Known): readonly PathVariant[] {
  const path = target.path.replace(/%25([0-9a-f]{2})/gi, "%$1");
  return path === target.path
    ? []
    : [
        {
          path,
          varies: "encoding",
          why: "encoded once instead of twice",
          tests: "stale-identifier/id-encoding",
          answers: "encoding-answers",
          claim: "The identifier was percent-encoded twice",
          value: 1.5,
        },
      ];
}

function toggleSlash(known: Known): readonly PathVariant[] {
  const { path } = known.target;
  if (path.length < 2 || /\.\w{1,5}$/.test(path)) {
    return [];
  }
  const isEnding = path.endsWith("/");
  return [
    {
      path: isEnding ? path.slice(0, -1) : `${path}/`,
      varies: "slash",
      why: isEnding ? "without the last slash" : "with a last slash",
      tests: "route-drift/trailing-slash",
      answers: "slash-answers",
      claim: isEnding ? "The last slash is one too many" : "The path needs its last slash here",
      value: isEnding ? 0.9 : 0.4,
    },
  ];
}

function spellAsFile({ named }: Known): readonly PathVariant[] {
  return named === null || named.isExact
    ? []
    : [
        {
          path: named.path,
          varies: "case",
          why: `as the file ${named.file} is spelt`,
          tests: "route-drift/case",
          answers: "case-answers",
          claim: `Only letter case is wrong, the file is ${named.file}`,
          value: 1.5,
        },
      ];
}

/** A segment in lower case; the digits of its percent-encodings, which mean the same in either case (RFC 3986 6.2.2.1), stay. */
function toLowerCase(segment: string): string {
  return segment.replace(/%[0-9a-f]{2}|[^%]+/gi, (piece) => (piece.startsWith("%") ? piece : piece.toLowerCase()));
}

function lowerCase(known: Known): readonly PathVariant[] {
  const path = known.target.segments
    .map((segment, index) => (known.identifiers.some((one) => one.segment === index) ? segment : toLowerCase(segment)))
    .join("/");
  return `/${path}` === known.target.path || known.target.segments.length === 0
    ? []
    : [
        {
          path: `/${path}`,
          varies: "case",
          why: "in lower case",
          tests: "route-drift/case",
          answers: "case-answers",
          claim: "Only letter case is wrong",
          value: 0.8,
        },
      ];
}

/** The first segments that every other request to this origin starts with, where this one does not. */
function borrowPrefix(known: Known): readonly PathVariant[] {
  const others = known.siblings
    .map((sibling) => parseTargetUri(sibling.url))
    .filter((target) => target !== null && target.origin === known.target.origin && target.segments.length > 1)
    .map((target) => target?.segments[0] ?? "");
  const [prefix] = others;
  const isShared = prefix !== undefined && others.length > 1 && others.every((one) => one === prefix);
  if (!isShared || known.target.segments[0] === prefix) {
    return [];
  }
  return [
    {
      path: `/${prefix}${known.target.path}`,
      varies: "prefix",
      why: `under /${prefix}, as every other request to this origin`,
      tests: "rewrite-mismatch/base-path",
      answers: "sibling-prefix-answers",
      claim: `The path lacks the prefix /${prefix} that every other request to this origin has`,
      value: 0.9,
    },
  ];
}

function addIndex(known: Known): readonly PathVariant[] {
  const { path } = known.target;
  // Without a last slash it is only a folder where the workspace has its index document.
  const isFolder = path.endsWith("/") || known.surroundings.indexFile !== null;
  if (!isFolder || path === "/") {
    return [];
  }
  return [
    {
      path: `${path.replace(/\/$/, "")}/index.html`,
      varies: "path",
      why: "the index document of the directory",
      tests: "rewrite-mismatch/directory-index",
      answers: "index-answers",
      claim: "The directory itself has no answer, only its index document has",
      value: 0.5,
    },
  ];
}
