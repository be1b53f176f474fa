import type { Known } from "../../known.ts";
import type { VersionField } from "../clients/versionFields.ts";
import type { Text } from "../texts.ts";

const enabling = /\benableVersioning\(\s*\{([^}]*)\}/;
const asked = /\bversion\s*:\s*\[?\s*["'`]([\w.-]+)["'`]|@Version\(\s*\[?\s*["'`]([\w.-]+)["'`]/;

/**
 * The field by which a request selects the version that the matched controller of Nest asks for, where its application tells versions by a header or by the
 * media type (https://docs.nestjs.com/techniques/versioning); none where the request sends it.
 */
export function findNestVersions(
  { match: { matched }, request }: Known,
  texts: readonly Text[],
): readonly VersionField[] {
  const own = matched?.framework === "nest" ? texts.find(({ file }) => file === matched.file) : undefined;
  const options = own && texts.map(({ text }) => enabling.exec(text)?.[1]).find((found) => found !== undefined);
  if (!own || !matched || options === undefined) {
    return [];
  }
  const header = /\bHEADER\b/.test(options) ? /\bheader\s*:\s*["'`]([\w-]+)["'`]/.exec(options)?.[1] : undefined;
  const key = /\bMEDIA_TYPE\b/.test(options) ? /\bkey\s*:\s*["'`]([\w-]+=)["'`]/.exec(options)?.[1] : undefined;
  const name = header ?? (key === undefined ? undefined : "Accept");
  const lines = own.text.split(/\r\n|\r|\n/);
  const index = findAsked(lines, matched.line - 1);
  const version = asked
    .exec(lines[index] ?? "")
    ?.slice(1)
    .find(Boolean);
  if (name === undefined || version === undefined) {
    return [];
  }
  const value = key === undefined ? version : `application/json;${key}${version}`;
  const isSent = request.headers.some(
    ([other, sent]) =>
      other.toLowerCase() === name.toLowerCase() && sent.includes(key === undefined ? value : key + version),
  );
  return isSent ? [] : [{ name, value, location: { file: own.file, line: index + 1, column: 1 } }];
}

/** The line that names the version of a route: beside its other decorators, else at its controller. */
function findAsked(lines: readonly string[], at: number): number {
  const isBeside = (index: number) =>
    [...lines.slice(index, at), ...lines.slice(at + 1, index)].every((line) => /^\s*@/.test(line));
  return lines
    .slice(0, at + 2)
    .findLastIndex(
      (line, index) =>
        asked.test(line) && (/@Version\(/.test(line) ? isBeside(index) : /@Controller\(|^\s*version\s*:/.test(line)),
    );
}
