import type { Location } from "../../model/place.ts";
import type { Files } from "../../ports.ts";
import { decodeSegment } from "../../routes/match/segmentLikeness.ts";
import { hashedName } from "../identifiers/hashedAsset.ts";
import type { Known } from "../known.ts";

/** What data and descriptions of the workspace say of the very thing that misses; null where they say nothing. */
export interface Surroundings {
  /** The built file of the same stem and another hash: its name. */
  readonly asset: { readonly name: string; readonly location: Location } | null;
  /** The state in which data holds the identifier, such as `state` `archived`. */
  readonly record: { readonly key: string; readonly value: string; readonly location: Location } | null;
  /** The operation of a description that no code is named after, while others of it are. */
  readonly operation: { readonly name: string; readonly location: Location } | null;
}

export const noSurroundings: Surroundings = { asset: null, record: null, operation: null };

/** Reads the surroundings of a miss; bounded, and it never rejects. */
export async function readSurroundings(known: Known, files: Files): Promise<Surroundings> {
  return {
    asset: await findAsset(known, files),
    record: await findRecord(known, files),
    operation: await findOperation(known, files),
  };
}

async function findAsset(known: Known, files: Files): Promise<Surroundings["asset"]> {
  const asked = known.target.segments.at(-1) ?? "";
  const [, stem = "", hash = "", extension = ""] = hashedName.exec(asked) ?? [];
  if (stem === "" || !/\d/.test(hash)) {
    return null;
  }
  const named = (await files.list()).map(({ file }) => ({ file, name: file.slice(file.lastIndexOf("/") + 1) }));
  const found = named.find(({ name }) => {
    const [, otherStem, , otherExtension] = hashedName.exec(name) ?? [];
    return otherStem === stem && otherExtension === extension && name !== asked;
  });
  const isThere = named.some(({ name }) => name === asked);
  return found && !isThere ? { name: found.name, location: { file: found.file, line: 1, column: 1 } } : null;
}

const stateShape =
  /["']?(\w*(?:state|status|visibility|lifecycle|phase)\w*)["']?\s*[:=]>?\s*["'](\w*(?:archiv|delet|remov|withdrawn|retired|inactiv|closed|trash)\w*)["']/i;
const flagShape =
  /["']?(\w*(?:archived|deleted|removed|withdrawn|retired|trashed)(?:_?at)?)["']?\s*[:=]>?\s*(?:true|True|1\b|["']\d{4}-)/i;

/** A line of data, or one of the two after it, that holds the identifier and says that it is not among the living. */
async function findRecord(known: Known, files: Files): Promise<Surroundings["record"]> {
  const value = decodeSegment(known.identifiers.at(-1)?.value ?? "");
  if (!/^[\w.:@~-]{2,120}$/.test(value)) {
    return null;
  }
  const escaped = value.replace(/[.~-]/g, "\\$&");
  const isNumber = /^\d+$/.test(value);
  const held = new RegExp(
    isNumber ? `\\b(?:id|number|no|key)["']?\\s*[:=]>?\\s*["']?${escaped}\\b` : `["'\`]${escaped}["'\`]`,
    "i",
  );
  for (const { file, text } of await readTexts(files, data)) {
    const lines = held.test(text) ? text.split(/\r\n|\r|\n/) : [];
    for (const [index, line] of lines.entries()) {
      const record = held.test(line)
        ? readRecord(lines.slice(index, index + 3), value, { file, line: index + 1, column: 1 })
        : null;
      if (record) {
        return record;
      }
    }
  }
  return null;
}

function readRecord(lines: readonly string[], value: string, at: Location): Surroundings["record"] {
  for (const [offset, line] of lines.entries()) {
    // The next record has begun where another object opens.
    if (offset > 0 && /[{[]/.test(line)) {
      return null;
    }
    const text = offset === 0 ? cutObject(line, value) : line;
    const [, key, state] = stateShape.exec(text) ?? [];
    const [, flag] = flagShape.exec(text) ?? [];
    if (key !== undefined || flag !== undefined) {
      return { key: key ?? flag ?? "", value: state ?? "true", location: { ...at, line: at.line + offset } };
    }
  }
  return null;
}

/** The object around the identifier, where one line holds several. */
function cutObject(line: string, value: string): string {
  const at = line.indexOf(value);
  const start = line.lastIndexOf("{", at);
  const end = line.indexOf("}", at);
  return line.slice(
    start < 0 || /^["']?\s*:/.test(line.slice(at + value.length)) ? at : start,
    end < 0 ? undefined : end,
  );
}

const mostSources = 400;
const largest = 256 * 1024;
const source = /\.(?:[cm]?[jt]sx?|py)$/;
const data = /\.(?:[cm]?[jt]s|py|json|ya?ml|csv|sql|toml)$/;
const built = /(?:^|\/)(?:node_modules|dist|build|out|coverage|target|vendor)\/|(?:package-lock|pnpm-lock)\./;

async function findOperation(known: Known, files: Files): Promise<Surroundings["operation"]> {
  const route = known.match.matched;
  const bytes = route?.framework === "openapi" ? await files.read(route.file) : undefined;
  if (!route || !bytes) {
    return null;
  }
  const lines = new TextDecoder().decode(bytes).split(/\r\n|\r|\n/);
  const named = lines.flatMap((line, index) => {
    const name = /["']?operationId["']?\s*:\s*["']?([A-Za-z_]\w{2,})/.exec(line)?.[1];
    return name === undefined
      ? []
      : [{ name, location: { file: route.file, line: index + 1, column: line.search(/\S/) + 1 } }];
  });
  const own = named.find(({ location }) => location.line >= route.line);
  if (!own || named.length < 2) {
    return null;
  }
  const texts = await readTexts(files, source);
  const isWritten = ({ name }: { readonly name: string }) => {
    const snake = name.replace(/(?<=[a-z\d])[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
    return texts.some(({ text }) => new RegExp(`\\b(?:${name}|${snake})\\b`).test(text));
  };
  return !isWritten(own) && named.some(isWritten) ? own : null;
}

interface Text {
  readonly file: string;
  readonly text: string;
}

async function readTexts(files: Files, names: RegExp): Promise<readonly Text[]> {
  const texts: Text[] = [];
  const wanted = (await files.list()).filter(
    ({ file, size }) => names.test(file) && !built.test(file) && size < largest,
  );
  for (const { file } of wanted.slice(0, mostSources)) {
    const bytes = await files.read(file);
    texts.push({ file, text: bytes ? new TextDecoder().decode(bytes) : "" });
  }
  return texts;
}
